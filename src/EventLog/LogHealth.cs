using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Regional.EventLog;

/// <summary>Degraded while a commit takes so long that senders give up: the service reads and answers, and stores nothing.</summary>
internal sealed class LogHealth<TKey, TState>(RegionLog<TKey, TState> log) : IHealthCheck
    where TKey : notnull
    where TState : class
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = log.Committing.Where(commit => commit.Time > Longest).ToList();
        return Task.FromResult(late.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"nothing is stored: {string.Join(", ", late.Select(commit => $"a commit of {commit.Region} has run for {commit.Time.TotalSeconds:N0} s"))}"));
    }
}
