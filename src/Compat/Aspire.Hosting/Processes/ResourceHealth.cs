using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Processes;

/// <summary>Runs the health checks of a resource while it runs, and what is done once it is healthy.</summary>
internal sealed class ResourceHealth(
    HealthCheckService checks, ResourceNotificationService notifications, IDistributedApplicationEventing eventing, IServiceProvider services,
    TimeProvider clock, ILogger<DistributedApplication> logger)
{
    private static readonly TimeSpan UntilHealthy = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WhileDegraded = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OnceHealthy = TimeSpan.FromSeconds(5);

    // Nothing tells of a resource without checks; after so long it has not failed at its start.
    private static readonly TimeSpan UncheckedStart = TimeSpan.FromSeconds(5);

    /// <summary>What is known of a resource that has just begun to run.</summary>
    public static CustomResourceSnapshot JustRunning(IResource resource, CustomResourceSnapshot before) => before with
    {
        State = KnownResourceStates.Running,
        ExitCode = null,
        HealthReports = [.. resource.Annotations.OfType<HealthCheckAnnotation>()
            .Select(check => new HealthReportSnapshot(check.Key, status: null, description: null))],
    };

    /// <summary>Checks and publishes until cancelled.</summary>
    /// <returns>For how long the resource has been healthy, at the end.</returns>
    public async Task<TimeSpan> WatchAsync(IResource resource, string id, int replica, CancellationToken cancellation)
    {
        var isChecked = resource.Annotations.OfType<HealthCheckAnnotation>().Any();
        var isAnnounced = false;
        long? healthySince = null;
        try
        {
            while (true)
            {
                var reports = await CheckAsync(resource, replica, cancellation).ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested(); // the process has ended meanwhile: the answer is of no one
                var worst = reports.Min(report => report.Status) ?? HealthStatus.Healthy; // degraded is up: it does its work
                healthySince = worst == HealthStatus.Unhealthy ? null : healthySince ?? clock.GetTimestamp();
                await notifications.PublishUpdateAsync(resource, id, snapshot => snapshot with { HealthReports = [.. reports] }).ConfigureAwait(false);
                if (healthySince is not null && !isAnnounced)
                {
                    isAnnounced = await IsAnnouncedAsync(resource, id, cancellation).ConfigureAwait(false);
                }

                var pause = (isChecked, worst) switch
                {
                    (false, _) when isAnnounced => Timeout.InfiniteTimeSpan,
                    (true, HealthStatus.Unhealthy) => UntilHealthy,
                    (true, HealthStatus.Healthy) when isAnnounced => OnceHealthy,
                    _ => WhileDegraded,
                };
                await Task.Delay(pause, clock, cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            var healthyFor = healthySince is { } since ? clock.GetElapsedTime(since) : TimeSpan.Zero;
            return isChecked ? healthyFor : healthyFor > UncheckedStart ? healthyFor - UncheckedStart : TimeSpan.Zero;
        }
    }

    private async Task<IReadOnlyList<HealthReportSnapshot>> CheckAsync(IResource resource, int replica, CancellationToken cancellation)
    {
        var annotations = resource.Annotations.OfType<HealthCheckAnnotation>().ToList();
        var asked = await Task.WhenAll(annotations.OfType<OwnHealthCheck>().Select(check => check.CheckAsync(replica, cancellation))).ConfigureAwait(false);
        var keys = annotations.Where(check => check is not OwnHealthCheck).Select(check => check.Key).ToHashSet();
        if (keys.Count == 0)
        {
            return asked;
        }

        var report = await checks.CheckHealthAsync(check => keys.Contains(check.Name), cancellation).ConfigureAwait(false);
        var heard = report.Entries
            .Select(entry => new HealthReportSnapshot(entry.Key, entry.Value.Status, entry.Value.Description ?? entry.Value.Exception?.Message));
        var unknown = keys.Except(report.Entries.Keys)
            .Select(key => new HealthReportSnapshot(key, HealthStatus.Unhealthy, $"no health check '{key}' is registered"));
        return [.. asked, .. heard, .. unknown];
    }

    private async Task<bool> IsAnnouncedAsync(IResource resource, string id, CancellationToken cancellation)
    {
        try
        {
            // One that does not heed the cancellation must not keep the resource from being stopped.
            await eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellation).WaitAsync(cancellation).ConfigureAwait(false);
            await notifications.PublishUpdateAsync(resource, id, snapshot => snapshot with { IsReady = true }).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            logger.LogError("{Resource} is healthy, but what was to be done then has failed, and is tried again: {Message}", id, exception.Message);
            return false;
        }
    }
}
