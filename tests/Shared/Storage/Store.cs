using Regional.ServiceDefaults.Storage;

namespace Regional.Tests;

/// <summary>Where a test keeps its data: in a SQLite file of its own, or in a fresh database of the assembly's PostgreSQL.</summary>
public sealed record Store(PostgreSqlFixture? PostgreSql = null)
{
    /// <summary>The connection string of a new database; null for SQLite.</summary>
    public async Task<string?> NewDatabase() => PostgreSql is null ? null : await (await PostgreSql.Server()).CreateDatabaseAsync();

    internal static Database Open(string? connectionString, string file) =>
        connectionString is null ? SqliteDatabase.Open(file) : PostgresDatabase.Open(connectionString, Path.GetFileNameWithoutExtension(file));
}
