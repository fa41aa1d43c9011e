using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace Regional.AppHost.Development.StatusPage.Resources;

/// <summary>What is known of every resource now; all open pages read it.</summary>
internal sealed class ResourceBoard(DistributedApplicationModel model, ResourceNotificationService notifications) : BackgroundService
{
    private readonly ConcurrentDictionary<string, ResourceEvent> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Something is known now that was not before.</summary>
    public event Action? Changed;

    /// <summary>Every process, or resource without one, in the order of the AppHost's text.</summary>
    public IReadOnlyList<ResourceView> All => [.. model.Resources.SelectMany(ViewsOf)];

    /// <summary>One of them.</summary>
    /// <param name="id">The resource's name; with several replicas, a hyphen and the replica's number, from 0, behind it.</param>
    public ResourceView? Find(string id) => All.FirstOrDefault(view => string.Equals(view.Id, id, StringComparison.OrdinalIgnoreCase));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var change in notifications.WatchAsync(stoppingToken))
            {
                _known[change.ResourceId] = change;
                Changed?.Invoke();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops, or gives way to one at another port.
        }
    }

    private IEnumerable<ResourceView> ViewsOf(IResource resource)
    {
        var count = resource.GetReplicaCount();
        return Enumerable.Range(0, count).Select(replica => count == 1 ? resource.Name : $"{resource.Name}-{replica}")
            .Select(id => new ResourceView(id, resource, _known.TryGetValue(id, out var known) ? known.Snapshot : Unknown));
    }

    private static CustomResourceSnapshot Unknown => new() { State = KnownResourceStates.NotStarted, Properties = [] };
}
