using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Regional.ServiceDefaults.Storage;

namespace Regional.Tests;

/// <summary>What SQLite makes of the statements that a program holds as constants.</summary>
internal static partial class Statements
{
    private const BindingFlags Constants = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Those of the log and of the subjects that are meant to.</summary>
    public static readonly IReadOnlyList<string> MeantByTheLog =
    [
        // Of one row, or a row for each region.
        "FeedReader.ReadHead: SCAN i",
        "LogIdentity.RaiseAlways: SCAN log_identity",
        "LogIdentity.RaiseWhereAnother: SCAN log_identity",
        "LogIdentity.ReadEpoch: SCAN log_identity",
        "LogIdentity.Remember: SCAN log_identity",
        "LogTail.OpenLog: SCAN known",
        "LogTail.OpenLog: SCAN logs",
        "SubjectStore.CarryOut: SCAN erasures",
        // An erasure is rare, and an index for it would make every append dearer.
        "Erasures.HaveEvents: SCAN events",
        "LogErasure.FindRequests: SCAN request_keys",
        "SubjectStore.Remove: SCAN subjects",
        // Who verifies a log reads all of it.
        "LogVerifier.ReadRegions: SCAN commits",
        "LogVerifier.ReadRegions: SCAN events",
        "LogVerifier.ReadRegions: SCAN logs",
        "SettledRequests.ReadAll: SCAN k",
        "SettledRequests.ReadOthers: SCAN e",
        "SettledRequests.ReadOthers: SCAN k",
    ];

    /// <summary>The statements that read a table, or an index, from one end to the other, like <c>RequestKeys.Find: SCAN request_keys</c>.</summary>
    /// <param name="database">Has the tables.</param>
    /// <param name="programs">Have the statements.</param>
    public static async Task<IReadOnlyList<string>> ThatWalk(Database database, params IEnumerable<Assembly> programs)
    {
        await using var connection = (SqliteConnection)await database.OpenReader();
        return [.. programs.SelectMany(program => program.GetTypes()).Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(Constants).Select(field => (Name: $"{type.Name}.{field.Name}", Text: TextOf(field))))
            .Where(statement => statement.Text is { } text && Statement().IsMatch(text))
            .SelectMany(statement => Walks(connection, statement.Text!).Select(step => $"{statement.Name}: {step}"))
            .Order(StringComparer.Ordinal)];
    }

    private static string? TextOf(FieldInfo field) => field switch
    {
        { IsLiteral: true } => field.GetRawConstantValue() as string,
        _ when field.FieldType == typeof(Sql) => ((Sql)field.GetValue(null)!).Sqlite,
        _ => null,
    };

    private static List<string> Walks(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"explain query plan {text}";
        foreach (var parameter in Parameter().Matches(text).Select(match => match.Value).Distinct())
        {
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        }

        var walks = new List<string>();
        var loops = new HashSet<long>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var (loop, step) = (row.GetInt64(1), row.GetString(3));
            // An array of parameters is read as a table: from end to end, and once, unless a table is the outer loop.
            if (Walk().IsMatch(step) && (!Array().IsMatch(step) || loops.Contains(loop)))
            {
                walks.Add(step);
            }

            if (Table().IsMatch(step) && !Array().IsMatch(step))
            {
                loops.Add(loop);
            }
        }

        return walks;
    }

    [GeneratedRegex(@"^\s*(select|with|update|delete|insert)\b")]
    private static partial Regex Statement();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^SCAN (?!CONSTANT ROW|\()")]
    private static partial Regex Walk();

    [GeneratedRegex("^(SCAN|SEARCH) ")]
    private static partial Regex Table();

    [GeneratedRegex("VIRTUAL TABLE")]
    private static partial Regex Array();
}
