using Microsoft.Extensions.Logging;
using Regional.EventLog.Following;
using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public abstract class A_follower(Store store) : IAsyncLifetime
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
    public async Task applies_every_event_once_in_order()
    {
        await _ledger.Append(1_200);
        await using var reader = await Follow();
        await reader.HasRead(1_200);
        await _ledger.Append(1);
        await reader.HasRead(1_201);

        Assert.Equal(Enumerable.Range(1, 1_201).Select(n => (long)n), reader.Stored().Applied);
    }

    [Fact]
    public async Task says_by_the_clock_of_the_log_until_when_it_is_complete()
    {
        await _ledger.DisposeAsync();
        // Fast enough to be told from the reader's, and not so fast that its tokens are no longer good.
        var now = TimeProvider.System.GetUtcNow();
        var clock = new ManualClock(new(now.Year, now.Month, now.Day, now.Hour, now.Minute, now.Second, TimeSpan.Zero));
        clock.Advance(TimeSpan.FromSeconds(30));
        _ledger = await LedgerService.Start(_folder, clock);
        await _ledger.Append(1);
        await using var reader = await Follow();

        await Eventually.Holds(() => reader.Progress.CompleteUntil == clock.GetUtcNow(), () => $"{reader.Progress}");
        clock.Advance(TimeSpan.FromSeconds(15));
        await Eventually.Holds(() => reader.Progress.CompleteUntil == clock.GetUtcNow(), () => $"{reader.Progress}");

        Assert.Null(reader.Progress.StoppedAt);
    }

    [Fact]
    public async Task knows_after_a_restart_until_when_it_was_complete()
    {
        await _ledger.Append(1);
        DateTimeOffset? until;
        await using (var first = await Follow())
        {
            await first.HasRead(1);
            until = first.Progress.CompleteUntil;
        }

        await _ledger.DisposeAsync();
        await using var second = await Follow();

        Assert.InRange(second.Progress.CompleteUntil!.Value, until!.Value.AddSeconds(-10), until.Value);
        _ledger = await LedgerService.Start(_folder, TimeProvider.System);
    }

    [Fact]
    public async Task goes_on_after_a_restart_where_it_was()
    {
        await _ledger.Append(5);
        await using (var first = await Follow())
        {
            await first.HasRead(5);
        }

        await _ledger.Append(3);

        // Had it begun anew, the positions would be there twice, which the table refuses.
        await using var second = await Follow();
        await second.HasRead(8);
        Assert.Equal(8, second.Stored().Applied.Count);
    }

    [Fact]
    public async Task leaves_effect_and_cursor_as_they_were_when_applying_fails_and_tries_again()
    {
        var failures = 0;
        await _ledger.Append(3);
        await using var reader = await Follow(happened =>
        {
            if (happened.Sequence == 6 && Interlocked.Increment(ref failures) <= 3)
            {
                throw new InvalidOperationException("fails at the last of the page");
            }
        });
        await reader.HasRead(3);
        await _ledger.Append(3);
        var moments = new List<(IReadOnlyList<long> Applied, long Cursor)>();
        await Eventually.Holds(
            () =>
            {
                moments.Add(reader.Stored());
                return moments[^1].Cursor == 6;
            },
            () => "It never came further.");

        Assert.All(moments, moment => Assert.Equal(moment.Cursor, moment.Applied.Count));
        Assert.Equal(4, failures);
        Assert.Equal(3, reader.Log.Lines.Count(l => l.Level == LogLevel.Error && l.Exception is InvalidOperationException));
    }

    [Theory]
    [InlineData(4, "a page after a gap")]
    [InlineData(5, "a page with a gap in it")]
    [InlineData(6, "a page that ends before the head")]
    public async Task refuses_a_page_that_does_not_follow(int missing, string what)
    {
        await _ledger.Append(3);
        await using (var first = await Follow())
        {
            await first.HasRead(3);
        }

        var read = TimeProvider.System.GetUtcNow();
        await _ledger.Append(3);
        await _ledger.Tamper($"delete from events where position = {missing}");

        await using var reader = await Follow();

        await Eventually.Holds(() => reader.Log.Lines.Any(l => l.Level == LogLevel.Error), () => what);
        Assert.Equal(missing == 6 ? [1L, 2L, 3L, 4L, 5L] : [1L, 2L, 3L], reader.Stored().Applied);
        Assert.InRange(reader.Progress.CompleteUntil!.Value, DateTimeOffset.UnixEpoch, read);
    }

    [Theory]
    [InlineData("delete from events where position = 3; update logs set position = 2", "CURSOR_AHEAD")]
    [InlineData("update commits set hash = root", "CURSOR_DIVERGED")]
    public async Task stops_at_a_log_that_is_not_the_one_it_has_read(string restored, string reason)
    {
        await _ledger.Append(3);
        await using (var first = await Follow())
        {
            await first.HasRead(3);
        }

        await _ledger.Tamper(restored);
        await using var reader = await Follow();

        await Eventually.Holds(() => reader.Progress.StoppedAt == 4, () => $"{reason} did not stop it: {reader.Progress}");
        Assert.Equal(3, reader.Stored().Cursor);
    }

    [Fact]
    public async Task takes_away_what_was_erased_and_says_from_which_day_it_is_complete()
    {
        await _ledger.Append(3);
        await _ledger.Append(2, account: "b");
        await using var reader = await Reader.Start(_folder, _ledger.Address);
        await reader.HasRead(5);
        await Eventually.Holds(() => reader.Progress.CompleteUntil is not null, () => $"{reader.Progress}");
        Assert.Null(reader.Progress.CompleteFrom);

        await _ledger.Erase("b");
        await reader.HasRead(6);

        Assert.Equal([1L, 2L, 3L], reader.Stored().Applied);
        await Eventually.Holds(() => reader.Progress.CompleteFrom > DateOnly.FromDateTime(DateTime.UtcNow.AddHours(-1)), () => $"{reader.Progress}");
    }

    [Fact]
    public async Task that_begins_after_an_erasure_comes_to_the_same()
    {
        await _ledger.Append(3);
        await _ledger.Append(2, account: "b");
        await _ledger.Erase("b");
        await _ledger.Append(1);

        await using var reader = await Reader.Start(_folder, _ledger.Address);
        await reader.HasRead(7);

        Assert.Equal([1L, 2L, 3L, 7L], reader.Stored().Applied);
        await Eventually.Holds(() => reader.Progress.CompleteFrom is not null, () => $"{reader.Progress}");
    }

    [Fact]
    public async Task stops_before_an_event_that_it_cannot_understand_and_says_where()
    {
        await _ledger.Append(7);
        await using var reader = await Follow(Poisoned);

        await Eventually.Holds(() => reader.Progress.StoppedAt == 5, () => $"{reader.Progress}");

        Assert.Equal([1L, 2L, 3L, 4L], reader.Stored().Applied);
        Assert.Equal(4, reader.Stored().Cursor);
        await Eventually.Holds(
            () => reader.Log.Lines.Any(l => l.Level == LogLevel.Error && l.Message.Contains("VO2201 stopped: Event 5: is of no known type", StringComparison.Ordinal)),
            () => string.Join('\n', reader.Log.Lines));
    }

    [Fact]
    public async Task goes_on_when_a_better_program_understands_the_event()
    {
        await _ledger.Append(7);
        await using (var reader = await Follow(Poisoned))
        {
            await Eventually.Holds(() => reader.Progress.StoppedAt == 5, () => $"{reader.Progress}");
        }

        await using var better = await Follow();
        await better.HasRead(7);

        Assert.Null(better.Progress.StoppedAt);
    }

    [Fact]
    public async Task that_only_passes_on_what_happens_puts_aside_after_five_attempts_what_it_cannot_understand()
    {
        var attempts = new List<long>();
        await _ledger.Append(7);
        await using var reader = await Reader.Start(_folder, _ledger.Address, new Tally { Facts = [], Applied = Counted }, _connectionString);
        await reader.HasRead(7);

        Assert.Equal([1L, 2L, 3L, 4L, 6L, 7L], reader.Stored().Applied);
        Assert.Equal([(5L, "TEST", 5)], reader.Parked());
        Assert.Equal(5, attempts.Count);
        Assert.Null(reader.Progress.StoppedAt);

        void Counted(Wire.Feed.V1.Event happened)
        {
            if (happened.Sequence == 5)
            {
                attempts.Add(5);
            }

            Poisoned(happened);
        }
    }

    [Fact]
    public async Task that_put_aside_the_newest_event_goes_on_in_a_log_that_was_restored_and_is_whole()
    {
        await _ledger.Append(5);
        await using var reader = await Reader.Start(_folder, _ledger.Address, new Tally { Facts = [], Applied = Poisoned }, _connectionString);
        await reader.HasRead(5);

        await _ledger.Tamper("update log_identity set epoch = epoch + 7");
        await _ledger.Append(2);

        await reader.HasRead(7);
        Assert.Equal([1L, 2L, 3L, 4L, 6L, 7L], reader.Stored().Applied);
    }

    [Fact]
    public async Task waits_for_a_source_that_is_away_and_catches_up()
    {
        await _ledger.Append(2);
        await using var reader = await Follow();
        await reader.HasRead(2);

        var address = _ledger.Address;
        await _ledger.DisposeAsync();
        await Eventually.Holds(() => reader.Log.Lines.Any(l => l.Level == LogLevel.Warning && l.Message.StartsWith("ledger cannot be reached", StringComparison.Ordinal)), () => "Nothing was said.");
        _ledger = await LedgerService.Start(_folder, TimeProvider.System, address);
        await _ledger.Append(2);

        await reader.HasRead(4);
    }

    [Fact]
    public async Task that_loses_its_cursor_to_another_writer_undoes_what_it_did()
    {
        await _ledger.Append(3);
        await using var reader = await Follow();
        await reader.HasRead(3);

        reader.Rival = "update cursors set position = 2";
        await _ledger.Append(3);
        await reader.HasRead(6);

        Assert.Single(reader.Log.Lines, l => l.Exception?.Message == "The cursor of ledger/VO2201 was moved by another.");
        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L], reader.Stored().Applied);
    }

    private static void Poisoned(Wire.Feed.V1.Event happened)
    {
        if (happened.Sequence == 5)
        {
            throw new PoisonEventException(5, "TEST", "is of no known type");
        }
    }

    private Task<Reader> Follow(Action<Wire.Feed.V1.Event>? applied = null) => Reader.Start(_folder, _ledger.Address, applied, _connectionString);
}

public sealed class A_follower_on_SQLite() : A_follower(new Store());

public sealed class A_follower_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_follower(new Store(postgreSql));
