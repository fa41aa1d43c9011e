using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Regional.ServiceDefaults.Caching;

/// <summary>The cache holds what may be lost: without it a service is slower, and serves.</summary>
internal sealed class CacheHealth(RedisCache cache) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await cache.Ping();
            return HealthCheckResult.Healthy();
        }
        catch (Exception away)
        {
            // What this client says of a fault names every setting, the password among them.
            return HealthCheckResult.Degraded($"{cache.Place} is not reached ({away.GetType().Name})");
        }
    }
}
