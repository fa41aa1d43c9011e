using System.Text;
using Regional.ServiceDefaults.Caching;
using Regional.Tests;

namespace Regional.ServiceDefaults.Tests;

public abstract class A_cache : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private readonly TemporaryFolder _folder = new();
    private TestService _service = null!;
    private ICache _cache = null!;

    /// <summary>The Redis; empty for none.</summary>
    private protected abstract Task<string> ConnectionString();

    public async ValueTask InitializeAsync()
    {
        // A name of its own, so keys of its own.
        _service = await TestService.Start(
            _folder, TimeProvider.System, builder => builder.AddCache($"test-{Guid.NewGuid():N}"), _ => { }, ("ConnectionStrings:cache", await ConnectionString()));
        _cache = _service.Service<ICache>();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task gives_back_what_was_kept_byte_for_byte()
    {
        await _cache.Keep("a", [0, 255, 10, 13], Long);
        await _cache.Keep("b", [], Long);

        Assert.Equal("00FF0A0D", Convert.ToHexString((await _cache.Get("a"))!));
        Assert.Empty((await _cache.Get("b"))!);
        Assert.Null(await _cache.Get("c"));
    }

    [Fact]
    public async Task keeps_the_last_and_not_for_ever()
    {
        await _cache.Keep("a", [1], Long);
        await _cache.Keep("a", [2], Short);

        await Eventually.Holds(async () => await _cache.Get("a") is null, () => "It is still there.");
    }

    [Fact]
    public async Task holds_a_thing_for_one_until_that_one_lets_go()
    {
        Assert.True(await _cache.Hold("slot", "one", Long));
        Assert.True(await _cache.Hold("slot", "one", Long));
        Assert.False(await _cache.Hold("slot", "two", Long));
        Assert.True(await _cache.Hold("other slot", "two", Long));

        await _cache.Release("slot", "two");
        Assert.False(await _cache.Hold("slot", "two", Long));
        await _cache.Release("slot", "one");
        Assert.True(await _cache.Hold("slot", "two", Long));
    }

    [Fact]
    public async Task holds_a_thing_for_one_only_among_many_who_want_it_at_once()
    {
        var held = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => _cache.Hold("slot", $"{i}", Long), TestContext.Current.CancellationToken)));

        Assert.Single(held, isHeld => isHeld);
    }

    [Fact]
    public async Task does_not_hold_a_thing_for_ever()
    {
        await _cache.Hold("slot", "one", Short);

        await Eventually.Holds(() => _cache.Hold("slot", "two", Long), () => "It is still held.");
    }

    [Fact]
    public async Task counts_within_a_window_and_then_anew()
    {
        foreach (var expected in new[] { 1, 2, 3 })
        {
            Assert.Equal(expected, await _cache.Count("calls", Long));
        }

        Assert.Equal(1, await _cache.Count("other calls", Short));

        await Eventually.Holds(async () => await _cache.Count("other calls", Short) == 1, () => "The window does not end.");
    }

    [Fact]
    public async Task holds_much_and_no_more_than_it_can()
    {
        for (var i = 0; i < 10_100; i++)
        {
            await _cache.Keep($"{i}", Encoding.ASCII.GetBytes($"{i}"), Long);
        }

        Assert.Equal("10099", Encoding.ASCII.GetString((await _cache.Get("10099"))!));
    }
}

public sealed class A_cache_in_process : A_cache
{
    private protected override Task<string> ConnectionString() => Task.FromResult("");
}

public sealed class A_cache_on_Redis(RedisFixture redis) : A_cache
{
    private protected override async Task<string> ConnectionString() => (await redis.Server()).ConnectionString;
}
