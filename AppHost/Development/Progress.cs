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
        Console.WriteLine($"Starting: {string.Join(", ", model.Resources.Select(resource => resource.Name))}.");
        using var greeted = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var patience = SayWhatIsAwaitedAsync(greeted.Token);
        var health = new Dictionary<string, HealthStatus?>();
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            var (name, now) = (change.Resource.Name, change.Snapshot.HealthStatus);
            var before = health.GetValueOrDefault(name);
            health[name] = now;
            if (now == HealthStatus.Healthy && before != now)
            {
                Console.WriteLine($"{name} is healthy.");
            }
            else if (before == HealthStatus.Healthy && now is not (null or HealthStatus.Healthy))
            {
                Console.WriteLine($"{name} is {now}: {Why(change.Snapshot)}. Its log: {logs.FileOf(change.Resource)}");
            }

            if (!greeted.IsCancellationRequested && model.Resources.All(resource => health.GetValueOrDefault(resource.Name) == HealthStatus.Healthy))
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
                foreach (var resource in model.Resources)
                {
                    if (notifications.TryGetCurrentState(resource.Name, out var state) && state.Snapshot.HealthStatus != HealthStatus.Healthy)
                    {
                        var soFar = state.Snapshot;
                        Console.WriteLine($"{resource.Name} is not healthy yet ({soFar.State?.Text}): {Why(soFar)}. Its log: {logs.FileOf(resource)}");
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // All is healthy, or the stack stops.
        }
    }

    private static string Why(CustomResourceSnapshot snapshot) =>
        snapshot.HealthReports.Select(report => report.Description).FirstOrDefault(description => description is not null) ?? "nothing is heard of it";
}
