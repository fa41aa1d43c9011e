using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Regional.EventLog.Following;

/// <summary>Degraded while a follower stands still at something that it cannot go past: the service answers, but its figures grow old.</summary>
internal sealed class FollowersHealth(Followers followers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => await followers.Stopped() is { Count: > 0 } stopped
        ? HealthCheckResult.Degraded($"Stopped: the followers of {string.Join(", ", stopped)}; the log says where and why.")
        : HealthCheckResult.Healthy();
}
