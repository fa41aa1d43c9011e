using System.Data.Common;
using Regional.Bench.Stores;

namespace Regional.Bench.Writing;

/// <summary>A baseline: the rows that the service stored, by prepared INSERTs, in the same commits.</summary>
internal static class PreparedInserts
{
    /// <param name="rows">The rows.</param>
    /// <param name="main">A connection to the empty tables.</param>
    /// <param name="subjects">One to that of the pseudonyms; it may be the same.</param>
    public static void Run(StoredRows rows, DbConnection main, DbConnection subjects)
    {
        var inserts = rows.Tables.Select(table => (Rows: table, Insert: Prepare(table.Name == StoredRows.Subjects ? subjects : main, table))).ToList();
        for (var commit = 0; commit < rows.Commits; commit++)
        {
            foreach (var connection in inserts.GroupBy(insert => insert.Rows.Name == StoredRows.Subjects))
            {
                Commit(connection.Select(insert => (insert.Insert, insert.Rows.Commits[commit])));
            }
        }

        inserts.ForEach(insert => insert.Insert.Dispose());
    }

    private static void Commit(IEnumerable<(DbCommand Insert, IReadOnlyList<object[]> Rows)> tables)
    {
        var written = tables.Where(table => table.Rows.Count > 0).ToList();
        if (written.Count == 0)
        {
            return;
        }

        using var transaction = written[0].Insert.Connection!.BeginTransaction();
        foreach (var (insert, rows) in written)
        {
            insert.Transaction = transaction;
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    insert.Parameters[i].Value = row[i];
                }

                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    // SQLite keeps the statement with the command; Npgsql prepares it at its first use, as the connection says.
    private static DbCommand Prepare(DbConnection connection, StoredTable table)
    {
        var command = connection.CreateCommand();
        var columns = table.Commits.First(rows => rows.Count > 0)[0].Length;
        var name = table.Name == StoredRows.Subjects && connection is Npgsql.NpgsqlConnection ? "subjects.subjects" : table.Name;
        command.CommandText = $"insert into {name} values ({string.Join(", ", Enumerable.Range(0, columns).Select(i => $"@c{i}"))})";
        for (var i = 0; i < columns; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@c{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
