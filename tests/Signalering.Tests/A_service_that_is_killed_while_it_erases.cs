using System.Data.Common;
using Dapper;
using Grpc.Core;
using Npgsql;
using Regional.Tests;

namespace Regional.Signalering.Tests;

public sealed class A_service_that_is_killed_while_it_erases(PostgreSqlFixture postgreSql) : IAsyncLifetime
{
    private const string Number = "999993653";

    private readonly TemporaryFolder _folder = new();
    private string _connectionString = "";

    private string List => _folder.File("data/erasures/signalering.ndjson");

    public async ValueTask InitializeAsync() => _connectionString = await (await postgreSql.Server()).CreateDatabaseAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task erases_at_the_next_start_what_had_been_ordered()
    {
        await KillWhileErasing("select * from signalering.logs for update", _ => Task.FromResult(File.Exists(List) && new FileInfo(List).Length > 0));
        await using var database = await Open();
        Assert.Equal((1, 1), await Stored(database));

        await using var restarted = await SignaleringProcess.Start(_folder, _connectionString);

        Assert.Equal((0, 0), await Stored(database));
        Assert.Equal(0, await restarted.Erase(Number));
    }

    [Fact]
    public async Task forgets_the_pseudonym_at_the_next_start_when_it_died_after_the_log()
    {
        await KillWhileErasing("select * from subjects.erasures for update", async database => await database.QuerySingleAsync<long>("select max(erasures) from signalering.logs") == 1);
        await using var database = await Open();
        Assert.Equal((0, 1), await Stored(database));

        await using var restarted = await SignaleringProcess.Start(_folder, _connectionString);

        Assert.Equal((0, 0), await Stored(database));
    }

    /// <summary>Orders an erasure that cannot go past a lock, and kills the process when it stands there.</summary>
    private async Task KillWhileErasing(string standsBefore, Func<DbConnection, Task<bool>> stands)
    {
        await using var service = await SignaleringProcess.Start(_folder, _connectionString);
        await service.Send(Number);
        await using var holder = await Open();
        await using var held = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await holder.ExecuteAsync(standsBefore, transaction: held);
        await using var onlooker = await Open();

        var erasing = service.Erase(Number);
        await Limit.Until(() => stands(onlooker));
        Unix.Signal(service.Process.Id, Unix.Kill);

        await Assert.ThrowsAsync<RpcException>(() => erasing);
        await held.RollbackAsync(TestContext.Current.CancellationToken);
        await service.Process.Exit();
    }

    private static async Task<(int Signals, int Pseudonyms)> Stored(DbConnection database) =>
        await database.QuerySingleAsync<(int, int)>("select (select count(*)::int from signalering.signals), (select count(*)::int from subjects.subjects)");

    private async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
