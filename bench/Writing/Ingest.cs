using System.CommandLine;
using Npgsql;
using Regional.Bench.Measuring;
using Regional.Bench.Signals;
using Regional.Bench.Stores;

namespace Regional.Bench.Writing;

/// <summary>How fast signals get from a socket into the log, as a share of what the database can take: the same rows, in the same commits, into the same tables.</summary>
internal static class Ingest
{
    public static Command Sqlite() => BenchCommand.Of(
        "ingest-sqlite",
        "Pushes 200,000 signals over gRPC (8 streams, batches of 100, a JWT for each stream) into Signalering on SQLite, against prepared INSERTs of the rows that it stored, in the same commits. Asked for: 0.50.",
        async (quick, cancellation) =>
        {
            await using var engine = new Sqlite();
            await Run("ingest-sqlite", 0.50, engine, InsertInto, quick, cancellation);
        });

    public static Command PostgreSql() => BenchCommand.Of(
        "ingest-postgres",
        "Pushes 200,000 signals over gRPC (8 streams, batches of 100, a JWT for each stream) into Signalering on a PostgreSQL of its own, against binary COPY of the rows that it stored, in the same commits. Asked for: 0.30.",
        async (quick, cancellation) =>
        {
            await using var engine = await Stores.PostgreSql.Start(cancellation);
            await Run("ingest-postgres", 0.30, engine, CopyInto, quick, cancellation);
        });

    private static async Task Run(string name, double atLeast, Engine engine, Func<Engine, Place, StoredRows, Task<Turn>> copy, bool quick, CancellationToken cancellation)
    {
        var streams = Sender.Prepare(quick ? 20_000 : 200_000);
        var peak = 0L;
        // A turn that does not count: what it stores is what the baseline stores.
        await using var stored = await engine.NewPlace();
        await PushTurn.Run(engine, stored, streams, _ => { }, cancellation);
        var rows = Read(engine, stored);

        var ours = new Contender("ours", async () =>
        {
            await using var place = await engine.NewPlace();
            return await PushTurn.Run(engine, place, streams, service => peak = Math.Max(peak, service.PeakMemory), cancellation);
        });
        var baseline = new Contender("baseline", async () =>
        {
            await using var place = await engine.EmptyCopy(stored);
            await engine.Settle();
            return await copy(engine, place, rows);
        });
        await Contender.TakeTurns(quick ? 1 : 2, ours, baseline);
        Result.Print(name, engine.Version, atLeast, ours, baseline, ("signals_in_a_commit", (double)rows.Signals / rows.Commits), ("peak_memory_mb", peak / 1e6));
    }

    private static StoredRows Read(Engine engine, Place place)
    {
        using var connection = engine.Open(place);
        return StoredRows.Read(connection, oneByOne: false);
    }

    private static async Task<Turn> InsertInto(Engine engine, Place place, StoredRows rows)
    {
        var (main, subjects) = Stores.Sqlite.OpenBoth(place);
        await using var _ = main;
        await using var __ = subjects;
        return await Turn.Of(rows.Signals, () => engine.Processes, () => Task.Run(() => PreparedInserts.Run(rows, main, subjects)));
    }

    private static async Task<Turn> CopyInto(Engine engine, Place place, StoredRows rows)
    {
        await using var connection = (NpgsqlConnection)engine.Open(place);
        return await Turn.Of(rows.Signals, () => engine.Processes, () => Task.Run(() => BinaryCopy.Run(rows, connection)));
    }
}
