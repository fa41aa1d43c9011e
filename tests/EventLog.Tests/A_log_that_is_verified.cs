using Dapper;
using Regional.EventLog.Chain;
using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public abstract class A_log_that_is_verified(Store store)
{
    [Fact]
    public async Task is_whole_as_it_was_appended()
    {
        await using var ledger = await Filled(store);
        await ledger.PostIn("PO3008", new Posting("a", 1));

        var verdicts = await Verify(ledger);

        Assert.Equal([("PO3008", 1L, null, ""), ("VO2201", 1_205L, (long?)null, "")], verdicts.Select(v => (v.Region, v.Events, v.BrokenAt, v.Problem)));
    }

    [Theory]
    [InlineData("update events set type = 'nl.regional.tests.anders.v1' where position = 700", 700, "the event is not what was appended")]
    [InlineData("update events set recorded = recorded + 1 where position = 700", 700, "the event is not what was appended")]
    [InlineData("update events set body = file where position = 700", 700, "the event is not what was appended")]
    [InlineData("update events set subject = file, file = (select file from events where position = 699) where position = 700", 700, "the event is not what was appended")]
    [InlineData("delete from events where position = 700", 700, "the event is missing")]
    [InlineData("delete from events where position > 700", 701, "the event is missing")]
    [InlineData("update commits set root = hash where position = 1000", 501, "the events 501 to 1000 are not those of their commit")]
    [InlineData("update commits set blank = (select blank from commits where position = 500) where position = 1000", 501, "the events 501 to 1000 are not those of their commit")]
    [InlineData("update commits set hash = root where position = 1000", 501, "the commit that ends at 1000 does not follow from the one before it")]
    [InlineData("delete from commits where position = 500", 1, "the events 1 to 1000 are not those of their commit")]
    [InlineData("delete from commits where position > 1000", 1_001, "the head says that the log ends at 1205, and its commits end at 1000")]
    [InlineData("delete from commits where position > 1000; delete from events where position > 1000", 1_001, "the head says that the log ends at 1205, and its commits end at 1000")]
    [InlineData("update logs set position = 1000, hash = (select hash from commits where position = 1000)", 1_001, "the head says that the log ends at 1000, and its commits end at 1205")]
    [InlineData("update logs set hash = (select hash from commits where position = 1000)", 1_206, "the head says that the log ends at 1205, and its commits end at 1205")]
    [InlineData("insert into events(region, position, type, recorded, hash) select region, 1206, type, recorded, hash from events where position = 1", 1_206, "the event lies beyond the head")]
    public async Task is_broken_at_the_first_position_that_was_tampered_with(string tampering, long position, string problem)
    {
        await using var ledger = await Filled(store);
        await ledger.Database.Write(transaction => transaction.Connection!.ExecuteAsync(tampering, transaction: transaction));

        var verdict = Assert.Single(await Verify(ledger));

        Assert.Equal((problem.Length == 0 ? null : position, problem), (verdict.BrokenAt, verdict.Problem));
    }

    private static async Task<Ledger> Filled(Store store)
    {
        var ledger = await Ledger.Open(store);
        foreach (var batch in Enumerable.Range(0, 1_205).Select(i => new Posting($"{i % 50}", 1)).Chunk(500))
        {
            await ledger.Post(batch);
        }

        return ledger;
    }

    private static async Task<List<LogVerdict>> Verify(Ledger ledger) =>
        await new LogVerifier(ledger.Database).Verify(null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
}

public sealed class A_log_that_is_verified_on_SQLite() : A_log_that_is_verified(new Store());

public sealed class A_log_that_is_verified_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_log_that_is_verified(new Store(postgreSql));
