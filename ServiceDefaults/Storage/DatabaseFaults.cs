using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Regional.ServiceDefaults.Storage;

/// <summary>What a fault of the database is about.</summary>
public static class DatabaseFaults
{
    // SQLite's result codes (sqlite.org/rescode.html): TOOBIG, CONSTRAINT, MISMATCH.
    private static readonly int[] OfSqlite = [18, 19, 20];

    private const int FullOfSqlite = 13;

    // ENOSPC, and ERROR_DISK_FULL as an HRESULT.
    private const int FullOfUnix = 28;
    private const int FullOfWindows = unchecked((int)0x80070070);

    /// <summary>Whether there was no room for what was to be written: SQLITE_FULL, on PostgreSQL the SQLSTATE 53100 (disk_full), and what the system says of a file.</summary>
    public static bool IsOfAFullDisk(this Exception fault) => fault
        is SqliteException { SqliteErrorCode: FullOfSqlite }
        or PostgresException { SqlState: PostgresErrorCodes.DiskFull }
        or IOException { HResult: FullOfUnix or FullOfWindows };

    /// <summary>Whether the data of the statement are at fault, so that the same statement will fail again, and one without them will not.</summary>
    /// <remarks>On PostgreSQL the SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation).</remarks>
    public static bool IsOfTheData(this DbException fault) => fault switch
    {
        SqliteException sqlite => OfSqlite.Contains(sqlite.SqliteErrorCode),
        PostgresException postgres => postgres.SqlState.StartsWith("22", StringComparison.Ordinal) || postgres.SqlState.StartsWith("23", StringComparison.Ordinal),
        _ => false,
    };
}
