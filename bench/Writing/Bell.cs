using System.CommandLine;
using Regional.Bench.Measuring;
using Regional.Bench.Signals;
using Regional.Bench.Stores;
using Regional.LocalServers;

namespace Regional.Bench.Writing;

/// <summary>What the bell costs those who store: with the broker up, and with it gone.</summary>
internal static class Bell
{
    private const double AtLeast = 0.95;

    public static Command Command() => BenchCommand.Of(
        "bell",
        "Pushes 200,000 signals into Signalering on a PostgreSQL of its own, with a RabbitMQ of its own, and with that killed after the service has started, against the same without a bell; the ratio is the lower of the two. Asked for: 0.95.",
        Run);

    private static async Task Run(bool quick, CancellationToken cancellation)
    {
        var streams = Sender.Prepare(quick ? 20_000 : 200_000);
        await using var engine = await PostgreSql.Start(cancellation);
        await using var broker = await RabbitMqServer.StartAsync(cancellationToken: cancellation);
        (string, string)[] bus = [("ConnectionStrings__bus", broker.ConnectionString)];

        var without = new Contender("without a bell", () => Push(() => { }));
        var up = new Contender("with the broker", () => Push(() => { }, bus));
        var stopped = new Contender("with the broker killed", async () =>
        {
            var turn = await Push(broker.Kill, bus);
            await broker.RestartAsync(cancellation);
            return turn;
        });
        await Contender.TakeTurns(quick ? 1 : 2, without, up, stopped);
        Result.Print(
            "bell", engine.Version, AtLeast, up.PerSecond < stopped.PerSecond ? up : stopped, without, ("ratio_up", up.PerSecond / without.PerSecond), ("ratio_stopped", stopped.PerSecond / without.PerSecond));

        async Task<Turn> Push(Action prepare, params (string, string)[] settings)
        {
            await using var place = await engine.NewPlace();
            var isWarm = false;
            return await PushTurn.Run(
                engine,
                place,
                streams,
                _ =>
                {
                    if (!isWarm)
                    {
                        isWarm = true;
                        prepare();
                    }
                },
                cancellation,
                settings);
        }
    }
}
