using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>An application of several processes, run on this machine for its developer.</summary>
/// <param name="host">The host that holds the AppHost's own services.</param>
public class DistributedApplication(IHost host) : IHost, IAsyncDisposable
{
    private readonly IHostApplicationLifetime _lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
    private readonly Lock _gate = new();
    private Task? _start;

    /// <inheritdoc/>
    public IServiceProvider Services => host.Services;

    /// <summary>The state of each resource, now and as it changes.</summary>
    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    /// <summary>Starts, stops and restarts single resources.</summary>
    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    /// <summary>Begins the description of an application.</summary>
    /// <returns>A builder without resources.</returns>
    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    /// <summary>Begins the description of an application.</summary>
    /// <param name="options">Its command line and its assembly.</param>
    /// <returns>A builder without resources.</returns>
    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) => new DistributedApplicationBuilder(options);

    /// <summary>Begins the description of an application.</summary>
    /// <param name="args">The command line, which becomes configuration.</param>
    /// <returns>A builder without resources.</returns>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => CreateBuilder(new DistributedApplicationOptions { Args = args });

    /// <summary>Starts the application and returns when it has stopped: at Ctrl-C, at SIGTERM, or because it could not start.</summary>
    /// <remarks>What a developer can mend is said in one line on standard error, and the process's exit code becomes 1.</remarks>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <inheritdoc cref="Run"/>
    /// <param name="cancellationToken">Stops the application.</param>
    /// <returns>The run.</returns>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        string? fault = null;
        try
        {
            await StartAsync(cancellationToken).ConfigureAwait(false);
            await host.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DistributedApplicationException exception)
        {
            fault = exception.Message;
        }
        catch (OperationCanceledException) when (_lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Ctrl-C came while it was starting: that is a stop like any other.
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false); // writes out what the console's queue still holds, before the last word
        }

        if (fault is not null)
        {
            await Console.Error.WriteLineAsync(fault).ConfigureAwait(false);
            Environment.ExitCode = 1;
        }
    }

    /// <summary>Starts every resource, and returns without waiting for them to be healthy. A second call waits for the first.</summary>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The start.</returns>
    /// <exception cref="DistributedApplicationException">The application cannot run as it is described; nothing is left running.</exception>
    public virtual Task StartAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return _start ??= StartOnceAsync(cancellationToken);
        }
    }

    /// <summary>Stops every resource, within five seconds.</summary>
    /// <param name="cancellationToken">Gives up the wait for it.</param>
    /// <returns>The stop.</returns>
    public virtual Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    /// <summary>Stops every resource that has not been stopped.</summary>
    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Dispose"/>
    /// <returns>The stop.</returns>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_lifetime.ApplicationStarted.IsCancellationRequested && !_lifetime.ApplicationStopped.IsCancellationRequested)
        {
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }

        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            host.Dispose();
        }
    }

    private async Task StartOnceAsync(CancellationToken cancellationToken)
    {
        var model = Services.GetRequiredService<DistributedApplicationModel>();
        await Services.GetRequiredService<IDistributedApplicationEventing>()
            .PublishAsync(new BeforeStartEvent(Services, model), cancellationToken).ConfigureAwait(false);
        try
        {
            await host.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
