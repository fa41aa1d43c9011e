using System.CommandLine;
using Grpc.Core;
using Regional.Bench.Measuring;
using Regional.Bench.Services;
using Regional.Wire.Feed.V1;

namespace Regional.Bench.Reading;

/// <summary>How fast Indicators makes its facts anew, as a share of how fast the rows of the log come out of the database.</summary>
internal static class Rebuild
{
    private const double AtLeast = 0.30;
    private const int AtMostSeconds = 60;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    public static Command Command() => BenchCommand.Of(
        "rebuild",
        $"Has Indicators rebuild what it counts from the log of 1,000,000 signals, made anew beside the old, compared and exchanged, against the reader of `feed`. The signals are pushed, and followed, first. Asked for: 0.30, and under {AtMostSeconds} s.",
        Run);

    private static async Task Run(bool quick, CancellationToken cancellation)
    {
        await using var log = await FilledLog.Make(quick ? 100_000 : 1_000_000, cancellation);
        await using var indicators = await ServiceProcess.Start("Indicators", log.Place, cancellation, ("services__signalering__grpc__0", log.Service.Address));
        await Follow(log, cancellation);
        var client = new FollowerService.FollowerServiceClient(indicators.As(Feed.Follower));
        var ours = new Contender("ours", () => Turn.Of(log.Events, () => [log.Service.Id, indicators.Id, .. log.Engine.Processes], async () =>
        {
            foreach (var region in log.Heads.Keys)
            {
                using var call = client.RebuildFacts(new() { Region = region }, cancellationToken: cancellation);
                await foreach (var _ in call.ResponseStream.ReadAllAsync(cancellation))
                {
                    // It tells how far it is.
                }
            }
        }));
        var baseline = new Contender("baseline", log.ReadRows);
        await log.Engine.Settle();
        await Contender.TakeTurns(quick ? 2 : 1, ours, baseline);
        Result.Print("rebuild", log.Engine.Version, AtLeast, ours, baseline, ("events", log.Events), ("seconds", log.Events / ours.PerSecond), ("at_most_seconds", AtMostSeconds));
    }

    private static async Task Follow(FilledLog log, CancellationToken cancellation)
    {
        await using var connection = log.Engine.Open(log.Place);
        await using var command = connection.CreateCommand();
        command.CommandText = "select coalesce(sum(position), 0)::bigint from indicators.cursors where serving";
        while ((long)(await command.ExecuteScalarAsync(cancellation))! < log.Events)
        {
            await Task.Delay(Look, cancellation);
        }
    }
}
