using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.Processes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The state of each resource, now and as it changes.</summary>
public class ResourceNotificationService
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceEvent> _current = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Channel<ResourceEvent>> _watchers = [];

    internal ResourceNotificationService()
    {
    }

    /// <summary>Changes what is known of a resource, and tells it to everyone who watches.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="stateFactory">The next snapshot, from the present one.</param>
    /// <returns>A completed task.</returns>
    public async Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        foreach (var id in resource.Ids())
        {
            await PublishUpdateAsync(resource, id, stateFactory).ConfigureAwait(false);
        }
    }

    /// <summary>Changes what is known of one process of a resource, and tells it to everyone who watches.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="resourceId">The resource's name; with several replicas, a hyphen and the replica's number, from 0, behind it.</param>
    /// <param name="stateFactory">The next snapshot, from the present one.</param>
    /// <returns>A completed task.</returns>
    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        lock (_gate)
        {
            var snapshot = _current.TryGetValue(resourceId, out var former) ? former.Snapshot : new() { State = KnownResourceStates.NotStarted, Properties = [] };
            var next = stateFactory(snapshot);
            if (former is not null && Same(next, snapshot))
            {
                return Task.CompletedTask;
            }

            var change = new ResourceEvent(resource, resourceId, next);
            _current[resourceId] = change;
            _watchers.ForEach(watcher => watcher.Writer.TryWrite(change));
        }

        return Task.CompletedTask;
    }

    /// <summary>Every change of every resource, beginning with what is known now.</summary>
    /// <remarks>A watcher that falls a thousand changes behind misses the oldest of them.</remarks>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes, without end.</returns>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var changes = Channel.CreateBounded<ResourceEvent>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_gate)
        {
            foreach (var known in _current.Values)
            {
                changes.Writer.TryWrite(known);
            }

            _watchers.Add(changes);
        }

        try
        {
            await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers.Remove(changes);
            }
        }
    }

    /// <summary>Waits until something holds of a resource; of several replicas, of any.</summary>
    /// <param name="resourceName">The resource; or one replica of it, as its number behind the name.</param>
    /// <param name="predicate">What must hold.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The change at which it held.</returns>
    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        await foreach (var change in WatchAsync(cancellationToken).ConfigureAwait(false))
        {
            if (IsCalled(change, resourceName) && predicate(change))
            {
                return change;
            }
        }

        throw new OperationCanceledException(cancellationToken);
    }

    /// <summary>Waits until a resource is in a state.</summary>
    /// <param name="resourceName">The resource.</param>
    /// <param name="targetState">One of <see cref="KnownResourceStates"/>; null for Running.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The wait.</returns>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, change => change.Snapshot.State?.Text == (targetState ?? KnownResourceStates.Running), cancellationToken);

    /// <summary>Waits until a resource is in one of several states.</summary>
    /// <param name="resourceName">The resource.</param>
    /// <param name="targetStates">Some of <see cref="KnownResourceStates"/>.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The state.</returns>
    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var states = targetStates.ToHashSet();
        var change = await WaitForResourceAsync(
            resourceName, change => change.Snapshot.State is { } state && states.Contains(state.Text), cancellationToken).ConfigureAwait(false);
        return change.Snapshot.State!.Text;
    }

    /// <summary>Waits for all that a resource waits for: see <c>WaitFor</c>, <c>WaitForStart</c> and <c>WaitForCompletion</c>.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The wait.</returns>
    /// <exception cref="DistributedApplicationException">What it waits for will not come.</exception>
    public Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken) => Dependencies.WaitAsync(resource, this, cancellationToken);

    /// <summary>Waits until a resource runs and all its health checks say Healthy.</summary>
    /// <param name="resourceName">The resource.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The change at which it was healthy.</returns>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, change => change.Snapshot.HealthStatus == HealthStatus.Healthy, cancellationToken);

    /// <summary>What is known of a resource now.</summary>
    /// <param name="resourceId">The resource's name; with several replicas, a hyphen and the replica's number behind it, or the first one's is given.</param>
    /// <param name="resourceEvent">Its latest change.</param>
    /// <returns>Whether anything is known of it.</returns>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (_gate)
        {
            return _current.TryGetValue(resourceId, out resourceEvent) || _current.TryGetValue($"{resourceId}-0", out resourceEvent);
        }
    }

    private static bool IsCalled(ResourceEvent change, string name) =>
        string.Equals(change.Resource.Name, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(change.ResourceId, name, StringComparison.OrdinalIgnoreCase);

    // Arrays compare by reference, so the record's own equality would call every health check a change.
    private static bool Same(CustomResourceSnapshot one, CustomResourceSnapshot other) =>
        one with { HealthReports = other.HealthReports } == other && one.HealthReports.SequenceEqual(other.HealthReports);
}
