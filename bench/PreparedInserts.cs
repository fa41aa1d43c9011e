using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Regional.ServiceDefaults.Storage;

namespace Regional.Bench;

/// <summary>The baseline: the rows that the service stored, copied by prepared INSERTs into empty tables of the same schema with the same indexes,
/// in commits of the same size, with the same pragmas.</summary>
internal static class PreparedInserts
{
    /// <summary>Signals per second.</summary>
    /// <param name="folder">The files of a service that has stopped.</param>
    /// <param name="commitSize">Signals of one commit.</param>
    public static double Run(string folder, int commitSize)
    {
        using var scratch = new Scratch();
        using var source = Open(Path.Combine(folder, "signalering.db"));
        using var subjectSource = Open(Path.Combine(folder, "subjects.db"));
        using var target = Open(Path.Combine(scratch.Path, "signalering.db"));
        using var subjectTarget = Open(Path.Combine(scratch.Path, "subjects.db"));
        CopySchema(source, target);
        CopySchema(subjectSource, subjectTarget);

        // In the order in which the service wrote them: what a signal brings is spread over the commits as the signals are.
        var signals = Read(source, "select * from signals order by region, position");
        var commits = (signals.Count + commitSize - 1) / commitSize;
        Rows[] tables =
        [
            new(target, "request_keys", Read(source, "select * from request_keys order by region, position")),
            new(target, "signals", signals),
            new(target, "file_keys", Read(source, "select * from file_keys")),
            new(target, "events", Read(source, "select * from events order by region, position")),
            new(target, "commits", Read(source, "select * from commits order by region, position")),
        ];
        Rows[] pseudonyms = [new(subjectTarget, "subjects", Read(subjectSource, "select * from subjects"))];

        var watch = Stopwatch.StartNew();
        for (var commit = 0; commit < commits; commit++)
        {
            Commit(subjectTarget, pseudonyms, commit, commits);
            Commit(target, tables, commit, commits);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        foreach (var table in tables.Concat(pseudonyms))
        {
            table.Insert.Dispose();
        }

        return signals.Count / seconds;
    }

    private static void Commit(SqliteConnection connection, Rows[] tables, int commit, int commits)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var (insert, rows) in tables)
        {
            insert.Transaction = transaction;
            var (from, to) = ((int)((long)rows.Count * commit / commits), (int)((long)rows.Count * (commit + 1) / commits));
            for (var r = from; r < to; r++)
            {
                for (var i = 0; i < rows[r].Length; i++)
                {
                    insert.Parameters[i].Value = rows[r][i];
                }

                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, int columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"insert into {table} values ({string.Join(", ", Enumerable.Range(0, columns).Select(i => $"$c{i}"))})";
        for (var i = 0; i < columns; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$c{i}" });
        }

        command.Prepare();
        return command;
    }

    private static List<object[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static void CopySchema(SqliteConnection source, SqliteConnection target)
    {
        foreach (var row in Read(source, "select sql from sqlite_master where sql is not null and name not like 'sqlite_%'"))
        {
            Execute(target, (string)row[0]);
        }
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, SqliteDatabase.Pragmas);
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of a table, and the statement that inserts one.</summary>
    private sealed record Rows(SqliteCommand Insert, List<object[]> All)
    {
        public Rows(SqliteConnection connection, string table, List<object[]> all)
            : this(PreparedInserts.Insert(connection, table, all[0].Length), all)
        {
        }

        public void Deconstruct(out SqliteCommand insert, out List<object[]> rows) => (insert, rows) = (Insert, All);
    }
}
