using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Regional.ServiceDefaults.Caching;

/// <summary>The cache that the instances of a service share in a Redis. While that is away, each remembers for itself.</summary>
/// <remarks>This client never gives up on a server that is frozen, so nothing of it is awaited for longer than a quarter of a second.</remarks>
internal sealed partial class RedisCache : ICache, IDisposable
{
    private const string HoldScript = """
        local holder = redis.call('get', KEYS[1])
        if holder and holder ~= ARGV[1] then return 0 end
        redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
        return 1
        """;

    private const string ReleaseScript = "if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end return 1";

    private const string CountScript = """
        local count = redis.call('incr', KEYS[1])
        if count == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
        return count
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly ConfigurationOptions _options;
    private readonly string _prefix;
    private readonly TimeProvider _clock;
    private readonly ILogger<RedisCache> _logger;
    private readonly Circuit _circuit;
    private readonly ProcessCache _own;
    private readonly Lock _lock = new();
    private Task<ConnectionMultiplexer>? _connection;

    public RedisCache(ConfigurationOptions options, string service, TimeProvider clock, ILogger<RedisCache> logger)
    {
        (_options, _prefix, _clock, _logger) = (options, $"regional:{service}:", clock, logger);
        (_circuit, _own) = (new(clock), new(clock));
        // It goes on trying by itself when the server is away.
        (options.AbortOnConnectFail, options.ConnectTimeout) = (false, 1_000);
    }

    /// <summary>Where it is, without the password.</summary>
    public string Place => _options.EndPoints.FirstOrDefault()?.ToString() ?? "";

    public Task<byte[]?> Get(string key) => Ask<byte[]?>(async redis => await redis.StringGetAsync(Name(key)), own => own.Get(key));

    public Task Keep(string key, byte[] value, TimeSpan lifetime) => Ask(
        redis => redis.StringSetAsync(Name(key), value, lifetime),
        async own =>
        {
            await own.Keep(key, value, lifetime);
            return true;
        });

    public Task<bool> Hold(string thing, string holder, TimeSpan lifetime) => Ask(
        async redis => (bool)await redis.ScriptEvaluateAsync(HoldScript, [Name(thing)], [holder, (long)lifetime.TotalMilliseconds]),
        own => own.Hold(thing, holder, lifetime));

    public Task Release(string thing, string holder) => Ask(
        async redis => (bool)await redis.ScriptEvaluateAsync(ReleaseScript, [Name(thing)], [holder]),
        async own =>
        {
            await own.Release(thing, holder);
            return true;
        });

    public Task<long> Count(string what, TimeSpan window) => Ask(
        async redis => (long)await redis.ScriptEvaluateAsync(CountScript, [Name(what)], [(long)window.TotalMilliseconds]),
        own => own.Count(what, window));

    /// <summary>Asks the server for a sign of life, however often it has failed.</summary>
    public async Task Ping() => await (await Connection().WaitAsync(Patience, _clock)).GetDatabase().PingAsync().WaitAsync(Patience, _clock);

    public void Dispose()
    {
        if (_connection is { IsCompletedSuccessfully: true })
        {
            _connection.Result.Dispose();
        }
    }

    private RedisKey Name(string key) => _prefix + key;

    private async Task<T> Ask<T>(Func<IDatabase, Task<T>> ask, Func<ProcessCache, Task<T>> instead)
    {
        if (_circuit.IsOpen)
        {
            return await instead(_own);
        }

        try
        {
            var redis = await Connection().WaitAsync(Patience, _clock);
            var answer = await ask(redis.GetDatabase()).WaitAsync(Patience, _clock);
            if (_circuit.Succeeded())
            {
                Back(Place);
            }

            return answer;
        }
        catch (Exception away)
        {
            if (_circuit.Failed())
            {
                // Its message names every setting, the password among them.
                Away(Place, away.GetType().Name);
            }

            return await instead(_own);
        }
    }

    private Task<ConnectionMultiplexer> Connection()
    {
        lock (_lock)
        {
            return _connection is null or { IsFaulted: true } or { IsCanceled: true } ? _connection = ConnectionMultiplexer.ConnectAsync(_options) : _connection;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The cache at {Place} does not answer ({Fault}); this instance remembers for itself meanwhile")]
    private partial void Away(string place, string fault);

    [LoggerMessage(LogLevel.Information, "The cache at {Place} answers again")]
    private partial void Back(string place);
}
