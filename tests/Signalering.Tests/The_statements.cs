using System.Reflection;
using Regional.EventLog;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;
using Regional.Tests;

namespace Regional.Signalering.Tests;

/// <summary>On SQLite, whose planner knows nothing of how many rows there are.</summary>
public sealed class The_statements
{
    private static readonly string[] Meant =
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

    [Fact]
    public async Task read_no_table_from_end_to_end_but_where_that_is_meant()
    {
        using var folder = new TemporaryFolder();
        using var database = SqliteDatabase.Open(folder.File("signalering.db"));
        Assembly[] programs = [typeof(EventLogExtensions).Assembly, typeof(SecretKeys).Assembly, typeof(SignaleringExtensions).Assembly];
        foreach (var program in programs)
        {
            await Migrations.Apply(database, program);
        }

        var walks = await Statements.ThatWalk(database, programs);

        Assert.True(Meant.ToHashSet().SetEquals(walks), string.Join('\n', walks));
    }
}
