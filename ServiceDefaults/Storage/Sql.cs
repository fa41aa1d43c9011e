using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Regional.ServiceDefaults.Storage;

/// <summary>A statement that the two engines write differently.</summary>
/// <param name="Sqlite">As SQLite has it.</param>
/// <param name="Postgres">As PostgreSQL has it.</param>
public readonly record struct Sql(string Sqlite, string Postgres)
{
    /// <summary>The one for this connection.</summary>
    public string For(DbConnection connection) => connection is SqliteConnection ? Sqlite : Postgres;
}

/// <summary>Parameters that the two engines take differently.</summary>
public static class SqlParameters
{
    /// <summary>A set of ids for one statement: to be read as <c>(select unhex(value) from json_each(@ids))</c> by SQLite, and as <c>unnest(@ids)</c> or
    /// <c>any(@ids)</c> by PostgreSQL.</summary>
    public static object SetOf(this DbConnection connection, IEnumerable<byte[]> ids) =>
        connection is SqliteConnection ? JsonSerializer.Serialize(ids.Select(Convert.ToHexString)) : ids.ToArray();

    /// <summary>A set of words for one statement: to be read as <c>(select value from json_each(@words))</c> by SQLite, and as <c>any(@words)</c> by PostgreSQL.</summary>
    public static object SetOf(this DbConnection connection, IEnumerable<string> words) =>
        connection is SqliteConnection ? JsonSerializer.Serialize(words) : words.ToArray();

    /// <summary>A set of numbers for one statement, to be read as words are.</summary>
    public static object SetOf(this DbConnection connection, IEnumerable<long> numbers) =>
        connection is SqliteConnection ? JsonSerializer.Serialize(numbers) : numbers.ToArray();

    /// <summary>A command of the transaction.</summary>
    public static DbCommand Command(this DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }
}
