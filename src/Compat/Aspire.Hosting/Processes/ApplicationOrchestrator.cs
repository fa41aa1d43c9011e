using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.LocalServers;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>Starts every resource with the application, and stops all of them with it.</summary>
internal sealed class ApplicationOrchestrator(
    IServiceProvider services, DistributedApplicationModel model, DistributedApplicationExecutionContext executionContext,
    IDistributedApplicationEventing eventing, IConfiguration configuration, ResourceNotificationService notifications, ResourceLoggerService logs,
    ResourceCommandService commands, ResourceHealth health, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DistributedApplication> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
    private readonly CancellationTokenSource _stoppingServers = new(); // last: what a service still has in hand it writes before it ends
    private readonly LoopbackPorts _ports = new(configuration.GetValue<bool>("DcpPublisher:RandomizePorts"), logger);
    private ReaperProcess? _reaper;
    private IReadOnlyList<ResourceSupervisor> _supervisors = [];
    private Task _passive = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StartAllAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (LocalServerException exception)
        {
            throw new DistributedApplicationException(exception.Message);
        }
    }

    private async Task StartAllAsync(CancellationToken cancellationToken)
    {
        var dotnet = DotnetHost.Find(configuration["DOTNET_HOST_PATH"]);
        foreach (var resource in model.Resources)
        {
            resource.Annotations.OfType<BuiltAssembly>().SingleOrDefault()?.Check(resource);
            LocalServerProgram.Of(resource)?.Check(resource);
            _ports.Allocate(resource);
            await AskAsync(resource, cancellationToken).ConfigureAwait(false);
            await TellAddressesAsync(resource).ConfigureAwait(false);
        }

        _reaper = await ReaperProcess.StartAsync(dotnet, clock, warning => logger.LogWarning("{Warning}", warning), cancellationToken).ConfigureAwait(false);
        var processes = new ProcessFactory(new ProcessStart(dotnet, executionContext, logs), _reaper, logs, clock);
        _supervisors = [.. model.Resources.Where(ProcessStart.IsOf).SelectMany(resource => Supervisors(resource, processes))];
        commands.Serve(_supervisors);
        var passive = model.Resources.Where(resource => !ProcessStart.IsOf(resource) && !IsValueMissing(resource));
        _passive = Task.WhenAll(passive.Select(resource => new PassiveResource(resource, notifications, health).RunAsync(_stopping.Token)));
        var started = _supervisors.Where(supervisor => !supervisor.IsStartedByCommand);
        await Task.WhenAll(started.Select(supervisor => supervisor.StartAsync())).ConfigureAwait(false);
        await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), cancellationToken).ConfigureAwait(false);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_reaper is null)
        {
            return;
        }

        if (_supervisors.Count > 0)
        {
            logger.LogInformation("Stopping: {Resources}.", string.Join(", ", model.Resources.Where(ProcessStart.IsOf).Select(resource => resource.Name)));
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_supervisors.Where(supervisor => !supervisor.IsOfServer).Select(supervisor => supervisor.StopAsync())).ConfigureAwait(false);
        await _stoppingServers.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_supervisors.Select(supervisor => supervisor.StopAsync())).ConfigureAwait(false);
        await _passive.ConfigureAwait(false);
        foreach (var resource in model.Resources)
        {
            logs.Complete(resource);
        }

        await _reaper.DisposeAsync().ConfigureAwait(false);
        _reaper = null;
    }

    public void Dispose()
    {
        foreach (var supervisor in _supervisors)
        {
            supervisor.Dispose();
        }

        _stopping.Dispose();
        _stoppingServers.Dispose();
        _ports.Dispose();
    }

    private IEnumerable<ResourceSupervisor> Supervisors(IResource resource, ProcessFactory processes)
    {
        var runsOnce = Dependencies.IsAwaitedToEnd(resource, model);
        var stopping = resource is ContainerResource ? _stoppingServers.Token : _stopping.Token;
        return Enumerable.Range(0, resource.GetReplicaCount()).Select(replica => new ResourceSupervisor(
            resource, replica, runsOnce, processes, notifications, health, clock, logger, Fail, stopping));
    }

    private async Task TellAddressesAsync(IResource resource)
    {
        foreach (var (replica, id) in resource.Ids().Index())
        {
            await notifications.PublishUpdateAsync(resource, id, snapshot => snapshot with
            {
                Urls = [.. resource.Annotations.OfType<EndpointAnnotation>()
                    .Select(endpoint => new UrlSnapshot(endpoint.Name, endpoint.Replicas[replica].UriString, IsInternal: false))],
            }).ConfigureAwait(false);
        }
    }

    // A parameter without a value is said now, not when the first service needs it; a connection string may be optional there.
    private async Task AskAsync(IResource resource, CancellationToken cancellation)
    {
        try
        {
            if (resource is ParameterResource parameter)
            {
                await parameter.GetValueAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (MissingParameterValueException) when (resource is ConfiguredConnectionString)
        {
            await notifications.PublishUpdateAsync(resource, snapshot => snapshot with { State = KnownResourceStates.ValueMissing }).ConfigureAwait(false);
        }
    }

    private bool IsValueMissing(IResource resource) =>
        notifications.TryGetCurrentState(resource.Name, out var known) && known.Snapshot.State?.Text == KnownResourceStates.ValueMissing;

    private void Fail(Exception exception)
    {
        logger.LogCritical("{Exception}", exception);
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }
}
