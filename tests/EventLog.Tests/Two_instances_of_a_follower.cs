using Microsoft.Extensions.Logging;
using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public sealed class Two_instances_of_a_follower(PostgreSqlFixture postgreSql) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private LedgerService _ledger = null!;
    private string _database = null!;

    public async ValueTask InitializeAsync() =>
        (_ledger, _database) = (await LedgerService.Start(_folder, TimeProvider.System), (await new Store(postgreSql).NewDatabase())!);

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task do_not_both_work_and_the_one_that_is_left_goes_on()
    {
        await using var first = await Follow();
        await _ledger.Append(3);
        await first.HasRead(3);
        await using var second = await Follow();
        await _ledger.Append(2);
        await second.HasRead(5);
        Assert.DoesNotContain(second.Log.Lines, Leads);
        await Eventually.Holds(() => second.Progress.CompleteUntil is not null, () => "The one that waits cannot say how complete the figures are.");

        await first.DisposeAsync();
        await _ledger.Append(2);
        await second.HasRead(7);

        Assert.Contains(second.Log.Lines, Leads);
        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L, 7L], second.Stored().Applied);
        Assert.DoesNotContain(first.Log.Lines.Concat(second.Log.Lines), line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task change_over_when_the_session_is_lost_that_holds_the_lock()
    {
        await using var first = await Follow();
        await Eventually.Holds(() => first.Log.Lines.Any(Leads), () => "Nobody follows.");
        await using var second = await Follow();

        await first.Execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'regional: follow ledger' and datname = current_database()");
        await Eventually.Holds(() => first.Log.Lines.Any(line => line.Message.StartsWith("This instance no longer follows ledger", StringComparison.Ordinal)), () => "It did not notice.");
        await _ledger.Append(3);
        await second.HasRead(3);

        Assert.Equal([1L, 2L, 3L], second.Stored().Applied);
    }

    private static bool Leads(RecordedLog.Line line) => line.Message.StartsWith("This instance follows ledger for all", StringComparison.Ordinal);

    private Task<Reader> Follow() => Reader.Start(_folder, _ledger.Address, connectionString: _database);
}
