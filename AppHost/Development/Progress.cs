using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Regional.AppHost.Development;

/// <summary>Says on the console how far the stack has come, what it still waits for, and, once, that all is healthy.</summary>
internal sealed class Progress(
    DistributedApplicationModel model, ResourceNotificationService notifications, LogFiles logs, Greeting greeting, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Console.WriteLine($"Starting: {string.Join(", ", Processes.Select(resource => resource.Name))}.");
        using var greeted = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var patience = SayWhatIsAwaitedAsync(greeted.Token);
        var health = new Dictionary<string, HealthStatus?>();
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            if (change.Resource is not IResourceWithEnvironment)
            {
                continue;
            }

            var (name, now) = (change.ResourceId, change.Snapshot.HealthStatus);
            var before = health.GetValueOrDefault(name);
            health[name] = now;
            if (now == HealthStatus.Healthy && before != now)
            {
                Console.WriteLine($"{name} is healthy.");
            }
            else if (before == HealthStatus.Healthy && now is not (null or HealthStatus.Healthy))
            {
                Console.WriteLine($"{name} is {now}: {Why(change)}. Its log: {logs.FileOf(change.Resource)}");
            }

            if (!greeted.IsCancellationRequested && Processes.SelectMany(Snapshots).All(IsSettled))
            {
                await greeted.CancelAsync();
                await patience;
                Console.WriteLine(greeting.Text());
            }
        }
    }

    private async Task SayWhatIsAwaitedAsync(CancellationToken greeted)
    {
        using var timer = new PeriodicTimer(Silence, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(greeted))
            {
                foreach (var state in Processes.SelectMany(Snapshots).Where(state => !IsSettled(state) && state.Snapshot.State?.Text != KnownResourceStates.FailedToStart))
                {
                    Console.WriteLine($"{state.ResourceId} is not healthy yet ({state.Snapshot.State?.Text}): {Why(state)}. Its log: {logs.FileOf(state.Resource)}");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // All is healthy, or the stack stops.
        }
    }

    private IEnumerable<IResource> Processes => model.Resources.OfType<IResourceWithEnvironment>();

    private IEnumerable<ResourceEvent> Snapshots(IResource resource) => Enumerable.Range(0, resource.GetReplicaCount())
        .Select(replica => notifications.TryGetCurrentState(resource.GetReplicaCount() > 1 ? $"{resource.Name}-{replica}" : resource.Name, out var state)
            ? state
            : new ResourceEvent(resource, resource.Name, new() { Properties = [] }));

    // Healthy, or with its work done, or one that is started by a command.
    private static bool IsSettled(ResourceEvent state) => state.Snapshot.HealthStatus == HealthStatus.Healthy
        || state.Snapshot is { ExitCode: 0 } && state.Snapshot.State?.Text == KnownResourceStates.Finished
        || state.Snapshot.State?.Text == KnownResourceStates.NotStarted && state.Resource.Annotations.OfType<ExplicitStartupAnnotation>().Any();

    private string Why(ResourceEvent state) =>
        state.Snapshot.HealthReports.Select(report => report.Description).FirstOrDefault(description => description is not null)
        ?? (state.Snapshot.State?.Text == KnownResourceStates.Waiting ? Awaited(state.Resource) : "nothing is heard of it");

    // A resource that was given up keeps others waiting: that is where to look.
    private string Awaited(IResource waiting) => "it waits for " + string.Join(", ", waiting.Annotations.OfType<WaitAnnotation>()
        .Select(wait => notifications.TryGetCurrentState(wait.Resource.Name, out var other) ? $"{wait.Resource.Name} ({other.Snapshot.State?.Text})" : wait.Resource.Name));
}
