using Dapper;
using Npgsql;
using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public sealed class An_erasure_beside_another_session(PostgreSqlFixture postgreSql)
{
    private readonly Store _store = new(postgreSql);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task waits_for_a_log_that_is_being_opened_so_that_it_is_fenced_too()
    {
        await using var ledger = await Ledger.Open(_store);
        await ledger.Post(new Posting("a", 1));
        await using var opener = await Open(ledger);
        await using var opening = await opener.BeginTransactionAsync(Cancellation);
        await new LogTail(ledger.FileKeys, "PO3008").Lock(opening);

        var erasing = ledger.Erase("a");
        await using var onlooker = await Open(ledger);
        await Eventually.Holds(
            async () => erasing.IsCompleted || await onlooker.QuerySingleAsync<bool>("select exists(select 1 from pg_locks where locktype = 'advisory' and not granted)"),
            () => "It neither waits nor ends.");
        await opening.CommitAsync(Cancellation);
        await Eventually.Ends(erasing);

        Assert.Equal(1, await onlooker.QuerySingleAsync<long>("select min(erasures) from logs"));
    }

    [Fact]
    public async Task reads_a_log_for_as_long_as_that_takes()
    {
        await using var ledger = await Ledger.Open(_store, ";Command Timeout=3");
        await ledger.Post(new Posting("a", 1));
        await using var holder = await Open(ledger);
        await using var held = await holder.BeginTransactionAsync(Cancellation);
        await holder.ExecuteAsync("lock table events in access exclusive mode", transaction: held);

        var erasing = ledger.Erase("a");
        await using var onlooker = await Open(ledger);
        await Eventually.Holds(
            async () => erasing.IsCompleted || await onlooker.QuerySingleAsync<bool>(
                "select exists(select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%from events%' and clock_timestamp() - query_start > interval '3.5 seconds')"),
            () => "It neither waits nor ends.");
        await held.RollbackAsync(Cancellation);

        Assert.Equal(1, await Eventually.Ends(erasing));
    }

    private static async Task<NpgsqlConnection> Open(Ledger ledger)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ledger.Place) { Pooling = false, SearchPath = "ledger" }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}
