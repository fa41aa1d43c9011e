using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public abstract class A_batch(Store store)
{
    [Fact]
    public async Task decides_each_item_on_what_those_before_it_left()
    {
        await using var ledger = await Ledger.Open(store);

        var settled = await ledger.Post(new Posting("a", 5), new Posting("a", -3), new Posting("a", -3), new Posting("b", 1), new Posting("a", -2));

        Assert.Equal(["a=5", "a=2", "TOO_LITTLE", "b=1", "a=0"], settled.Select(Ledger.TextOf));
        Assert.Equal([new StoredAccount("a", 0, 5), new StoredAccount("b", 1, 3)], ledger.Accounts());
        Assert.Equal(["a+5", "a-3", "b+1", "a-2", "a"], ledger.Events().Select(e => e.Body));
    }

    [Fact]
    public async Task keeps_type_subject_and_body_of_every_event()
    {
        await using var ledger = await Ledger.Open(store);

        await ledger.Post(new Posting("a", 0));

        Assert.Equal(
            [(1L, Posting.PostedType, Convert.ToHexString(Posting.SubjectOf("a")), "a+0"), (2L, Posting.EmptiedType, Convert.ToHexString(Posting.SubjectOf("a")), "a")],
            ledger.Events().Select(e => (e.Position, e.Type, Convert.ToHexString(e.Subject), e.Body)));
    }

    [Theory]
    [InlineData("saving")]
    [InlineData("loading")]
    public async Task leaves_nothing_behind_when_it_fails_and_the_next_one_works(string when)
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 5));
        Action fail = () => throw new InvalidOperationException($"fails while {when}");
        (ledger.Table.Saved, ledger.Table.Loading) = (when == "saving" ? fail : ledger.Table.Saved, when == "loading" ? fail : ledger.Table.Loading);
        var failing = new Posting("b", 1);
        var beside = new Posting("a", 1);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.Post(beside, failing));

        Assert.Equal($"fails while {when}", exception.Message);
        Assert.Equal((1, 1), (ledger.Events().Count, ledger.Head()));
        Assert.Equal([new StoredAccount("a", 5, 1)], ledger.Accounts());

        (ledger.Table.Saved, ledger.Table.Loading) = (() => { }, () => { });
        Assert.Equal(["a=6", "b=1"], (await ledger.Post(beside, failing)).Select(Ledger.TextOf));
        Assert.Equal([1L, 2L, 3L], ledger.Events().Select(e => e.Position));
    }

    [Fact]
    public async Task refuses_alone_the_item_at_which_its_rule_stumbles()
    {
        await using var ledger = await Ledger.Open(store);
        var failing = new Posting("b", 1) { Deciding = () => throw new InvalidOperationException("stumbles") };

        Assert.Equal(["a=5", "ITEM_FAILED", "a=6"], (await ledger.Post(new Posting("a", 5), failing, new Posting("a", 1))).Select(Ledger.TextOf));
        Assert.Equal(["b=1"], (await ledger.Post(failing with { Deciding = () => { } })).Select(Ledger.TextOf));
        Assert.Equal([1L, 2L, 3L], ledger.Events().Select(e => e.Position));
    }

    [Fact]
    public async Task is_halved_until_the_item_is_found_that_the_store_refuses()
    {
        await using var ledger = await Ledger.Open(store);
        var refused = new Posting("too much", 1_000_000);
        var batch = Enumerable.Range(0, 500).Select(i => i is 3 or 498 ? refused with { RequestId = Guid.NewGuid() } : new Posting($"{i}", 1)).ToList();

        var settled = await ledger.Post(batch);

        Assert.Equal(batch.Select((p, i) => i is 3 or 498 ? "ITEM_FAILED" : $"{i}=1"), settled.Select(Ledger.TextOf));
        Assert.Equal((498, 498), (ledger.Accounts().Count, ledger.Head()));
        Assert.Equal(Enumerable.Range(1, 498).Select(n => (long)n), ledger.Events().Select(e => e.Position));
    }

    [Fact]
    public async Task of_nothing_comes_to_nothing()
    {
        await using var ledger = await Ledger.Open(store);

        Assert.Empty(await ledger.Post());
        Assert.Equal(0, ledger.Head());
    }

    [Fact]
    public async Task of_more_than_500_items_is_not_taken()
    {
        await using var ledger = await Ledger.Open(store);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ledger.Post(Enumerable.Range(0, 501).Select(i => new Posting($"{i}", 1))));
        Assert.Equal(500, (await ledger.Post(Enumerable.Range(0, 500).Select(i => new Posting($"{i}", 1)))).Count);
    }
}

public sealed class A_batch_on_SQLite() : A_batch(new Store());

public sealed class A_batch_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_batch(new Store(postgreSql));
