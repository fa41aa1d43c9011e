using System.Diagnostics;
using Dapper;
using Npgsql;
using Regional.LocalServers;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>A database that was brought back by PostgreSQL's own means, as <c>docs/operations.md</c> tells it.</summary>
/// <param name="ConnectionString">Where it is now.</param>
/// <param name="Server">Its server; null where it is that of the first database.</param>
internal sealed record PostgreSqlRestore(string ConnectionString, PostgreSqlServer? Server) : IAsyncDisposable
{
    private static string Programs => Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    /// <summary>Dumps the database; the restore goes into a new one.</summary>
    public static async Task<Func<Task<PostgreSqlRestore>>> Dump(PostgreSqlServer server, string connectionString, TemporaryFolder folder)
    {
        var dump = folder.File("dump");
        await Run("pg_dump", connectionString, "-Fc", "-f", dump, "-d", NameIn(connectionString));
        return async () =>
        {
            var restored = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
            await Run("pg_restore", restored, "-d", NameIn(restored), dump);
            return new(restored, null);
        };
    }

    /// <summary>Dumps the database; the restore puts what it holds back into the same one.</summary>
    public static async Task<Func<Task<PostgreSqlRestore>>> DumpIntoTheSame(string connectionString, TemporaryFolder folder)
    {
        var dump = folder.File("dump");
        await Run("pg_dump", connectionString, "-Fc", "-f", dump, "-d", NameIn(connectionString));
        return async () =>
        {
            await Run("pg_restore", connectionString, "--clean", "-d", NameIn(connectionString), dump);
            return new(connectionString, null);
        };
    }

    /// <summary>Copies the whole server; the restore recovers it as far as its log reaches, on a timeline of its own.</summary>
    /// <param name="connectionString">To a database of a server of its own.</param>
    /// <param name="folder">Takes the copy.</param>
    /// <param name="isRecovery">Whether it is told that it is recovered; else it takes itself for a server that crashed.</param>
    public static async Task<Func<Task<PostgreSqlRestore>>> BaseBackup(string connectionString, TemporaryFolder folder, bool isRecovery = true)
    {
        var (place, login) = (folder.File("restored"), new NpgsqlConnectionStringBuilder(connectionString));
        SecretFile.CreateFolder(place);
        var data = Path.Combine(place, "data");
        await Run("pg_basebackup", connectionString, "-D", data, "-X", "stream", "-c", "fast", "--no-sync");
        return async () =>
        {
            if (isRecovery)
            {
                await File.WriteAllTextAsync(Path.Combine(data, "recovery.signal"), "", TestContext.Current.CancellationToken);
                await File.AppendAllTextAsync(Path.Combine(data, "postgresql.auto.conf"), "restore_command = 'false'\n", TestContext.Current.CancellationToken);
            }

            await File.WriteAllTextAsync(Path.Combine(place, "user"), login.Username, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(place, "password"), login.Password, TestContext.Current.CancellationToken);
            if (Environment.IsPrivilegedProcess)
            {
                await Run("/usr/bin/chown", connectionString, "-R", "postgres:postgres", data);
            }

            var restored = await PostgreSqlServer.StartAsync(new() { Folder = place }, TestContext.Current.CancellationToken);
            await Eventually.Holds(() => HasRecovered(restored.ConnectionString), () => "It is still in recovery, and can be read only.");
            return new(new NpgsqlConnectionStringBuilder(restored.ConnectionString) { Database = login.Database }.ConnectionString, restored);
        };
    }

    /// <summary>Copies the database within its server.</summary>
    public static async Task<Func<Task<PostgreSqlRestore>>> Template(PostgreSqlServer server, string connectionString)
    {
        var copy = new NpgsqlConnectionStringBuilder(connectionString) { Database = $"copy_{Guid.NewGuid():N}" };
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"create database {copy.Database} template {NameIn(connectionString)}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return () => Task.FromResult(new PostgreSqlRestore(copy.ConnectionString, null));
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }

    private static async Task<bool> HasRecovered(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        return !await connection.QuerySingleAsync<bool>("select pg_is_in_recovery()");
    }

    private static string NameIn(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static async Task Run(string program, string connectionString, params string[] arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Programs, program), arguments)
        {
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = server.Host, ["PGPORT"] = $"{server.Port}", ["PGUSER"] = server.Username, ["PGPASSWORD"] = server.Password,
            },
        })!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {errors}");
    }
}
