using System.Data.Common;
using Npgsql;
using Regional.LocalServers;

namespace Regional.Bench.Stores;

/// <summary>A PostgreSQL of the benchmark's own; a place is a database in it.</summary>
internal sealed class PostgreSql : Engine
{
    // As the services ask for it: commits wait for the disk, and what is prepared on an empty table is planned anew when it is full.
    private const string Durable = "-c synchronous_commit=on -c plan_cache_mode=force_custom_plan -c jit=off -c random_page_cost=1.1";

    private readonly PostgreSqlServer _server;

    private PostgreSql(PostgreSqlServer server, string version) => (_server, Version) = (server, version);

    public override string Version { get; }

    public override IReadOnlyList<int> Processes => _server.ProcessIds;

    public static async Task<PostgreSql> Start(CancellationToken cancellation)
    {
        var server = await PostgreSqlServer.StartAsync(cancellationToken: cancellation);
        await using var connection = new NpgsqlConnection($"{server.ConnectionString};Pooling=false");
        await connection.OpenAsync(cancellation);
        await using var settings = new NpgsqlCommand("select current_setting('fsync') || ', synchronous_commit=' || current_setting('synchronous_commit')", connection);
        return new(server, $"PostgreSQL {connection.PostgreSqlVersion}, fsync={await settings.ExecuteScalarAsync(cancellation)}");
    }

    public override async Task<Place> NewPlace() => new(this, await _server.CreateDatabaseAsync());

    // Not asynchronously: on a socket that has been waited for so once, every later wait is a detour, and the baseline would pay for it.
    public override DbConnection Open(Place place)
    {
        var connection = new NpgsqlConnection($"{place.Database};Pooling=false;Search Path=signalering;Options={Durable};Max Auto Prepare=50;Auto Prepare Min Usages=1");
        connection.Open();
        return connection;
    }

    public override async Task<Place> EmptyCopy(Place place)
    {
        var name = $"copy_{Guid.NewGuid():N}";
        await Execute(_server.ConnectionString, $"create database {name} template {NameOf(place)}");
        var copy = new Place(this, new NpgsqlConnectionStringBuilder(place.Database) { Database = name }.ConnectionString);
        await Execute(copy.Database!, "truncate signalering.request_keys, signalering.signals, signalering.file_keys, signalering.events, signalering.commits, signalering.logs, subjects.subjects");
        return copy;
    }

    public override Task Settle() => Execute(_server.ConnectionString, "checkpoint");

    public override Task Remove(Place place) => Execute(_server.ConnectionString, $"drop database {NameOf(place)} with (force)");

    public override ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string NameOf(Place place) => new NpgsqlConnectionStringBuilder(place.Database).Database!;

    private static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
