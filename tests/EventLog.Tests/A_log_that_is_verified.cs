using Dapper;
using FsCheck.Fluent;
using Google.Protobuf;
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

        var verdicts = await ledger.Verify();

        Assert.Equal([("PO3008", 1L, 0L, null), ("VO2201", 1_205L, 0L, (LogBreak?)null)], verdicts.Select(v => (v.Region, v.Events, v.Erased, v.Break)));
        Assert.Equal(Convert.ToHexString(ledger.HeadHash()), Convert.ToHexString(verdicts[1].Hash.Span));
    }

    [Fact]
    public async Task of_a_service_that_writes_on_meanwhile_is_whole()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1));
        await using var connection = await ledger.Database.OpenReader();

        // It is at work when the log grows: the first verdict is that of the log before VO2201.
        await ledger.PostIn("PO3008", new Posting("a", 1));
        var verdicts = new List<LogVerdict>();
        await foreach (var verdict in new LogVerifier(connection).Verify(new HashSet<ByteString>(), new Told(), TestContext.Current.CancellationToken))
        {
            verdicts.Add(verdict);
            await ledger.Post(new Posting("a", 1));
        }

        Assert.Equal([("PO3008", 1L, null), ("VO2201", 1L, (LogBreak?)null)], verdicts.Select(v => (v.Region, v.Events, v.Break)));
    }

    [Fact]
    public async Task tells_how_far_it_is()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(Enumerable.Range(0, 5).Select(_ => new Posting("a", 1)));
        var told = new Told();

        await ledger.Verify(told);

        Assert.Equal([new LogProgress("VO2201", 5, 5)], told.Progress);
    }

    [Theory]
    [InlineData("update events set type = 'nl.regional.tests.anders.v1' where position = 700", 700, LogFault.Hash, "the event is not what was appended")]
    [InlineData("update events set recorded = recorded + 1 where position = 700", 700, LogFault.Hash, "the event is not what was appended")]
    [InlineData("update events set body = file where position = 700", 700, LogFault.Hash, "the event is not what was appended")]
    [InlineData("update events set body = null where position = 700", 700, LogFault.Hash, "the event is not what was appended")]
    [InlineData("update events set subject = null where position = 700", 700, LogFault.Hash, "the event is not what was appended")]
    [InlineData("update events set file = (select file from events where position = 699) where position = 700", 700, LogFault.Hash, "the event is not what was appended")]
    [InlineData("update events set subject = file, file = (select file from events where position = 699) where position = 700", 700, LogFault.Hash, "the event is not what was appended")]
    [InlineData("update events set hash = (select hash from events where position = 699) where position = 700", 700, LogFault.Hash, "the event is not what was appended")]
    [InlineData("update events set erased = hash where position = 700", 700, LogFault.Hash, "the event is marked as erased and still holds something")]
    [InlineData("update events set erased = hash, body = null, subject = null, file = null where position = 700", 700, LogFault.Hash, "the event is not what was appended")]
    [InlineData("update events set position = 9999 where position = 700; update events set position = 700 where position = 702", 700, LogFault.Order, "the event was appended as 702")]
    [InlineData("delete from events where position = 700; update events set position = position - 10000 where position > 700; update events set position = position + 9999 where position < 0", 700, LogFault.Order, "the event was appended as 701")]
    [InlineData("delete from events where position = 700", 700, LogFault.Gap, "the event is missing")]
    [InlineData("delete from events where position > 700", 701, LogFault.Gap, "the event is missing")]
    [InlineData("delete from events", 1, LogFault.Gap, "the event is missing")]
    [InlineData("update commits set root = hash where position = 1000", 501, LogFault.CommitRoot, "the events 501 to 1000 are not those of their commit")]
    [InlineData("update commits set blank = (select blank from commits where position = 500) where position = 1000", 501, LogFault.CommitRoot, "the events 501 to 1000 are not those of their commit")]
    [InlineData("update commits set hash = root where position = 1000", 501, LogFault.PreviousHash, "the commit of the events 501 to 1000 does not follow from the one before it")]
    [InlineData("update commits set hash = root where position = 500", 1, LogFault.PreviousHash, "the commit of the events 1 to 500 does not follow from the one before it")]
    [InlineData("delete from commits where position = 500", 1, LogFault.CommitRoot, "the events 1 to 1000 are not those of their commit")]
    [InlineData("delete from commits where position > 1000", 1_001, LogFault.Head, "the head says that the log ends at 1205, and its commits end at 1000")]
    [InlineData("delete from commits where position > 1000; delete from events where position > 1000", 1_001, LogFault.Head, "the head says that the log ends at 1205, and its commits end at 1000")]
    [InlineData("update logs set position = 1000, hash = (select hash from commits where position = 1000)", 1_001, LogFault.Head, "the head says that the log ends at 1000, and its commits end at 1205")]
    [InlineData("update logs set hash = (select hash from commits where position = 1000)", 1_206, LogFault.Head, "the head has another hash than the last commit, which ends at 1205")]
    [InlineData("delete from logs", 1, LogFault.Head, "the head says that the log ends at 0, and its commits end at 1205")]
    [InlineData("delete from logs; delete from commits", 1, LogFault.Beyond, "the event lies outside the log, which goes from 1 to 0")]
    [InlineData("insert into events(region, position, type, recorded, hash) select region, 1206, type, recorded, hash from events where position = 1", 1_206, LogFault.Beyond, "the event lies outside the log, which goes from 1 to 1205")]
    [InlineData("insert into events(region, position, type, recorded, hash) select region, 0, type, recorded, hash from events where position = 1", 0, LogFault.Beyond, "the event lies outside the log, which goes from 1 to 1205")]
    public async Task is_broken_at_the_first_position_that_was_tampered_with(string tampering, long position, LogFault fault, string problem)
    {
        await using var ledger = await Filled(store);
        await Tamper(ledger, tampering);

        var verdict = Assert.Single(await ledger.Verify());

        Assert.Equal(new LogBreak(position, fault, problem), verdict.Break);
        Assert.True(fault == LogFault.Beyond || verdict.Events == position - 1, $"{verdict.Events} in order");
    }

    [Fact]
    public async Task is_broken_where_any_bit_of_any_event_or_commit_was_turned()
    {
        await using var ledger = await Ledger.Open(store);
        foreach (var batch in Enumerable.Range(0, 60).Select(i => new Posting($"{i % 5}", 1)).Chunk(20))
        {
            await ledger.Post(batch);
        }

        // One bit each time; the next turn turns it back.
        var places =
            from column in new[] { ("events", "subject"), ("events", "file"), ("events", "body"), ("events", "hash"), ("commits", "blank"), ("commits", "root"), ("commits", "hash"), ("logs", "hash") }
            from random in Gen.Choose(0, int.MaxValue).Sample(6)
            select (Table: column.Item1, Column: column.Item2, random);
        foreach (var (table, column, random) in places)
        {
            var position = table switch { "events" => 1 + (random % 60), "commits" => 20 + (20 * (random % 3)), _ => 60 };
            var bytes = ledger.Bytes(table, column, position);
            var turned = bytes.ToArray();
            turned[random / 60 % turned.Length] ^= (byte)(1 << (random % 8));
            await ledger.SetBytes(table, column, position, turned);

            var broken = Assert.Single(await ledger.Verify()).Break;

            Assert.Equal((column, table switch { "events" => position, "commits" => position - 19, _ => 61 }), (column, broken?.Position));
            await ledger.SetBytes(table, column, position, bytes);
        }

        Assert.Null(Assert.Single(await ledger.Verify()).Break);
    }

    [Fact]
    public async Task is_whole_though_events_were_erased()
    {
        await using var ledger = await Filled(store);
        foreach (var position in new[] { 1, 700, 1_205 })
        {
            await ledger.Forget(position);
        }

        var verdict = Assert.Single(await ledger.Verify());

        Assert.Equal((null, 3L, 1_205L), (verdict.Break, verdict.Erased, verdict.Events));
        await Tamper(ledger, "update events set erased = hash where position = 700");
        Assert.Equal(700, Assert.Single(await ledger.Verify()).Break?.Position);
    }

    [Fact]
    public async Task finds_the_events_of_receipts_and_leaves_those_that_it_does_not_hold()
    {
        await using var ledger = await Filled(store);
        var other = ByteString.CopyFrom(new byte[32]);
        var wanted = new HashSet<ByteString> { ByteString.CopyFrom(ledger.Leaf(1)), ByteString.CopyFrom(ledger.Leaf(1_205)), other };
        await using var connection = await ledger.Database.OpenReader();

        await new LogVerifier(connection).Verify(wanted, new Told(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([other], wanted);
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

    private static Task Tamper(Ledger ledger, string sql) => ledger.Database.Write(transaction => transaction.Connection!.ExecuteAsync(sql, transaction: transaction));

    private sealed class Told : IProgress<LogProgress>
    {
        public List<LogProgress> Progress { get; } = [];

        public void Report(LogProgress value) => Progress.Add(value);
    }
}

public sealed class A_log_that_is_verified_on_SQLite() : A_log_that_is_verified(new Store());

public sealed class A_log_that_is_verified_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_log_that_is_verified(new Store(postgreSql));
