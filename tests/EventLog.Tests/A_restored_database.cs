using Grpc.Core;
using Microsoft.Extensions.Logging;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests;

public sealed class A_restored_database(PostgreSqlFixture postgreSql) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a dump")]
    [InlineData("a base backup")]
    [InlineData("a copy by template")]
    public async Task on_PostgreSQL_begins_a_new_epoch_by_itself(string way)
    {
        var server = await postgreSql.Server();
        var database = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        var (cursor, epoch) = await Fill(database, 3);
        Func<Task<PostgreSqlRestore>> restore = way switch
        {
            "a dump" => await PostgreSqlRestore.Dump(server, database, _folder),
            "a base backup" => await PostgreSqlRestore.BaseBackup(server, database, _folder),
            _ => await PostgreSqlRestore.Template(server, database),
        };
        var (ahead, _) = await Fill(database, 2);

        await using var restored = await restore();
        await using var ledger = await Start(restored.ConnectionString);

        Assert.True(await ledger.Epoch() > epoch);
        Assert.Contains(ledger.Log.Lines, line => line.Level == LogLevel.Warning && line.Message.Contains("is another database than the one in which its logs were", StringComparison.Ordinal));
        await FollowersGoOnOrStop(ledger, cursor, ahead);
    }

    [Fact]
    public async Task on_SQLite_begins_a_new_epoch_when_it_is_said()
    {
        var (cursor, epoch) = await Fill(null, 3);
        var file = Path.Combine(_folder.File(LedgerService.Name), $"{LedgerService.Name}.db");
        File.Copy(file, _folder.File("backup.db"));
        var (ahead, _) = await Fill(null, 2);
        File.Move(_folder.File("backup.db"), file, overwrite: true);

        using (var database = SqliteDatabase.Open(file))
        {
            Assert.True(await new LogIdentity(database).Raise() > epoch);
        }

        await using var ledger = await Start(null);
        Assert.True(await ledger.Epoch() > epoch);
        await FollowersGoOnOrStop(ledger, cursor, ahead);
    }

    [Fact]
    public async Task twice_from_one_backup_comes_to_two_epochs()
    {
        await Fill(null, 1);
        var file = Path.Combine(_folder.File(LedgerService.Name), $"{LedgerService.Name}.db");
        File.Copy(file, _folder.File("second.db"));

        var epochs = new List<int>();
        foreach (var restored in new[] { file, _folder.File("second.db") })
        {
            using var database = SqliteDatabase.Open(restored);
            epochs.Add(await new LogIdentity(database).Raise());
        }

        Assert.NotEqual(epochs[0], epochs[1]);
    }

    [Fact]
    public async Task is_not_seen_in_one_that_was_only_started_again()
    {
        foreach (var database in new[] { null, await (await postgreSql.Server()).CreateDatabaseAsync(TestContext.Current.CancellationToken) })
        {
            var (_, first) = await Fill(database, 1);
            var (_, second) = await Fill(database, 1);

            Assert.Equal((1, 1), (first, second));
        }
    }

    [Fact]
    public async Task gives_a_log_that_is_opened_afterwards_its_own_epoch()
    {
        await using var ledger = await Start(null);
        await ledger.Tamper("update log_identity set epoch = 7");
        await ledger.Append(1, "PO3008");

        Assert.Equal([7, 7], new[] { "PO3008", "VO2201" }.Select(region => ledger.Read(region: region).GetAwaiter().GetResult().Single().Cursor.Epoch));
    }

    [Fact]
    public async Task does_not_take_a_cursor_that_no_hash_proves()
    {
        await using var ledger = await Start(null);
        await ledger.Append(5);
        var between = new Cursor { Epoch = 1, Position = 3 };
        Assert.Equal([4L, 5L], Assert.Single(await ledger.Read(between)).Events.Select(e => e.Sequence));

        await ledger.Tamper("update log_identity set epoch = 2");

        Assert.Equal("CURSOR_DIVERGED", await RefusalOf(ledger, between));
    }

    private static async Task FollowersGoOnOrStop(LedgerService ledger, Cursor cursor, Cursor ahead)
    {
        Assert.Equal((3L, 5L), (cursor.Position, ahead.Position));
        Assert.Equal(await ledger.Epoch(), Assert.Single(await ledger.Read(cursor)).Cursor.Epoch);
        Assert.Equal("CURSOR_AHEAD", await RefusalOf(ledger, ahead));

        await ledger.Append(4);
        Assert.Equal([4L, 5L, 6L, 7L], Assert.Single(await ledger.Read(cursor)).Events.Select(e => e.Sequence));
        Assert.Equal("CURSOR_DIVERGED", await RefusalOf(ledger, ahead));
    }

    private static async Task<string?> RefusalOf(LedgerService ledger, Cursor cursor) =>
        (await Assert.ThrowsAsync<RpcException>(() => ledger.Read(cursor))).ErrorInfo()?.Reason;

    private async Task<(Cursor Cursor, int Epoch)> Fill(string? connectionString, int events)
    {
        await using var ledger = await Start(connectionString);
        await ledger.Append(events);
        return ((await ledger.Read())[^1].Cursor, await ledger.Epoch());
    }

    private Task<LedgerService> Start(string? connectionString) => LedgerService.Start(_folder, TimeProvider.System, connectionString: connectionString);
}
