using Grpc.Core;
using Regional.EventLog.Following;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public abstract class A_rebuild(Store store) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private LedgerService _ledger = null!;
    private string? _connectionString;

    public async ValueTask InitializeAsync() =>
        (_ledger, _connectionString) = (await LedgerService.Start(_folder, TimeProvider.System), await store.NewDatabase());

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task of_what_is_right_finds_nothing_different_and_leaves_nothing_behind()
    {
        await using var reader = await Follow(2_500);
        var reported = new List<(long, long)>();

        var difference = await reader.Rebuild((position, head) => { reported.Add((position, head)); return Task.CompletedTask; });

        Assert.Equal((2_500, 2_500, 0, 0, null), (difference.UpTo, difference.Count, difference.Missing, difference.Surplus, difference.First));
        Assert.Equal([(1_000L, 2_500L), (2_000L, 2_500L), (2_500L, 2_500L)], reported.Take(3));
        Assert.Equal(2_500, reader.Stored().Applied.Count);
        Assert.Equal((2_500, 1), reader.Kept());
    }

    [Fact]
    public async Task has_the_same_digest_for_the_same_facts_on_every_engine()
    {
        await using var reader = await Follow(3);

        Assert.StartsWith("D7D7CECC0076E7A80435CEF6B71900FB", Convert.ToHexString((await reader.Rebuild()).Digest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete from tally where position in (3, 4)", 2, 0, 3)]
    [InlineData("update tally set position = 8 where position = 6", 1, 0, 6)]
    [InlineData("insert into tally(log, generation, position) values ('VO2201', 1, 0)", 0, 1, 0)]
    public async Task finds_what_was_different_and_serves_what_is_right(string fault, long missing, long surplus, long first)
    {
        await using var reader = await Follow(7);
        await reader.Execute(fault);

        var difference = await reader.Rebuild();

        Assert.Equal((7, 7, missing, surplus, first), (difference.UpTo, difference.Count, difference.Missing, difference.Surplus, difference.First));
        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L, 7L], reader.Stored().Applied);
    }

    [Fact]
    public async Task stands_beside_what_is_served_until_it_is_ready()
    {
        await using var reader = await Follow(1_500);
        var (held, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var rebuilding = reader.Rebuild(async (position, _) =>
        {
            if (position == 1_000)
            {
                held.SetResult();
                await goOn.Task;
            }
        });
        await Eventually.Ends(held.Task);

        Assert.Equal(2, reader.Kept().Generations);
        await _ledger.Append(7);
        await reader.HasRead(1_507);
        Assert.Equal(1_507, reader.Stored().Applied.Count);

        goOn.SetResult();
        Assert.Equal((0, 0), await rebuilding is var difference ? (difference.Missing, difference.Surplus) : default);
        await _ledger.Append(3);
        await reader.HasRead(1_510);
        Assert.Equal(Enumerable.Range(1, 1_510).Select(n => (long)n), reader.Stored().Applied);
        Assert.Equal((1_510, 1), reader.Kept());
    }

    [Fact]
    public async Task that_is_given_up_leaves_what_was_served_and_nothing_else()
    {
        await using var reader = await Follow(1_500);
        using var giveUp = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<Exception>(() => reader.Rebuild((_, _) => giveUp.CancelAsync(), giveUp));

        Assert.Equal((1_500, 1), reader.Kept());
        Assert.Equal((1_500, 1_500L), (reader.Stored().Applied.Count, reader.Stored().Cursor));
    }

    [Fact]
    public async Task removes_what_one_before_it_has_left()
    {
        await using var reader = await Follow(3);
        await reader.Execute("""
            insert into cursors(source, region, generation, serving, position) values ('ledger', 'VO2201', 2, false, 2);
            insert into tally(log, generation, position) values ('VO2201', 2, 1), ('VO2201', 2, 2);
            """);

        Assert.Null((await reader.Rebuild()).First);
        Assert.Equal((3, 1), reader.Kept());
    }

    [Fact]
    public async Task counts_no_event_that_was_erased()
    {
        await using var reader = await Follow(3);
        await _ledger.Append(2, account: "erased");
        await _ledger.Append(2);
        await reader.HasRead(7);
        await _ledger.Erase("erased");
        await reader.HasRead(8);

        var difference = await reader.Rebuild();

        Assert.Equal((8, 5, null), (difference.UpTo, difference.Count, difference.First));
        Assert.Equal([1L, 2L, 3L, 6L, 7L], reader.Stored().Applied);
    }

    [Fact]
    public async Task of_a_log_that_was_restored_serves_what_the_log_has_now()
    {
        await using var reader = await Follow(7);
        await _ledger.Tamper("delete from events where position > 4; update logs set position = 4; delete from commits");
        await Eventually.Holds(() => reader.Progress.StoppedAt is not null, () => $"{reader.Progress}");

        var difference = await reader.Rebuild();

        Assert.Equal((4, 4, null), (difference.UpTo, difference.Count, difference.First));
        Assert.Equal([1L, 2L, 3L, 4L], reader.Stored().Applied);
        await _ledger.Append(1);
        await reader.HasRead(5);
        Assert.Null(reader.Progress.StoppedAt);
    }

    [Fact]
    public async Task that_no_longer_understands_an_event_leaves_what_was_served()
    {
        await using (await Follow(7))
        {
            // An older program read it all.
        }

        await using var reader = await Reader.Start(
            _folder, _ledger.Address, happened => _ = happened.Sequence == 5 ? throw new PoisonEventException(5, "TEST", "is of no known type") : true, _connectionString);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => reader.Rebuild());

        Assert.Equal((StatusCode.FailedPrecondition, "POISON_EVENT", "5"), (refused.Refusal.Code, refused.Refusal.Reason, refused.Refusal.Metadata["position"]));
        Assert.Equal((7, 7L), (reader.Stored().Applied.Count, reader.Stored().Cursor));
        Assert.Equal((7, 1), reader.Kept());
    }

    [Fact]
    public async Task up_to_an_event_that_nobody_understands_is_served()
    {
        await _ledger.Append(7);
        await using var reader = await Reader.Start(
            _folder, _ledger.Address, happened => _ = happened.Sequence == 5 ? throw new PoisonEventException(5, "TEST", "is of no known type") : true, _connectionString);
        await Eventually.Holds(() => reader.Progress.StoppedAt == 5, () => $"{reader.Progress}");

        Assert.Equal((4, 4, null), await reader.Rebuild() is var difference ? (difference.UpTo, difference.Count, difference.First) : default);
        await Eventually.Holds(() => reader.Progress.StoppedAt == 5, () => $"{reader.Progress}");
    }

    [Fact]
    public async Task is_not_done_twice_at_once()
    {
        await using var reader = await Follow(3);
        string? second = null;

        await reader.Rebuild(async (_, _) => second ??= (await Assert.ThrowsAsync<RefusedException>(() => reader.Rebuild())).Refusal.Reason);

        Assert.Equal("REBUILD_RUNNING", second);
        Assert.Equal((3, 1), reader.Kept());
    }

    [Fact]
    public async Task is_refused_while_the_log_cannot_be_reached()
    {
        await using var reader = await Follow(3);
        await _ledger.DisposeAsync();

        Assert.Equal((StatusCode.Unavailable, "SOURCE_AWAY"), await Assert.ThrowsAsync<RefusedException>(() => reader.Rebuild()) is var refused ? (refused.Refusal.Code, refused.Refusal.Reason) : default);
        Assert.Equal((3, 1), reader.Kept());
        _ledger = await LedgerService.Start(_folder, TimeProvider.System);
    }

    [Fact]
    public async Task is_told_over_the_wire_for_all_regions_or_one()
    {
        await using var reader = await Follow(3);
        await reader.Execute("delete from tally where position = 2");

        var answers = await reader.Rebuild(TestService.Follower);
        var again = await reader.Rebuild(TestService.Follower, Ledger.Region);

        Assert.Equal(["PO3008", "VO2201"], answers.Select(a => a.Region).Distinct());
        Assert.Equal([(3L, 3L, 3L, 1L, 0L, 2L)], answers.Where(a => a.Region == Ledger.Region && a.Result is not null)
            .Select(a => (a.Position, a.HeadPosition, a.Result.Facts, a.Result.MissingFacts, a.Result.SurplusFacts, a.Result.FirstDifference)));
        Assert.All(again, answer => Assert.Equal(Ledger.Region, answer.Region));
        Assert.False(Assert.Single(again, answer => answer.Result is not null).Result.HasFirstDifference);
    }

    [Theory]
    [InlineData("municipality", "", "ROLE_NOT_ALLOWED")]
    [InlineData("follower", "VO9999", "INVALID_FIELDS")]
    [InlineData("follower", "elders", "INVALID_FIELDS")]
    public async Task is_for_this_deployment_and_its_regions_only(string role, string region, string reason)
    {
        await using var reader = await Follow(1);
        var caller = TestService.Follower with { Role = role == "follower" ? CallerRole.Follower : TestService.Municipality.Role };

        Assert.Equal(reason, (await Assert.ThrowsAsync<RpcException>(() => reader.Rebuild(caller, region))).ErrorInfo()?.Reason);
    }

    [Fact]
    public async Task is_refused_where_there_are_no_facts()
    {
        await using var reader = await Reader.Start(_folder, _ledger.Address, new Tally { Facts = [] }, _connectionString);

        Assert.Equal("NOTHING_TO_REBUILD", (await Assert.ThrowsAsync<RefusedException>(() => reader.Rebuild())).Refusal.Reason);
    }

    private async Task<Reader> Follow(int events)
    {
        await _ledger.Append(events);
        var reader = await Reader.Start(_folder, _ledger.Address, connectionString: _connectionString);
        await reader.HasRead(events);
        return reader;
    }
}

public sealed class A_rebuild_on_SQLite() : A_rebuild(new Store());

public sealed class A_rebuild_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_rebuild(new Store(postgreSql));
