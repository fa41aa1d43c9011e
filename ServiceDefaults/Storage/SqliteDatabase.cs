using System.Data.Common;
using Microsoft.Data.Sqlite;
using Regional.ServiceDefaults.Refusals;

namespace Regional.ServiceDefaults.Storage;

/// <summary>One SQLite file: many readers, one writer, one process.</summary>
/// <remarks>
/// WAL with <c>synchronous=FULL</c>: with NORMAL a power cut may take back what was acknowledged. The default cache, never a shared one, in which a reader
/// waits for the writer. A lock file keeps a second process out, because the log's head lives in one process only.
/// </remarks>
public sealed class SqliteDatabase : Database
{
    /// <summary>How the writer's connection is set. Ids and keys are random, so every commit touches pages all over the file: with 16 MB of cache, and a
    /// checkpoint each 16 MB of log, a page is written back once instead of many times. What is deleted is overwritten, so that it is gone from the file.</summary>
    public const string Pragmas = $"""
        pragma journal_mode=wal; pragma synchronous=full; {BusyTimeout};
        pragma cache_size=-16384; pragma wal_autocheckpoint=4096; pragma journal_size_limit=67108864; pragma secure_delete=on;
        """;

    private const string BusyTimeout = "pragma busy_timeout=5000";

    private readonly FileStream _lockFile;
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly HashSet<string> _led = [];

    private SqliteDatabase(string file, FileStream lockFile)
    {
        (Place, _lockFile) = (file, lockFile);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5 }.ToString();
        _writer = new SqliteConnection(_connectionString);
        _writer.Open();
        Execute(_writer, Pragmas);
    }

    /// <inheritdoc/>
    public override string Place { get; }

    internal override string Engine => "sqlite";

    /// <summary>Opens the file, or makes it, for this process alone.</summary>
    /// <exception cref="StartupFaultException">Another process has it, or the folder cannot be written.</exception>
    public static SqliteDatabase Open(string file)
    {
        try
        {
            SecretFile.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var lockFile = new FileStream($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                return new SqliteDatabase(file, lockFile);
            }
            catch (SqliteException damaged)
            {
                lockFile.Dispose();
                throw new StartupFaultException($"{file} cannot be opened as a database ({damaged.SqliteErrorCode}): it is damaged or something else; restore it from the backup, or move it away to begin anew.");
            }
        }
        catch (IOException)
        {
            throw new StartupFaultException($"{file} is in use by another process, or its folder cannot be written; stop the other one or set Data:Path to another folder.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartupFaultException($"{file} cannot be opened: this user may not write its folder; set Data:Path to one that it may.");
        }
    }

    /// <summary>Opens the file for reading only, beside the process that may have it. The file stays as it is.</summary>
    /// <exception cref="SqliteException">There is no such file, or it is no database.</exception>
    public static DbConnection OpenToRead(string file)
    {
        // Of the two files beside it, which even a reader needs, one that may write takes its own away at the end; but it would also write back those that a
        // crash has left.
        var mode = File.Exists($"{file}-wal") ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite;
        var reader = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        reader.Open();
        Execute(reader, "pragma query_only=1");
        return reader;
    }

    /// <inheritdoc/>
    public override Task<DbConnection> OpenReader()
    {
        var reader = new SqliteConnection(_connectionString);
        reader.Open();
        return Task.FromResult<DbConnection>(reader);
    }

    /// <inheritdoc/>
    public override async Task<T> Write<T>(Func<DbTransaction, Task<T>> write)
    {
        // Disposing a transaction that was not committed rolls it back.
        await _writing.WaitAsync();
        try
        {
            using var transaction = _writer.BeginTransaction(deferred: false);
            var result = await write(transaction);
            if (result is not null)
            {
                transaction.Commit();
            }

            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task<bool> Purge()
    {
        await _writing.WaitAsync();
        try
        {
            // busy, pages in the log, pages folded in. It waits for no reader: all writers would wait with it.
            using var checkpoint = _writer.CreateCommand();
            checkpoint.CommandText = "pragma busy_timeout=0";
            checkpoint.ExecuteNonQuery();
            checkpoint.CommandText = "pragma wal_checkpoint(truncate)";
            var isBusy = checkpoint.ExecuteScalar() is not 0L;
            checkpoint.CommandText = BusyTimeout;
            checkpoint.ExecuteNonQuery();
            return !isBusy;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public override Task<Lease?> Lead(string task, TimeProvider clock) => Task.FromResult(ProcessLease.Take(_led, task));

    /// <inheritdoc/>
    public override Task<Lease?> Share(string task, TimeProvider clock) => Lead($"{task}, shared", clock); // no other process has the file

    // BEGIN IMMEDIATE keeps every other writer out, and the lock file every other process.
    internal override Task LockSchema(DbTransaction transaction) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _writing.Wait();
        SqliteConnection.ClearPool(_writer);
        _writer.Dispose();
        _lockFile.Dispose();
        _writing.Dispose();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
