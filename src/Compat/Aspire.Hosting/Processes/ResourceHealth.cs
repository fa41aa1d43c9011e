using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Processes;

/// <summary>Runs the health checks of a resource while its process runs.</summary>
internal sealed class ResourceHealth(HealthCheckService checks, ResourceNotificationService notifications, TimeProvider clock)
{
    private static readonly TimeSpan UntilHealthy = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan OnceHealthy = TimeSpan.FromSeconds(5);

    /// <summary>The checks that tell of a resource, not heard yet.</summary>
    public static IEnumerable<HealthReportSnapshot> Unheard(IResource resource) =>
        resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => new HealthReportSnapshot(check.Key, status: null, description: null));

    /// <summary>Checks and publishes until cancelled.</summary>
    /// <returns>For how long the resource has been healthy, at the end.</returns>
    public async Task<TimeSpan> WatchAsync(IResource resource, CancellationToken cancellation)
    {
        var keys = resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => check.Key).ToHashSet();
        long? healthySince = keys.Count == 0 ? clock.GetTimestamp() : null;
        try
        {
            while (keys.Count > 0)
            {
                var report = await checks.CheckHealthAsync(check => keys.Contains(check.Name), cancellation).ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested(); // the process has ended meanwhile: the answer is of no one
                healthySince = report.Status == HealthStatus.Healthy ? healthySince ?? clock.GetTimestamp() : null;
                await notifications.PublishUpdateAsync(resource, snapshot => snapshot with
                {
                    HealthReports = [.. report.Entries.Select(entry => new HealthReportSnapshot(entry.Key, entry.Value.Status, entry.Value.Description))],
                }).ConfigureAwait(false);
                await Task.Delay(healthySince is null ? UntilHealthy : OnceHealthy, clock, cancellation).ConfigureAwait(false);
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The process has ended or is about to.
        }

        return healthySince is { } since ? clock.GetElapsedTime(since) : TimeSpan.Zero;
    }
}
