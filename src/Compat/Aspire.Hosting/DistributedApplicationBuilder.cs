using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _host;

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        var settings = new HostApplicationBuilderSettings { Args = options.Args };
        HandOver.Constructing(options, settings);
        AppHostAssembly = options.AssemblyName is { } name ? Assembly.Load(name) : Assembly.GetEntryAssembly();
        AppHostDirectory = AppHostAssembly.Metadata("apphostprojectpath") ?? AppContext.BaseDirectory;
        settings.ContentRootPath = AppHostDirectory;
        _host = new HostApplicationBuilder(settings);

        // The host's own lines say nothing that the AppHost does not say; a failed start is said once, by whoever called for it;
        // a failed health check is news only when it changes a state.
        _host.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        _host.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        _host.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);

        Services.AddSingleton(options);
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(Eventing);
        Services.AddSingleton(Resources);
        Services.AddSingleton<DistributedApplicationModel>();
        Services.AddSingleton(new ResourceNotificationService());
        Services.AddSingleton(new ResourceLoggerService());
        Services.AddSingleton(new ResourceCommandService());
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton<ResourceHealth>();
        Services.AddHealthChecks();
        Services.AddHostedService<ParentWatch>();
        Services.AddHostedService<ApplicationOrchestrator>();
        Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    public Assembly? AppHostAssembly { get; }

    public string AppHostDirectory { get; }

    public ConfigurationManager Configuration => _host.Configuration;

    public IHostEnvironment Environment => _host.Environment;

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public IResourceCollection Resources { get; } = new ResourceCollection();

    public IServiceCollection Services => _host.Services;

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        if (Resources.Any(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DistributedApplicationException($"There are two resources named '{resource.Name}'. Give one of them another name.");
        }

        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        HandOver.Building(this);
        var application = new DistributedApplication(_host.Build());
        HandOver.Built(application);
        return application;
    }
}
