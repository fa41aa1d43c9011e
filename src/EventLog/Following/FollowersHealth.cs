using Microsoft.Extensions.Diagnostics.HealthChecks;
using Regional.Territory;

namespace Regional.EventLog.Following;

/// <summary>Degraded while a follower stands still at something that it cannot go past: the service answers, but its figures grow old.</summary>
internal sealed class FollowersHealth(Followers followers, Regions regions) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stopped = regions.All.Select(r => r.Code.ToString()).Where(region => followers.Of(region).StoppedAt is not null).ToList();
        return Task.FromResult(stopped.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Stopped: the followers of {string.Join(", ", stopped)}; the log says where and why."));
    }
}
