using Dapper;
using Microsoft.Extensions.Logging;
using Regional.LocalServers;
using Regional.ServiceDefaults.Caching;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.ServiceDefaults.Tests;

/// <summary>A Redis of its own, which a test freezes, flushes, kills and starts again, and two instances of a service that share it.</summary>
public sealed class A_cache_in_trouble : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _otherFolder = new();
    private RedisServer _redis = null!;
    private TestService _one = null!;
    private TestService _other = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ICache Cache => _one.Service<ICache>();

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync(cancellationToken: Cancellation).OrSkip();
        (_one, _other) = (await Start(_folder), await Start(_otherFolder));
        await Eventually.Holds(async () => await Cache.Hold("ready", "one", Long) && !await _other.Service<ICache>().Hold("ready", "other", Long), () => "They do not share it.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in new[] { _one, _other })
        {
            if (service is not null)
            {
                await service.DisposeAsync();
            }
        }

        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }

        _folder.Dispose();
        _otherFolder.Dispose();
    }

    [Fact]
    public async Task that_is_killed_is_done_without_and_used_again_when_it_is_back()
    {
        await Cache.Keep("a", [1], Long);
        _redis.Kill();

        Assert.Null(await Cache.Get("a"));
        await Cache.Keep("a", [2], Long);
        Assert.True(await Cache.Get("a") is [2]);
        await Says("The cache at 127.0.0.1:");

        await _redis.RestartAsync(Cancellation);
        await Eventually.Holds(async () => { await Cache.Keep("b", [3], Long); return await _other.Service<ICache>().Get("b") is [3]; }, () => "It is not shared again.");
    }

    [Fact]
    public async Task that_is_frozen_holds_nobody_up_for_long_and_is_used_again_when_it_thaws()
    {
        _redis.Freeze();

        // Were each question to wait for its quarter of a second, this would take more than eight minutes.
        await Eventually.Ends(Task.Run(async () =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                await Cache.Keep($"{i}", [1], Long);
                await Cache.Get($"{i}");
            }
        }, Cancellation));

        Assert.Contains(_one.Log.Lines, line => line.Level == LogLevel.Warning && line.Message.StartsWith($"The cache at 127.0.0.1:{_redis.Port} does not answer (", StringComparison.Ordinal));
        Assert.DoesNotContain(_one.Log.Lines, line => line.Message.Contains("password", StringComparison.OrdinalIgnoreCase));
        _redis.Thaw();
        await Says("The cache at 127.0.0.1:", "answers again");
    }

    [Theory]
    [InlineData("frozen")]
    [InlineData("killed")]
    [InlineData("flushed")]
    public async Task grants_nothing_twice_as_long_as_the_grant_is_fenced(string trouble)
    {
        const int Slots = 60, Callers = 8;
        using var database = SqliteDatabase.Open(_folder.File("grants.db"));
        await database.Write(transaction => transaction.Connection!.ExecuteAsync(
            "create table slots(slot integer not null primary key, fence integer not null default 0); create table grants(slot integer not null, caller text not null)", transaction: transaction));
        await database.Write(transaction => transaction.Connection!.ExecuteAsync(
            "insert into slots(slot) values (@slot)", Enumerable.Range(0, Slots).Select(slot => new { slot }), transaction));

        var asking = Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var cache = (caller % 2 == 0 ? _one : _other).Service<ICache>();
            for (var slot = 0; slot < Slots; slot++)
            {
                if (caller == 0 && slot == Slots / 3)
                {
                    Break(trouble);
                }

                await TakeAsync(database, cache, slot, $"{caller}");
            }
        }, Cancellation));
        await Eventually.Ends(Task.WhenAll(asking));

        await using var reader = await database.OpenReader();
        Assert.Equal(Slots, await reader.QuerySingleAsync<long>("select count(distinct slot) from grants"));
        Assert.Equal(Slots, await reader.QuerySingleAsync<long>("select count(*) from grants"));
        _redis.Thaw();
    }

    // As a service does: the hold keeps most of those away who come too late, and the fence all of them.
    private static async Task TakeAsync(Database database, ICache cache, int slot, string caller)
    {
        if (!await cache.Hold($"slot {slot}", caller, Long))
        {
            return;
        }

        long fence;
        await using (var reader = await database.OpenReader())
        {
            fence = await reader.QuerySingleAsync<long>("select fence from slots where slot = @slot", new { slot });
        }

        if (fence > 0)
        {
            return;
        }

        await database.Write<object?>(async transaction =>
        {
            var taken = await transaction.Connection!.ExecuteAsync("update slots set fence = fence + 1 where slot = @slot and fence = @fence", new { slot, fence }, transaction);
            await transaction.Connection!.ExecuteAsync("insert into grants(slot, caller) values (@slot, @caller)", new { slot, caller }, transaction);
            return taken == 1 ? slot : null;
        });
    }

    private void Break(string trouble)
    {
        switch (trouble)
        {
            case "frozen":
                _redis.Freeze();
                break;
            case "killed":
                _redis.Kill();
                break;
            default:
                Flush();
                break;
        }
    }

    private void Flush()
    {
        using var client = new System.Net.Sockets.TcpClient("127.0.0.1", _redis.Port);
        using var reader = new StreamReader(client.GetStream());
        client.GetStream().Write(System.Text.Encoding.ASCII.GetBytes($"AUTH {_redis.ConnectionString.Split("password=")[1]}\r\nFLUSHALL\r\n"));
        Assert.Equal(("+OK", "+OK"), (reader.ReadLine(), reader.ReadLine()));
    }

    private Task Says(string begin, string end = "") => Eventually.Holds(
        async () =>
        {
            await Cache.Get("a");
            return _one.Log.Lines.Any(line => line.Message.StartsWith(begin, StringComparison.Ordinal) && line.Message.EndsWith(end, StringComparison.Ordinal));
        },
        () => string.Join('\n', _one.Log.Lines.Where(line => line.Level >= LogLevel.Information).Select(line => line.Message)));

    private Task<TestService> Start(TemporaryFolder folder) => TestService.Start(
        folder, TimeProvider.System, builder => builder.AddCache("test"), _ => { }, ("ConnectionStrings:cache", _redis.ConnectionString));
}
