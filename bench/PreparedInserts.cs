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

        // In the order in which the service wrote them: signal by signal, with the key that was kept at that time.
        var signals = Read(source, "select * from signals order by region, position");
        var events = Read(source, "select * from events order by region, position");
        var keys = Read(source, "select * from request_keys order by recorded");
        var subjects = Read(subjectSource, "select * from subjects");
        var commits = (signals.Count + commitSize - 1) / commitSize;

        var watch = Stopwatch.StartNew();
        using var insertSignal = Insert(target, "signals", signals[0].Length);
        using var insertEvent = Insert(target, "events", events[0].Length);
        using var insertKey = Insert(target, "request_keys", keys[0].Length);
        using var insertSubject = Insert(subjectTarget, "subjects", subjects[0].Length);
        for (var commit = 0; commit < commits; commit++)
        {
            // Pupils come with their first signal, so the commits of the one are spread over those of the other.
            Commit(subjectTarget, (insertSubject, Share(subjects, commit, commits)));
            Commit(target, (insertKey, Share(keys, commit, commits)), (insertSignal, Share(signals, commit, commits)), (insertEvent, Share(events, commit, commits)));
        }

        return signals.Count / watch.Elapsed.TotalSeconds;
    }

    private static ArraySegment<object[]> Share(List<object[]> rows, int commit, int commits)
    {
        var (from, to) = ((int)((long)rows.Count * commit / commits), (int)((long)rows.Count * (commit + 1) / commits));
        return new([.. rows[from..to]]);
    }

    private static void Commit(SqliteConnection connection, params ReadOnlySpan<(SqliteCommand Insert, ArraySegment<object[]> Rows)> inserts)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var (insert, rows) in inserts)
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
}
