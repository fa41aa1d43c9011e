using System.Data.Common;

namespace Regional.Bench.Stores;

/// <summary>What a service stored, commit by commit: each row stands in the commit that brought it.</summary>
/// <param name="Signals">How many signals.</param>
/// <param name="Commits">How many commits.</param>
/// <param name="Tables">The tables, in the order in which they are written.</param>
internal sealed record StoredRows(long Signals, int Commits, IReadOnlyList<StoredTable> Tables)
{
    /// <summary>The table of pseudonyms, which the service commits by itself, before the rest.</summary>
    public const string Subjects = "subjects";

    // Where in which log a row belongs, and the row. A key of a file and a pseudonym came with the first event that needs them.
    private static readonly (string Table, string Rows)[] Selects =
    [
        (Subjects, "select e.region, e.position, s.* from subjects.subjects s join (select subject, min(region) as region, min(position) as position from events group by subject) e on e.subject = s.subject order by 1, 2"),
        ("request_keys", "select t.region, t.position, t.* from request_keys t order by 1, 2"),
        ("signals", "select t.region, t.position, t.* from signals t order by 1, 2"),
        ("file_keys", "select e.region, e.position, k.* from file_keys k join (select file, min(region) as region, min(position) as position from events group by file) e on e.file = k.file order by 1, 2"),
        ("events", "select t.region, t.position, t.* from events t order by 1, 2"),
        ("commits", "select t.region, t.position, t.* from commits t order by 1, 2"),
    ];

    private const string InCommits = "select c.region, c.position from commits c join events e on e.region = c.region and e.position = c.position order by e.recorded, c.region, c.position";
    private const string OneByOne = "select region, position from events order by recorded, region, position";

    /// <summary>Reads what the service stored, in the commits in which it did, or each event in a commit of its own.</summary>
    public static StoredRows Read(DbConnection connection, bool oneByOne)
    {
        var commits = Ends(connection, oneByOne ? OneByOne : InCommits);
        var tables = Selects.Select(select => new StoredTable(select.Table, Group(connection, select.Rows, commits))).ToList();
        return new(tables.Single(table => table.Name == "signals").Commits.Sum(rows => (long)rows.Count), commits.Values.Sum(ends => ends.Count), tables);
    }

    // Of each log the positions at which a commit ends, rising, with its number among all.
    private static Dictionary<string, SortedList<long, int>> Ends(DbConnection connection, string sql)
    {
        var ends = new Dictionary<string, SortedList<long, int>>();
        foreach (var row in Rows(connection, sql))
        {
            var log = ends.TryGetValue((string)row[0], out var known) ? known : ends[(string)row[0]] = [];
            log.Add((long)row[1], ends.Values.Sum(each => each.Count));
        }

        return ends;
    }

    private static List<object[]>[] Group(DbConnection connection, string sql, Dictionary<string, SortedList<long, int>> commits)
    {
        var groups = new List<object[]>[commits.Values.Sum(ends => ends.Count)];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = [];
        }

        var (log, at) = ("", 0);
        foreach (var row in Rows(connection, sql))
        {
            (log, at) = ((string)row[0], (string)row[0] == log ? at : 0);
            while (commits[log].GetKeyAtIndex(at) < (long)row[1])
            {
                at++;
            }

            groups[commits[log].GetValueAtIndex(at)].Add(row[2..]);
        }

        return groups;
    }

    private static IEnumerable<object[]> Rows(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}

/// <summary>The rows of one table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Commits">The rows of each commit, column by column as the table has them.</param>
internal sealed record StoredTable(string Name, IReadOnlyList<IReadOnlyList<object[]>> Commits);
