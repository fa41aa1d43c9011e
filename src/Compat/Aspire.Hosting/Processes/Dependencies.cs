using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Processes;

/// <summary>What a resource waits for before it starts.</summary>
internal static class Dependencies
{
    public static Task WaitAsync(IResource resource, ResourceNotificationService notifications, CancellationToken cancellation) =>
        Task.WhenAll(resource.Annotations.OfType<WaitAnnotation>()
            .SelectMany(wait => wait.Resource.Ids(), (wait, id) => WaitAsync(resource, wait, id, notifications, cancellation)));

    /// <summary>Whether something waits for a resource to end.</summary>
    public static bool IsAwaitedToEnd(IResource resource, DistributedApplicationModel model) =>
        model.Resources.SelectMany(other => other.Annotations.OfType<WaitAnnotation>())
            .Any(wait => wait.WaitType == WaitType.WaitForCompletion && wait.Resource == resource);

    private static async Task WaitAsync(
        IResource waiting, WaitAnnotation wait, string id, ResourceNotificationService notifications, CancellationToken cancellation)
    {
        var stops = wait.WaitType == WaitType.WaitForCompletion || wait.WaitBehavior == WaitBehavior.StopOnResourceUnavailable;
        var change = await notifications.WaitForResourceAsync(
            id, change => IsReached(wait, change.Snapshot) || (stops && IsTerminal(change.Snapshot)), cancellation).ConfigureAwait(false);
        if (!IsReached(wait, change.Snapshot))
        {
            var exit = change.Snapshot.ExitCode is { } code ? $" with exit code {code}" : "";
            throw new DistributedApplicationException(
                $"'{waiting.Name}' waits for '{id}', which is {change.Snapshot.State?.Text}{exit}. Mend '{id}', then start both.");
        }
    }

    private static bool IsReached(WaitAnnotation wait, CustomResourceSnapshot snapshot) => wait.WaitType switch
    {
        WaitType.WaitForCompletion => IsTerminal(snapshot) && snapshot.ExitCode == wait.ExitCode,
        WaitType.WaitUntilStarted => snapshot.State?.Text == KnownResourceStates.Running,
        _ => snapshot is { HealthStatus: HealthStatus.Healthy or HealthStatus.Degraded, IsReady: true }, // degraded is served
    };

    private static bool IsTerminal(CustomResourceSnapshot snapshot) => snapshot.State is { } state && KnownResourceStates.TerminalStates.Contains(state.Text);
}
