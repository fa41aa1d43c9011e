namespace Regional.Faults.Tests;

/// <summary>SIGKILL at the moments of a commit at which it hurts, while four municipalities push.</summary>
public abstract class A_service_that_is_killed(Store store)
{
    private static readonly TimeSpan SoonReady = TimeSpan.FromSeconds(Soak.IsOn ? 10 : 100);

    /// <summary>F01.</summary>
    [Theory]
    [InlineData("after-commit")]
    [InlineData("before-bell")]
    public async Task after_a_commit_has_stored_once_what_is_sent_again(string moment)
    {
        var signals = 100_000.Or(2_000);
        await using var service = await StoringService.Start(await store.NewDatabase(), $"Faults__DieAt={moment}", $"Faults__Pass={signals / 1_000}");
        var pushers = Pusher.Four(service, signals);

        var deaths = await service.Survive(Task.WhenAll(pushers.Select(pusher => pusher.Push())), () => []);

        Assert.Equal(1, deaths);
        Assert.InRange(service.StartedIn, TimeSpan.Zero, SoonReady);
        Assert.Equal((0, signals / 4), await pushers[0].Push());
        Assert.Equal((signals, signals, signals), await service.Agrees(pushers.Select(pusher => pusher.Journal)));
    }

    /// <summary>F02.</summary>
    [Fact]
    public async Task before_a_commit_at_random_has_lost_nothing_and_skipped_no_position()
    {
        const int seed = 20261126; // a fixed seed: whoever sees it fail can see it fail again
        var kills = 50.Or(3);
        var signals = 2_000 * kills;
        var random = new Random(seed);
        await using var service = await StoringService.Start(await store.NewDatabase(), NextDeath());
        var pushers = Pusher.Four(service, signals);

        var deaths = await service.Survive(Task.WhenAll(pushers.Select(pusher => pusher.Push())), () => kills-- > 1 ? NextDeath() : []);

        Assert.InRange(deaths, 1, 50);
        Assert.Equal((signals, signals, signals), await service.Agrees(pushers.Select(pusher => pusher.Journal)));

        string[] NextDeath() => [$"Faults__DieAt={(random.Next(2) == 0 ? "after-lock" : "after-insert")}", $"Faults__Pass={random.Next(1, 5)}"];
    }

    public sealed class On_SQLite() : A_service_that_is_killed(new());

    public sealed class On_PostgreSQL(PostgreSqlFixture postgreSql) : A_service_that_is_killed(new(postgreSql));
}
