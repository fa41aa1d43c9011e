using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Regional.ServiceDefaults.Health;

/// <summary>The cache holds what may be lost: without it a service is slower, and serves.</summary>
/// <param name="connectionString">As <c>ConnectionStrings:cache</c> names it, in the form of StackExchange.Redis.</param>
/// <param name="clock">Measures its patience.</param>
internal sealed class CacheHealth(string connectionString, TimeProvider clock) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lazy<Task<ConnectionMultiplexer>> _redis = new(() => ConnectAsync(connectionString));

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // This client waits for ever for a server that is frozen.
            var redis = await _redis.Value.WaitAsync(Patience, clock, cancellationToken);
            await redis.GetDatabase().PingAsync().WaitAsync(Patience, clock, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What this client says of a fault names every setting, the password among them.
            var place = ConfigurationOptions.Parse(connectionString).EndPoints.FirstOrDefault();
            return HealthCheckResult.Degraded($"{place} is not reached ({exception.GetType().Name})");
        }
    }

    public void Dispose()
    {
        if (_redis is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            _redis.Value.Result.Dispose();
        }
    }

    // Goes on trying by itself when the server is away.
    private static Task<ConnectionMultiplexer> ConnectAsync(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = (int)Patience.TotalMilliseconds;
        return ConnectionMultiplexer.ConnectAsync(options);
    }
}
