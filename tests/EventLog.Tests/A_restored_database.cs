using System.Data.Common;
using Dapper;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Regional.EventLog.Tests.Accounts;
using Regional.LocalServers;
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
        await using var own = await OwnServer(way);
        var server = own ?? await postgreSql.Server();
        var database = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        var (cursor, epoch) = await Fill(database, 3);
        Func<Task<PostgreSqlRestore>> restore = way switch
        {
            "a dump" => await PostgreSqlRestore.Dump(server, database, _folder),
            "a base backup" => await PostgreSqlRestore.BaseBackup(database, _folder),
            _ => await PostgreSqlRestore.Template(server, database),
        };
        var (ahead, _) = await Fill(database, 2);

        await using var restored = await restore();
        await using var ledger = await Start(restored.ConnectionString);

        Assert.True(await ledger.Epoch() > epoch);
        Assert.Contains(ledger.Log.Lines, line => line.Level == LogLevel.Warning && line.Message.Contains("is another database than the one in which its logs were", StringComparison.Ordinal));
        await FollowersGoOnOrStop(ledger, cursor, ahead);
    }

    [Theory]
    [InlineData("a dump over the same database")]
    [InlineData("a base backup without recovery")]
    public async Task on_PostgreSQL_that_looks_as_before_begins_a_new_epoch_when_it_is_said(string way)
    {
        await using var own = await OwnServer(way);
        var database = await (own ?? await postgreSql.Server()).CreateDatabaseAsync(TestContext.Current.CancellationToken);
        var (cursor, epoch) = await Fill(database, 3);
        var restore = way == "a dump over the same database" ? await PostgreSqlRestore.DumpIntoTheSame(database, _folder) : await PostgreSqlRestore.BaseBackup(database, _folder, isRecovery: false);
        var (ahead, _) = await Fill(database, 2);
        await using var restored = await restore();
        await using (var unaware = await Start(restored.ConnectionString))
        {
            Assert.Equal(epoch, await unaware.Epoch());
        }

        Assert.True(await new LogPlace(restored.ConnectionString, LedgerService.Name).Restored() > epoch);

        await using var ledger = await Start(restored.ConnectionString);
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

        Assert.True(await new LogPlace(_folder.File(LedgerService.Name), LedgerService.Name).Restored() > epoch);

        await using var ledger = await Start(null);
        Assert.True(await ledger.Epoch() > epoch);
        await FollowersGoOnOrStop(ledger, cursor, ahead);
    }

    [Fact]
    public async Task of_an_older_schema_is_brought_up_to_date_when_it_is_said()
    {
        await Fill(null, 3);
        var file = Path.Combine(_folder.File(LedgerService.Name), $"{LedgerService.Name}.db");
        using (var older = SqliteDatabase.Open(file))
        {
            await older.Write(async transaction =>
            {
                await TakeBack(transaction, number: 2);
                await transaction.Connection!.ExecuteAsync("insert into logs(region, epoch) values ('VO2201', 7)", transaction: transaction);
            });
        }

        Assert.True(await new LogPlace(file, LedgerService.Name).Restored() > 7);
    }

    // Makes the log's tables anew, empty, as the program of that schema did.
    private static async Task TakeBack(DbTransaction transaction, int number)
    {
        var connection = transaction.Connection!;
        var made = await connection.QueryAsync<(string Type, string Name)>("select type, name from sqlite_schema where type in ('view', 'table') and name <> 'schema_history' order by type desc", transaction: transaction);
        foreach (var (type, name) in made)
        {
            await connection.ExecuteAsync($"drop {type} {name}", transaction: transaction);
        }

        var assembly = typeof(EventLogExtensions).Assembly;
        foreach (var script in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sqlite.sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(number))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(script)!);
            await connection.ExecuteAsync(await reader.ReadToEndAsync(), transaction: transaction);
        }

        await connection.ExecuteAsync("delete from schema_history where source = 'Regional.EventLog' and number > @number", new { number }, transaction);
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
            epochs.Add(await new LogPlace(restored, LedgerService.Name).Restored());
        }

        Assert.NotEqual(epochs[0], epochs[1]);
    }

    [Fact]
    public async Task is_followed_from_its_beginning_by_a_follower_whose_data_were_taken_away()
    {
        var (file, backup) = (Path.Combine(_folder.File(LedgerService.Name), $"{LedgerService.Name}.db"), _folder.File("backup.db"));
        await Fill(null, 3);
        File.Copy(file, backup);
        await Fill(null, 2);
        await using (var ahead = await Start(null))
        await using (var reader = await Reader.Start(_folder, ahead.Address))
        {
            await reader.HasRead(5);
        }

        File.Move(backup, file, overwrite: true);
        await new LogPlace(file, LedgerService.Name).Restored();
        await using var ledger = await Start(null);
        await ledger.Append(1);
        await using (var stopped = await Reader.Start(_folder, ledger.Address))
        {
            await Eventually.Holds(() => stopped.Progress.StoppedAt == 6, () => $"{stopped.Progress}");
        }

        Directory.Delete(_folder.File("reader"), recursive: true);
        await using var anew = await Reader.Start(_folder, ledger.Address);
        await anew.HasRead(4);
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

    // A base backup copies the databases of all tests, where they share their server.
    private static async Task<PostgreSqlServer?> OwnServer(string way) =>
        way.StartsWith("a base backup", StringComparison.Ordinal) ? await PostgreSqlServer.StartAsync(null, TestContext.Current.CancellationToken).OrSkip() : null;

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
