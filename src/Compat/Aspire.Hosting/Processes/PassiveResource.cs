using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Processes;

/// <summary>A resource without a process of its own, such as a database: it runs while its parent does, or while the application does.</summary>
internal sealed class PassiveResource(IResource resource, ResourceNotificationService notifications, ResourceHealth health)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await (resource is IResourceWithParent part ? FollowAsync(part.Parent, stopping) : RunWhileAsync(stopping)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private async Task FollowAsync(IResource parent, CancellationToken stopping)
    {
        using var running = new Running(this, stopping);
        await foreach (var change in notifications.WatchAsync(stopping).ConfigureAwait(false))
        {
            if (change.Resource != parent)
            {
                continue;
            }

            if (change.Snapshot.State?.Text == KnownResourceStates.Running)
            {
                running.Begin();
            }
            else
            {
                await running.EndAsync().ConfigureAwait(false);
                await notifications.PublishUpdateAsync(resource, snapshot => snapshot.Without(change.Snapshot.State)).ConfigureAwait(false);
            }
        }
    }

    private async Task RunWhileAsync(CancellationToken running)
    {
        await notifications.PublishUpdateAsync(resource, snapshot => ResourceHealth.JustRunning(resource, snapshot)).ConfigureAwait(false);
        await health.WatchAsync(resource, resource.Name, replica: 0, running).ConfigureAwait(false);
    }

    private sealed class Running(PassiveResource resource, CancellationToken stopping) : IDisposable
    {
        private CancellationTokenSource? _end;
        private Task _run = Task.CompletedTask;

        public void Begin()
        {
            if (_end is null)
            {
                _end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                _run = resource.RunWhileAsync(_end.Token);
            }
        }

        public async Task EndAsync()
        {
            if (_end is not null)
            {
                await _end.CancelAsync().ConfigureAwait(false);
                await _run.ConfigureAwait(false);
                Dispose();
            }
        }

        public void Dispose()
        {
            _end?.Dispose();
            _end = null;
        }
    }
}
