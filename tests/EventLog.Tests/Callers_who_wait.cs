using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public abstract class Callers_who_wait(Store store)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task while_a_commit_runs_share_the_next_one()
    {
        await using var ledger = await Ledger.Open(store);
        using var held = new HeldCommit(ledger);
        var waiting = Enumerable.Range(0, 20).Select(i => ledger.Post(new Posting("a", 1))).ToList();

        held.Release();
        await Task.WhenAll(waiting);

        Assert.Equal(2, held.Commits);
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"a={n}"), waiting.Select(w => Ledger.TextOf(w.Result[0])));
        Assert.Equal(21, ledger.Head());
    }

    [Fact]
    public async Task share_a_commit_up_to_500_items()
    {
        await using var ledger = await Ledger.Open(store);
        using var held = new HeldCommit(ledger);
        var waiting = Enumerable.Range(0, 5).Select(b => ledger.Post(Enumerable.Range(0, 200).Select(i => new Posting($"{b}/{i}", 1)))).ToList();

        held.Release();
        await Task.WhenAll(waiting);

        Assert.Equal(1 + 3, held.Commits);
        Assert.Equal(1_001, ledger.Head());
    }

    [Fact]
    public async Task learn_all_of_them_that_the_commit_they_shared_failed()
    {
        await using var ledger = await Ledger.Open(store);
        using var held = new HeldCommit(ledger);
        var waiting = Enumerable.Range(0, 3).Select(i => ledger.Post(new Posting("a", 1))).ToList();
        // The commit that is held still goes well.
        ledger.Table.Saved = () => ledger.Table.Saved = () => throw new InvalidOperationException("the second commit fails");

        held.Release();

        foreach (var caller in waiting)
        {
            Assert.Equal("the second commit fails", (await Assert.ThrowsAsync<InvalidOperationException>(() => caller)).Message);
        }

        ledger.Table.Saved = () => { };
        Assert.Equal(["a=1"], (await ledger.Post(new Posting("a", 1))).Select(Ledger.TextOf));
    }

    [Fact]
    public async Task are_all_answered_however_many_come()
    {
        await using var ledger = await Ledger.Open(store);
        using var held = new HeldCommit(ledger);
        var waiting = Enumerable.Range(0, 1_000).Select(i => ledger.Post(new Posting($"{i}", 1))).ToList();

        held.Release();

        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => $"{i}=1"), (await Task.WhenAll(waiting)).Select(s => Ledger.TextOf(s[0])));
        Assert.Equal(1_001, ledger.Head());
    }

    [Fact]
    public async Task when_the_service_stops_are_answered_or_told_that_nothing_was_stored()
    {
        await using var ledger = await Ledger.Open(store);
        using var held = new HeldCommit(ledger);
        var callers = Enumerable.Range(0, 200).Select(i => ledger.Post(new Posting($"{i}", 1))).ToList();

        var closing = ledger.Close();

        // The queue is full, so those who come late wait outside it. They learn at once that they are not taken: the commit that runs is still held.
        await Eventually.Holds(() => callers.Any(c => c.IsFaulted), () => "Nobody was refused.");
        held.Release();
        await closing;
        var outcomes = await Task.WhenAll(callers.Select(OutcomeOf));
        var stored = outcomes.Where(o => o != "Unavailable STOPPING").ToList();
        Assert.InRange(stored.Count, 1, 199);
        Assert.Equal(stored.Append("held=1").Order(StringComparer.Ordinal), ledger.Accounts().Select(a => $"{a.Id}={a.Balance}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task for_a_commit_that_does_not_end_find_the_service_degraded()
    {
        await using var ledger = await Ledger.Open(store);
        using var held = new HeldCommit(ledger);
        Assert.Equal(HealthStatus.Healthy, (await ledger.Health.CheckHealthAsync(new(), Cancellation)).Status);

        ledger.Clock.Leap(TimeSpan.FromSeconds(60));

        var late = await ledger.Health.CheckHealthAsync(new(), Cancellation);
        Assert.Equal(HealthStatus.Degraded, late.Status);
        Assert.Matches("^nothing is stored: a commit of VO2201 has run for 6[0-9] s$", late.Description);
        held.Release();
        await held.Held;
        await Eventually.Holds(async () => (await ledger.Health.CheckHealthAsync(new(), Cancellation)).Status == HealthStatus.Healthy, () => "It stays degraded.");
    }

    // The first who comes starts the loop that works for all.
    [Fact]
    public async Task are_not_taken_for_the_one_who_came_first()
    {
        await using var ledger = await Ledger.Open(store);
        var call = new AsyncLocal<string?> { Value = "the first call" };
        using var trace = new Activity("the first call").Start();
        var seen = new ConcurrentQueue<(string? Call, Activity? Trace)>();
        ledger.Table.Loading = () => seen.Enqueue((call.Value, Activity.Current));

        await ledger.Post(new Posting("a", 1));

        Assert.Equal([(null, null)], seen);
    }

    [Theory]
    [InlineData("VO2201")]
    [InlineData("PO3008")]
    public async Task are_not_taken_after_the_service_has_stopped(string region)
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1));
        await ledger.Close();

        Assert.Equal("Unavailable STOPPING", await OutcomeOf(ledger.PostIn(region, new Posting("b", 1))));
        Assert.Equal(["a"], ledger.Accounts().Select(a => a.Id));
    }

    private static async Task<string> OutcomeOf(Task<IReadOnlyList<Settled>> caller)
    {
        try
        {
            return Ledger.TextOf((await caller)[0]);
        }
        catch (RefusedException refused)
        {
            return $"{refused.Refusal.Code} {refused.Refusal.Reason}";
        }
    }

    [Fact]
    public async Task are_refused_when_20_000_items_wait_already()
    {
        await using var ledger = await Ledger.Open(store);
        using var held = new HeldCommit(ledger);
        var waiting = Enumerable.Range(0, 39).Select(b => ledger.Post(Enumerable.Range(0, 500).Select(i => new Posting($"{i}", 1)))).ToList();

        var busy = await Assert.ThrowsAsync<RefusedException>(() => ledger.Post(Enumerable.Range(0, 500).Select(i => new Posting($"{i}", 1))));

        Assert.Equal("BUSY", busy.Refusal.Reason);
        held.Release();
        await Task.WhenAll(waiting);
        Assert.Equal(1 + (39 * 500), ledger.Head());
        Assert.Equal(["a=1"], (await ledger.Post(new Posting("a", 1))).Select(Ledger.TextOf));
    }

    /// <summary>A first commit that stands still, once it has begun, until it is released.</summary>
    private sealed class HeldCommit : IDisposable
    {
        private readonly ManualResetEventSlim _released = new();
        private int _commits;

        public HeldCommit(Ledger ledger)
        {
            using var begun = new ManualResetEventSlim();
            ledger.Table.Loading = () =>
            {
                Interlocked.Increment(ref _commits);
                begun.Set();
                _released.Wait(TimeSpan.FromSeconds(30));
            };
            Held = ledger.Post(new Posting("held", 1));
            Assert.True(begun.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
            ledger.Table.Loading = () => Interlocked.Increment(ref _commits);
        }

        public Task Held { get; }

        /// <summary>How many commits have begun.</summary>
        public int Commits => _commits;

        public void Release() => _released.Set();

        public void Dispose()
        {
            Release();
            Held.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            _released.Dispose();
        }
    }
}

public sealed class Callers_who_wait_on_SQLite() : Callers_who_wait(new Store());

public sealed class Callers_who_wait_on_PostgreSQL(PostgreSqlFixture postgreSql) : Callers_who_wait(new Store(postgreSql));
