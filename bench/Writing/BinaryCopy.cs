using Npgsql;
using Regional.Bench.Stores;

namespace Regional.Bench.Writing;

/// <summary>A baseline: the rows that the service stored, by binary COPY, in the same commits. Nothing gets rows into PostgreSQL faster.</summary>
internal static class BinaryCopy
{
    public static void Run(StoredRows rows, NpgsqlConnection connection)
    {
        for (var commit = 0; commit < rows.Commits; commit++)
        {
            foreach (var tables in rows.Tables.GroupBy(table => table.Name == StoredRows.Subjects))
            {
                Commit(connection, tables, commit);
            }
        }
    }

    private static void Commit(NpgsqlConnection connection, IEnumerable<StoredTable> tables, int commit)
    {
        var written = tables.Where(table => table.Commits[commit].Count > 0).ToList();
        if (written.Count == 0)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        foreach (var table in written)
        {
            using var copy = connection.BeginBinaryImport($"copy {(table.Name == StoredRows.Subjects ? "subjects.subjects" : table.Name)} from stdin (format binary)");
            foreach (var row in table.Commits[commit])
            {
                copy.StartRow();
                foreach (var value in row)
                {
                    Write(copy, value);
                }
            }

            copy.Complete();
        }

        transaction.Commit();
    }

    // By its own type: as an object each value would be looked at twice.
    private static void Write(NpgsqlBinaryImporter copy, object value)
    {
        switch (value)
        {
            case string text: copy.Write(text); break;
            case byte[] bytes: copy.Write(bytes); break;
            case long number: copy.Write(number); break;
            case int number: copy.Write(number); break;
            case bool truth: copy.Write(truth); break;
            case DateOnly day: copy.Write(day); break;
            case DateTime day: copy.Write(DateOnly.FromDateTime(day)); break;
            case DBNull: copy.WriteNull(); break;
            default: throw new InvalidOperationException($"A column of type {value.GetType()} is not foreseen.");
        }
    }
}
