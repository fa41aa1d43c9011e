using System.Data.Common;
using Dapper;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog;

/// <summary>Where the logs of a service lie, as an administrator names it: for what is done without the service.</summary>
/// <param name="written">A SQLite file, the folder that holds it, or the connection string of a PostgreSQL database as Npgsql writes it.</param>
/// <param name="service">The service, like <c>signalering</c>: its schema in PostgreSQL, its file in the folder.</param>
public sealed class LogPlace(string written, string service)
{
    private readonly bool _isPostgres = written.Contains('=', StringComparison.Ordinal) && !File.Exists(written) && !Directory.Exists(written);

    private string FileName => Directory.Exists(written) ? Path.Combine(written, $"{service}.db") : written;

    /// <summary>Opens it for reading; a service may be at work there.</summary>
    /// <exception cref="StartupFaultException">It cannot be opened, or holds no log.</exception>
    public async Task<DbConnection> OpenToRead()
    {
        if (!_isPostgres && !File.Exists(FileName))
        {
            throw new StartupFaultException($"There is no file {FileName}. Name the SQLite file, the folder that holds it, or the connection string of a PostgreSQL database.");
        }

        DbConnection? connection = null;
        try
        {
            connection = _isPostgres ? await PostgresDatabase.OpenToRead(written, service) : SqliteDatabase.OpenToRead(FileName);
            await connection.ExecuteAsync("select 1 from logs limit 1");
            return connection;
        }
        catch (DbException fault)
        {
            connection?.Dispose();
            throw new StartupFaultException(connection is null
                ? $"{Name} cannot be opened: {fault.Message.ReplaceLineEndings(" ")}"
                : $"{Name} holds no log: {fault.Message.ReplaceLineEndings(" ")} Name the database of a service that has one.");
        }
    }

    /// <summary>Says that it was restored: the epoch of its logs rises, also where the database itself does not show it.</summary>
    /// <returns>The new epoch.</returns>
    /// <exception cref="StartupFaultException">It cannot be opened, holds no log, or a service is at work on the file.</exception>
    public async Task<int> Restored()
    {
        // What holds no log is not touched.
        await (await OpenToRead()).DisposeAsync();
        using Database database = _isPostgres ? PostgresDatabase.Open(written, service) : SqliteDatabase.Open(FileName);
        await Migrations.Apply(database, typeof(LogPlace).Assembly);
        return await new LogIdentity(database).Raise();
    }

    /// <summary>Where the service has its keys, unless it was told otherwise; null where that cannot be known.</summary>
    public string? KeysBeside => _isPostgres ? null : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(FileName))!, "keys");

    /// <summary>For people, without a password.</summary>
    public string Name => _isPostgres ? PostgresDatabase.PlaceOf(written, service) : FileName;
}
