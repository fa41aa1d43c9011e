using Dapper;
using Grpc.Core;
using Npgsql;

namespace Regional.Faults.Tests;

/// <summary>F25.</summary>
public sealed class Two_instances_that_store(PostgreSqlFixture postgreSql)
{
    private const string HoldsTheLog = """
        select exists (select from pg_stat_activity a join pg_locks l using (pid)
                        where a.application_name = 'first' and a.state = 'idle in transaction' and l.relation = 'signalering.logs'::regclass and l.mode = 'RowShareLock')
        """;

    [Fact]
    public async Task go_on_without_the_one_that_freezes_with_the_log_in_its_hand()
    {
        using var home = new TemporaryFolder();
        var database = (await new Store(postgreSql).NewDatabase())!;
        await using var first = await StoringService.Start(home, $"{database};Application Name=first");
        await using var second = await StoringService.Start(home, $"{database};Application Name=second");
        await using var toFirst = new Senders(Enumerable.Range(0, 4).Select(i => new InsistentSender(first, $"first{i}", i * 1_000_000)).ToArray());
        await using var toSecond = new Senders(Enumerable.Range(4, 4).Select(i => new InsistentSender(second, $"second{i}", i * 1_000_000)).ToArray());
        await Task.WhenAll(toFirst.Acknowledge(50), toSecond.Acknowledge(50));

        await FreezeWithTheLog(first.Process, database);
        var acknowledged = toFirst.Acknowledged;
        await toSecond.Acknowledge(200);
        await Task.Delay(TimeSpan.FromSeconds(30.Or(0)), TestContext.Current.CancellationToken);
        Assert.Equal(acknowledged, toFirst.Acknowledged);
        first.Process.Thaw();
        await toFirst.Acknowledge(50);
        await Task.WhenAll(toFirst.Stop(), toSecond.Stop());

        var refusals = toFirst.Refusals.Concat(toSecond.Refusals).Distinct().ToList();
        Assert.Contains((StatusCode.Unavailable, "STORAGE"), refusals);
        Assert.Empty(refusals.Except([(StatusCode.Unavailable, "STORAGE"), (StatusCode.DeadlineExceeded, null)]));
        await first.Agrees([.. toFirst.Journals, .. toSecond.Journals]);
    }

    // It holds the log for a few milliseconds at a time, so it may take some tries.
    private static async Task FreezeWithTheLog(ServiceProcess process, string database)
    {
        await using var onlooker = new NpgsqlConnection($"{database};Pooling=false");
        await Limit.Until(async () =>
        {
            process.Freeze();
            await Task.Delay(20, TestContext.Current.CancellationToken); // what it had asked by then has been done
            if (await onlooker.QuerySingleAsync<bool>(HoldsTheLog))
            {
                return true;
            }

            process.Thaw();
            return false;
        });
    }
}
