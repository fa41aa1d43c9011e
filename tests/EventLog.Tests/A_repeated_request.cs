using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public abstract class A_repeated_request(Store store)
{
    [Fact]
    public async Task gets_the_first_answer_byte_for_byte_though_the_state_has_moved_on()
    {
        await using var ledger = await Ledger.Open(store);
        var posting = new Posting("a", 5);
        var first = Assert.Single(await ledger.Post(posting));
        await ledger.Post(new Posting("a", 1));

        var again = Assert.Single(await ledger.Post(posting));

        Assert.Equal((false, true), (first.Repeated, again.Repeated));
        Assert.Equal(first.Answer.ToArray(), again.Answer.ToArray());
        Assert.Equal([new StoredAccount("a", 6, 2)], ledger.Accounts());
        Assert.Equal(2, ledger.Events().Count);
    }

    [Fact]
    public async Task gets_the_first_answer_also_where_it_would_be_refused_now()
    {
        await using var ledger = await Ledger.Open(store);
        var withdrawal = new Posting("a", -4);
        await ledger.Post(new Posting("a", 5), withdrawal);

        Assert.Equal(["again a=1"], (await ledger.Post(withdrawal)).Select(Ledger.TextOf));
        Assert.Equal(["b=1", "again a=1"], (await ledger.Post(new Posting("b", 1), withdrawal)).Select(Ledger.TextOf));
    }

    [Fact]
    public async Task gets_the_first_answer_after_a_restart()
    {
        await using var ledger = await Ledger.Open(store);
        var posting = new Posting("a", 5);
        await ledger.Post(posting);
        await ledger.Reopen();

        Assert.Equal(["again a=5"], (await ledger.Post(posting)).Select(Ledger.TextOf));
    }

    [Fact]
    public async Task is_one_of_a_whole_batch_that_comes_again_with_news()
    {
        await using var ledger = await Ledger.Open(store);
        var batch = Enumerable.Range(0, 300).Select(i => new Posting($"{i}", 1) { Caller = $"caller {i % 3}" }).ToList();
        await ledger.Post(batch);

        var again = await ledger.Post([.. batch, new Posting("new", 1), batch[0] with { Caller = "another" }]);

        Assert.Equal([.. Enumerable.Range(0, 300).Select(i => $"again {i}=1"), "new=1", "0=2"], again.Select(Ledger.TextOf));
    }

    [Fact]
    public async Task is_told_apart_within_one_batch()
    {
        await using var ledger = await Ledger.Open(store);
        var posting = new Posting("a", 5);

        var settled = await ledger.Post(posting, new Posting("a", 1), posting, posting with { Amount = 6 });

        Assert.Equal(["a=5", "a=6", "again a=5", "REQUEST_ID_TAKEN"], settled.Select(Ledger.TextOf));
        Assert.Equal(2, ledger.Events().Count);
    }

    [Fact]
    public async Task with_other_content_is_refused_names_its_id_and_changes_nothing()
    {
        await using var ledger = await Ledger.Open(store);
        var posting = new Posting("a", 5);
        await ledger.Post(posting);

        var refusal = Assert.Single(await ledger.Post(posting with { Amount = 6 })).Refusal;

        Assert.Equal((Grpc.Core.StatusCode.AlreadyExists, "REQUEST_ID_TAKEN"), (refusal?.Code, refusal?.Reason));
        Assert.Equal(posting.RequestId.ToString(), refusal?.Metadata["requestId"]);
        Assert.Contains(posting.RequestId.ToString(), refusal?.Message);
        Assert.Equal([new StoredAccount("a", 5, 1)], ledger.Accounts());
        Assert.Equal(["again a=5"], (await ledger.Post(posting)).Select(Ledger.TextOf));
    }

    [Fact]
    public async Task of_a_refusal_is_decided_anew_for_a_refusal_leaves_the_request_id_free()
    {
        await using var ledger = await Ledger.Open(store);
        var withdrawal = new Posting("a", -4);

        Assert.Equal(["TOO_LITTLE"], (await ledger.Post(withdrawal)).Select(Ledger.TextOf));
        Assert.Equal(["a=4", "a=0"], (await ledger.Post(new Posting("a", 4), withdrawal)).Select(Ledger.TextOf));
    }

    [Fact]
    public async Task is_known_in_every_log_of_the_service()
    {
        await using var ledger = await Ledger.Open(store);
        var posting = new Posting("a", 5);
        await ledger.PostIn("VO2201", posting);

        Assert.Equal(["again a=5", "REQUEST_ID_TAKEN"], (await ledger.PostIn("PO3008", posting, posting with { Amount = 6 })).Select(Ledger.TextOf));
        Assert.Empty(ledger.Events("PO3008"));
    }

    [Fact]
    public async Task under_the_id_of_another_caller_is_a_request_of_its_own()
    {
        await using var ledger = await Ledger.Open(store);
        var posting = new Posting("a", 5);
        await ledger.Post(posting);

        Assert.Equal(["a=10"], (await ledger.Post(posting with { Caller = "00000099000101680000/municipality/leerplicht" })).Select(Ledger.TextOf));
    }
}

public sealed class A_repeated_request_on_SQLite() : A_repeated_request(new Store());

public sealed class A_repeated_request_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_repeated_request(new Store(postgreSql));
