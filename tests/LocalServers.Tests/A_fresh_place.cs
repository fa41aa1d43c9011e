namespace Regional.LocalServers.Tests;

/// <summary>Two classes of tests that share the assembly's servers and do the same: neither sees what the other has left.</summary>
public abstract class A_fresh_place(FreshDatabase database, FreshVirtualHost virtualHost, FreshKeys keys)
{
    [Fact]
    public async Task has_a_database_of_its_own() =>
        Assert.Equal("0", await Servers.Query(await database.ConnectionString(), "create table words (word text); select count(*) from words"));

    [Fact]
    public async Task has_a_virtual_host_of_its_own()
    {
        var address = await virtualHost.Address();

        Assert.Null(await Servers.Receive(address));
        await Servers.Send(address, "fiets");
    }

    [Fact]
    public async Task has_keys_of_its_own() => Assert.True(await Servers.InRedis(
        await keys.ConnectionString(), redis => redis.StringSetAsync(keys.Prefix + "word", "fiets", when: StackExchange.Redis.When.NotExists)));
}

public sealed class A_fresh_place_of_one_class(FreshDatabase database, FreshVirtualHost virtualHost, FreshKeys keys)
    : A_fresh_place(database, virtualHost, keys), IClassFixture<FreshDatabase>, IClassFixture<FreshVirtualHost>, IClassFixture<FreshKeys>;

public sealed class A_fresh_place_of_another_class(FreshDatabase database, FreshVirtualHost virtualHost, FreshKeys keys)
    : A_fresh_place(database, virtualHost, keys), IClassFixture<FreshDatabase>, IClassFixture<FreshVirtualHost>, IClassFixture<FreshKeys>;
