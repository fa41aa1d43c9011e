using Aspire.Hosting.ApplicationModel;
using Regional.LocalServers;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>Starts the processes of resources, and the servers.</summary>
internal sealed class ProcessFactory(ProcessStart starts, ReaperProcess reaper, ResourceLoggerService logs, TimeProvider clock)
{
    /// <exception cref="DistributedApplicationException">It refers to something that has no value.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be run.</exception>
    /// <exception cref="LocalServerException">The server cannot be brought up.</exception>
    public async Task<IRun> StartAsync(IResource resource, int replica, CancellationToken cancellation)
    {
        var log = logs.Of(resource.Name);
        if (LocalServerProgram.Of(resource) is { } program)
        {
            return await ServerRun.StartAsync(resource, program, new() { Reaper = reaper }, log, clock, cancellation).ConfigureAwait(false);
        }

        var (start, environment) = await starts.OfAsync(resource, replica, cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return ResourceProcess.Start(start, environment, reaper, log, clock);
    }
}
