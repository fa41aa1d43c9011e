using System.CommandLine;
using Regional.Bench.Measuring;
using Regional.Bench.Services;
using Regional.Bench.Signals;
using Regional.Bench.Stores;
using Regional.Wire.Signalering.V1;

namespace Regional.Bench.Writing;

/// <summary>What callers win who come with one signal at a time and share commits, against a program that commits each by itself.</summary>
internal static class IngestUnary
{
    private const int Callers = 256;
    private const double AtLeast = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Command() => BenchCommand.Of(
        "ingest-unary",
        "Sends 40,000 signals by 256 callers at once, one unary call each, into Signalering on a PostgreSQL of its own, against prepared INSERTs of the rows that it stored, one signal in a commit, on one connection. Asked for: 5.",
        Run);

    private static async Task Run(bool quick, CancellationToken cancellation)
    {
        var signals = Enumerable.Range(0, SignalSource.Streams).SelectMany(stream => SignalSource.Signals(stream).Take((quick ? 8_000 : 40_000) / SignalSource.Streams).Select(signal => (stream, signal))).ToList();
        await using var engine = await PostgreSql.Start(cancellation);
        await using var stored = await engine.NewPlace();
        await Send(engine, stored, signals, cancellation);
        var rows = Read(engine, stored);

        var ours = new Contender("ours", async () =>
        {
            await using var place = await engine.NewPlace();
            return await Send(engine, place, signals, cancellation);
        });
        var baseline = new Contender("baseline", async () =>
        {
            await using var place = await engine.EmptyCopy(stored);
            await engine.Settle();
            await using var connection = engine.Open(place);
            return await Turn.Of(rows.Signals, () => engine.Processes, () => Task.Run(() => PreparedInserts.Run(rows, connection, connection)));
        });
        await Contender.TakeTurns(quick ? 1 : 2, ours, baseline);
        Result.Print("ingest-unary", engine.Version, AtLeast, ours, baseline);
    }

    private static StoredRows Read(Engine engine, Place place)
    {
        using var connection = engine.Open(place);
        return StoredRows.Read(connection, oneByOne: true);
    }

    private static async Task<Turn> Send(Engine engine, Place place, IReadOnlyList<(int Stream, CreateSignalRequest Signal)> signals, CancellationToken cancellation)
    {
        await using var service = await ServiceProcess.Start("Signalering", place, cancellation);
        await Sender.WarmUp(service, cancellation);
        var clients = Enumerable.Range(0, SignalSource.Streams + 1).Select(stream => new SignaleringService.SignaleringServiceClient(service.As(Sender.CallerOf(stream)))).ToList();
        await All([.. SignalSource.Signals(SignalSource.WarmUp).Skip(8_000).Take(2_000).Select(signal => (SignalSource.WarmUp, signal))]);
        await engine.Settle();
        return await Turn.Of(signals.Count, () => [service.Id, .. engine.Processes], () => All(signals));

        Task All(IReadOnlyList<(int Stream, CreateSignalRequest Signal)> requests) => Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = cancellation },
            async (request, _) => await clients[request.Stream].CreateSignalAsync(request.Signal, deadline: DateTime.UtcNow + Patience, cancellationToken: cancellation));
    }
}
