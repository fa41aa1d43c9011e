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
    IServiceProvider services, DistributedApplicationModel model, IDistributedApplicationEventing eventing, IConfiguration configuration,
    ResourceNotificationService notifications, ResourceLoggerService logs, ResourceHealth health, IHostApplicationLifetime lifetime, TimeProvider clock,
    ILogger<DistributedApplication> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
    private ReaperProcess? _reaper;
    private Task _supervision = Task.CompletedTask;

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

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_reaper is null)
        {
            return;
        }

        logger.LogInformation("Stopping: {Resources}.", string.Join(", ", model.Resources.Select(resource => resource.Name)));
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _supervision.ConfigureAwait(false);
        await _reaper.DisposeAsync().ConfigureAwait(false);
        _reaper = null;
    }

    public void Dispose() => _stopping.Dispose();

    private async Task StartAllAsync(CancellationToken cancellationToken)
    {
        var dotnet = DotnetHost.Find(configuration["DOTNET_HOST_PATH"]);
        var ports = new LoopbackPorts(configuration.GetValue<bool>("DcpPublisher:RandomizePorts"));
        var projects = model.Resources.OfType<ProjectResource>().ToList();
        foreach (var project in projects)
        {
            project.Annotations.OfType<BuiltAssembly>().Single().Check(project);
            ports.Allocate(project);
            await notifications.PublishUpdateAsync(project, snapshot => snapshot).ConfigureAwait(false);
        }

        _reaper = await ReaperProcess.StartAsync(dotnet, clock, warning => logger.LogWarning("{Warning}", warning), cancellationToken).ConfigureAwait(false);
        _supervision = Task.WhenAll(projects.Select(project =>
            SuperviseAsync(new ProjectSupervisor(project, dotnet, _reaper, logs.Of(project), notifications, health, clock, logger))));
        await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), cancellationToken).ConfigureAwait(false);
    }

    private async Task SuperviseAsync(ProjectSupervisor supervisor)
    {
        try
        {
            await supervisor.RunAsync(_stopping.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            logger.LogCritical("{Message}", exception is DistributedApplicationException ? exception.Message : exception);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }
}
