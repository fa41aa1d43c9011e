using System.Data.Common;
using System.Net.Sockets;
using Dapper;
using Npgsql;
using Regional.ServiceDefaults.Refusals;

namespace Regional.ServiceDefaults.Storage;

/// <summary>A schema of a PostgreSQL database, which several processes may share.</summary>
/// <remarks>A connection is rented for one transaction and given back. Eight write at a time: an append holds its log's head row to COMMIT, so more would only
/// wait, each with a connection in hand.</remarks>
public sealed class PostgresDatabase : Database
{
    /// <summary>Most connections that write.</summary>
    public const int MostWriters = 8;

    private const int MostAttempts = 5;

    // A prepared statement keeps its plan: one that is made while a table is empty reads the whole of it, and would still do so when it holds a million rows. And
    // no statement here is long enough to be worth compiling. What a batch looks up lies in memory or on a disk that does not turn: by the server's own guess, four times
    // a page in order, it would read a table of fifty thousand rows for a few hundred of them, at each commit.
    private const string Planning = "-c plan_cache_mode=force_custom_plan -c jit=off -c random_page_cost=1.1";

    private readonly NpgsqlDataSource _writers;
    private readonly NpgsqlDataSource _readers;
    private readonly string _connectionString;
    private readonly string _schema;

    private PostgresDatabase(NpgsqlConnectionStringBuilder settings, string schema)
    {
        _connectionString = settings.ConnectionString;
        (Place, _schema) = (PlaceOf(settings, schema), schema);
        settings.ApplicationName ??= "regional";
        settings.SearchPath = schema;
        settings.MaxAutoPrepare = 50;
        settings.AutoPrepareMinUsages = 2;
        // Nobody changes a session, so nothing need be put back each time that one is rented.
        settings.NoResetOnClose = true;
        // A lock that does not come within 2 s is answered with UNAVAILABLE, and a transaction whose process froze is ended after 5 s, so that its log goes on.
        settings.Options = $"-c lock_timeout=2s -c idle_in_transaction_session_timeout=5s -c synchronous_commit=on {Planning}";
        settings.MaxPoolSize = MostWriters;
        _writers = NpgsqlDataSource.Create(settings);
        settings.Options = $"-c default_transaction_read_only=on -c idle_in_transaction_session_timeout=60s {Planning}";
        settings.MaxPoolSize = 4 * MostWriters;
        _readers = NpgsqlDataSource.Create(settings);
    }

    /// <inheritdoc/>
    public override string Place { get; }

    internal override string Engine => "postgres";

    /// <summary>The schema in the database that the connection string names.</summary>
    /// <param name="connectionString">As Npgsql has it.</param>
    /// <param name="schema">Made at the first migration; a name of ours, not of a user.</param>
    /// <exception cref="StartupFaultException">The connection string cannot be read.</exception>
    public static PostgresDatabase Open(string connectionString, string schema) => new(Read(connectionString), schema);

    /// <summary>One connection for reading only, to a database that a service may be working on.</summary>
    /// <exception cref="StartupFaultException">The connection string cannot be read.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<DbConnection> OpenToRead(string connectionString, string schema)
    {
        var settings = Read(connectionString);
        (settings.SearchPath, settings.Options, settings.Pooling) = (schema, "-c default_transaction_read_only=on", false);
        var reader = new NpgsqlConnection(settings.ConnectionString);
        await reader.OpenAsync();
        return reader;
    }

    /// <summary>Where the schema is, for people.</summary>
    /// <exception cref="StartupFaultException">The connection string cannot be read.</exception>
    public static string PlaceOf(string connectionString, string schema) => PlaceOf(Read(connectionString), schema);

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenReader() => await _readers.OpenConnectionAsync();

    /// <inheritdoc/>
    public override async Task<T> Write<T>(Func<DbTransaction, Task<T>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var connection = await _writers.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            try
            {
                var result = await write(transaction);
                if (result is not null)
                {
                    await transaction.CommitAsync();
                }

                return result;
            }
            catch (PostgresException again) when (attempt < MostAttempts && again.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                // Undone by the database so that another may go on; disposing the transaction ends it.
            }
        }
    }

    /// <inheritdoc/>
    public override Task<bool> Purge() => Task.FromResult(true);

    /// <inheritdoc/>
    public override Task<Lease?> Lead(string task, TimeProvider clock) => PostgresLease.Take(_connectionString, _schema, task, isShared: false, clock);

    /// <inheritdoc/>
    public override Task<Lease?> Share(string task, TimeProvider clock) => PostgresLease.Take(_connectionString, _schema, task, isShared: true, clock);

    internal override async Task Reach()
    {
        try
        {
            await using var connection = await _writers.OpenConnectionAsync();
        }
        catch (Exception fault) when (fault is NpgsqlException or SocketException)
        {
            throw Unreachable(fault);
        }
    }

    internal override async Task LockSchema(DbTransaction transaction)
    {
        // A migration may take long, and who waits for it waits as long.
        await transaction.Connection!.ExecuteAsync("set local lock_timeout = 0", transaction: transaction);
        // The name of the schema as the lock's number: two services in one database do not wait for each other.
        await transaction.Connection!.ExecuteAsync("select pg_advisory_xact_lock(hashtext('regional ' || @_schema))", new { _schema }, transaction, commandTimeout: 0);
        await transaction.Connection!.ExecuteAsync($"create schema if not exists {_schema}", transaction: transaction);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _writers.Dispose();
        _readers.Dispose();
    }

    private StartupFaultException Unreachable(Exception fault)
    {
        var settings = Read(_connectionString);
        var server = $"{settings.Host}:{settings.Port}";
        return (fault as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => new($"There is no database {settings.Database} on the PostgreSQL at {server}: make it (createdb), or name another in ConnectionStrings:database."),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege => new(
                $"The PostgreSQL at {server} does not let {settings.Username} into the database {settings.Database}: correct Username and Password in ConnectionStrings:database, or the rights of that user."),
            _ => new(
                $"The PostgreSQL at {server} with the database {settings.Database} cannot be reached ({(fault.InnerException ?? fault).Message.ReplaceLineEndings(" ")}): start it, or correct ConnectionStrings:database.",
                mayPass: true),
        };
    }

    private static string PlaceOf(NpgsqlConnectionStringBuilder settings, string schema) => $"{settings.Host}:{settings.Port}/{settings.Database} ({schema})";

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new(connectionString);
        }
        catch (ArgumentException)
        {
            // Its text may hold the password.
            throw new StartupFaultException("The connection string of the database (ConnectionStrings:database, --database) cannot be read; it looks like Host=...;Port=5432;Database=...;Username=...;Password=...");
        }
    }
}
