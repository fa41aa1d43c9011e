using Regional.EventLog.Tests.Accounts;
using Regional.Wire.Feed.V1;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public abstract class The_order_of_a_log(Store store)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_that_of_the_commits_and_without_gaps_under_16_writers()
    {
        const int Writers = 16, Batches = 12, Items = 3;
        await using var ledger = await Ledger.Open(store);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => Write(ledger, w, Batches, Items), Cancellation)));
        var seen = await Follow(ledger, until: writing);
        await writing;

        var events = ledger.Events();
        Assert.Equal(Enumerable.Range(1, Writers * Batches * Items).Select(n => (long)n), events.Select(e => e.Position));
        Assert.Equal(events.Count, ledger.Head());
        Assert.True(seen.SequenceEqual(events.Take(seen.Count).Select(e => e.Body)), "What a reader saw first lies elsewhere now.");
        for (var w = 0; w < Writers; w++)
        {
            // A batch whose answer came before another was sent lies before it, and its items lie side by side.
            var own = events.Where(e => e.Body.StartsWith($"{w}/", StringComparison.Ordinal)).ToList();
            Assert.Equal(Enumerable.Range(0, Batches * Items).Select(i => $"{w}/{i / Items}/{i % Items}+1"), own.Select(e => e.Body));
            Assert.All(own.Chunk(Items), batch => Assert.Equal(Items - 1, batch[^1].Position - batch[0].Position));
        }

        Assert.Equal(events.ToDictionary(e => e.Body[..^2], e => e.Position), ledger.Accounts().ToDictionary(a => a.Id, a => a.Position));
    }

    [Fact]
    public async Task begins_at_1_in_each_region()
    {
        await using var ledger = await Ledger.Open(store);

        await ledger.PostIn("VO2201", new Posting("a", 1), new Posting("b", 1));
        await ledger.PostIn("PO3008", new Posting("a", 1));

        Assert.Equal([1L, 2L], ledger.Events("VO2201").Select(e => e.Position));
        Assert.Equal([1L], ledger.Events("PO3008").Select(e => e.Position));
    }

    [Fact]
    public async Task goes_on_after_a_restart()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1));
        await ledger.Reopen();

        await ledger.Post(new Posting("a", 2));

        Assert.Equal([(1L, "a+1"), (2L, "a+2")], ledger.Events().Select(e => (e.Position, e.Body)));
        Assert.Equal([new StoredAccount("a", 3, 2)], ledger.Accounts());
    }

    private static async Task Write(Ledger ledger, int writer, int batches, int items)
    {
        for (var b = 0; b < batches; b++)
        {
            await ledger.Post(Enumerable.Range(0, items).Select(i => new Posting($"{writer}/{b}/{i}", 1)));
        }
    }

    // As a follower does: it asks only for what lies behind the last position that it has seen, so what is committed late under a low number is lost to it.
    private static async Task<List<string>> Follow(Ledger ledger, Task until)
    {
        var seen = new List<string>();
        var cursor = new Cursor();
        bool isLast;
        do
        {
            isLast = until.IsCompleted;
            (var events, cursor) = await ledger.Read(cursor);
            seen.AddRange(events.Select(e => e.Body));
            await Task.Yield();
        }
        while (!isLast);
        return seen;
    }
}

public sealed class The_order_of_a_log_on_SQLite() : The_order_of_a_log(new Store());

public sealed class The_order_of_a_log_on_PostgreSQL(PostgreSqlFixture postgreSql) : The_order_of_a_log(new Store(postgreSql));
