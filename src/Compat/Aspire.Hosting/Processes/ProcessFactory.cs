using Aspire.Hosting.ApplicationModel;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>Starts the processes of resources.</summary>
internal sealed class ProcessFactory(ProcessStart starts, ReaperProcess reaper, ResourceLoggerService logs, TimeProvider clock)
{
    /// <exception cref="DistributedApplicationException">It refers to something that has no value.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be run.</exception>
    public async Task<ResourceProcess> StartAsync(IResource resource, int replica, CancellationToken cancellation)
    {
        var start = await starts.OfAsync(resource, replica, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return ResourceProcess.Start(start, reaper, logs.Of(resource.Name), clock);
    }
}
