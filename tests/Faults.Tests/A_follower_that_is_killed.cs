namespace Regional.Faults.Tests;

/// <summary>SIGKILL between an effect and the cursor that remembers it.</summary>
public abstract class A_follower_that_is_killed(Store store)
{
    /// <summary>F23.</summary>
    [Fact]
    public async Task has_counted_each_event_once()
    {
        const int seed = 20261126; // whoever sees it fail can see it fail again
        var kills = 100.Or(4);
        var random = new Random(seed);
        var database = await store.NewDatabase();
        await using var storing = await StoringService.Start(database);
        await using var following = await FollowingService.Start(storing, database, DieAfter(random));
        var client = storing.ClientOf(StoringService.Assen);
        var sent = 0;
        for (var killed = 0; killed < kills; killed++)
        {
            // Each page that it reads is one of the moments at which it may die.
            await Limit.Until(async () =>
            {
                await client.CreateSignalAsync(StoringService.Request(++sent), deadline: DateTime.UtcNow.AddMinutes(1), cancellationToken: Limit.Token);
                return !following.Process.IsRunning;
            });
            await following.Process.Exit();
            Assert.Equal(128 + Unix.Kill, following.Process.ExitCode);
            await following.Restart(killed + 1 < kills ? DieAfter(random) : []);
        }

        await following.HasRead(sent);
        Assert.Equal(sent, await following.Counted());
        var anew = await following.Rebuild();
        Assert.Equal((0, 0), (anew.MissingFacts, anew.SurplusFacts));
    }

    private static string[] DieAfter(Random random) => ["Faults__DieAt=after-effect", $"Faults__Pass={random.Next(1, 4)}"];

    public sealed class On_SQLite() : A_follower_that_is_killed(new());

    public sealed class On_PostgreSQL(PostgreSqlFixture postgreSql) : A_follower_that_is_killed(new(postgreSql));
}
