using System.Collections;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Regional.ServiceDefaults.Storage;

/// <summary>Writes many rows of a table at once: on PostgreSQL by COPY, or where conflicts are passed over by one statement with an array for each column; on
/// SQLite by one prepared statement, run for each row in the process itself.</summary>
/// <typeparam name="TRow">What a row is made of.</typeparam>
/// <param name="table">The table.</param>
/// <param name="onConflict">What becomes of a row whose key is there: empty to fail, or like <c>on conflict do nothing</c>.</param>
public sealed class TableWriter<TRow>(string table, string onConflict = "") : IEnumerable<string>
{
    private readonly List<Column> _columns = [];
    private string? _sqlite;
    private string? _postgres;

    /// <summary>Adds a column; in the order in which the table is to be written.</summary>
    public void Add<T>(string name, Func<TRow, T> value) => _columns.Add(new Column<T>(name, value));

    /// <summary>Inserts the rows.</summary>
    /// <returns>How many were written; fewer than there are where some were there already and the conflict was passed over.</returns>
    public Task<int> Insert(DbTransaction transaction, IReadOnlyCollection<TRow> rows) => rows.Count == 0
        ? Task.FromResult(0)
        : transaction is SqliteTransaction sqlite ? Task.FromResult(InsertEach(sqlite, rows))
        : onConflict.Length == 0 ? Copy((NpgsqlConnection)transaction.Connection!, rows)
        : InsertAll(transaction, rows);

    /// <summary>The columns' names.</summary>
    public IEnumerator<string> GetEnumerator() => _columns.Select(c => c.Name).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int InsertEach(SqliteTransaction transaction, IReadOnlyCollection<TRow> rows)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.CommandText = _sqlite ??= $"insert into {table}({Names}) values ({string.Join(", ", _columns.Select((_, i) => $"@p{i}"))}) {onConflict}";
        command.Transaction = transaction;
        var parameters = _columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" })).ToArray();
        var written = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = _columns[i].Value(row) ?? DBNull.Value;
            }

            written += command.ExecuteNonQuery();
        }

        return written;
    }

    private async Task<int> Copy(NpgsqlConnection connection, IReadOnlyCollection<TRow> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync(_postgres ??= $"copy {table}({Names}) from stdin (format binary)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var column in _columns)
            {
                await column.Copy(copy, row);
            }
        }

        return (int)await copy.CompleteAsync();
    }

    private async Task<int> InsertAll(DbTransaction transaction, IReadOnlyCollection<TRow> rows)
    {
        using var command = transaction.Command(_postgres ??= $"insert into {table}({Names}) select * from unnest({string.Join(", ", _columns.Select((_, i) => $"${i + 1}"))}) {onConflict}");
        foreach (var column in _columns)
        {
            command.Parameters.Add(column.Array(rows));
        }

        return await command.ExecuteNonQueryAsync();
    }

    private string Names => string.Join(", ", _columns.Select(c => c.Name));

    private abstract class Column(string name)
    {
        public string Name { get; } = name;

        public abstract object? Value(TRow row);

        public abstract NpgsqlParameter Array(IReadOnlyCollection<TRow> rows);

        public abstract Task Copy(NpgsqlBinaryImporter copy, TRow row);
    }

    private sealed class Column<T>(string name, Func<TRow, T> value) : Column(name)
    {
        public override object? Value(TRow row) => value(row);

        public override NpgsqlParameter Array(IReadOnlyCollection<TRow> rows)
        {
            var array = new T[rows.Count];
            var i = 0;
            foreach (var row in rows)
            {
                array[i++] = value(row);
            }

            return new NpgsqlParameter<T[]> { TypedValue = array };
        }

        public override Task Copy(NpgsqlBinaryImporter copy, TRow row) => copy.WriteAsync(value(row));
    }
}
