using System.Reflection;
using Regional.EventLog;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;
using Regional.Tests;

namespace Regional.Indicators.Tests;

/// <summary>On SQLite, whose planner knows nothing of how many rows there are.</summary>
public sealed class The_statements
{
    // Of the spells that touch a school year, which an index found.
    private const string Meant = "CountPupils.ByFirstSpell: SCAN touching";

    [Fact]
    public async Task read_no_table_from_end_to_end_but_where_that_is_meant()
    {
        using var folder = new TemporaryFolder();
        using var database = SqliteDatabase.Open(folder.File("indicators.db"));
        Assembly[] programs = [typeof(EventLogExtensions).Assembly, typeof(SecretKeys).Assembly, typeof(IndicatorsExtensions).Assembly];
        foreach (var program in programs)
        {
            await Migrations.Apply(database, program);
        }

        var walks = await Statements.ThatWalk(database, programs);

        Assert.True(Statements.MeantByTheLog.Append(Meant).ToHashSet().SetEquals(walks), string.Join('\n', walks));
    }
}
