using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Regional.AppHost.Development.StatusPage;
using Regional.Territory;

namespace Regional.AppHost.Development;

/// <summary>What a developer's stack has beside its services: folders, keys, logs, and what is said on the console.</summary>
internal static class DevelopmentExtensions
{
    public static DevelopmentFolders AddDevelopment(this IDistributedApplicationBuilder builder, StackOptions options)
    {
        var repository = Path.GetDirectoryName(builder.AppHostDirectory)!;
        var folders = new DevelopmentFolders(options.Folder ?? Path.Combine(repository, ".regional"), options.Regions ?? Path.Combine(repository, "regions"));
        if (options.RandomPorts)
        {
            builder.Configuration["DcpPublisher:RandomizePorts"] = "true";
        }

        builder.Configuration["Aspire:Store:Path"] = folders.Servers;
        builder.Services
            .AddLogging(logging => logging
                .AddConsole(console => console.FormatterName = nameof(PlainConsole))
                .AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>())
            .AddSingleton(_ => folders) // by a factory, so that it is disposed
            .AddSingleton(_ => Regions.Load(folders.Regions))
            .AddSingleton<LogFiles>()
            .AddSingleton<StackFile>()
            .AddSingleton(options)
            .AddSingleton<Greeting>()
            .AddHostedService<Progress>();
        builder.AddStatusPage();
        builder.Eventing.Subscribe<BeforeStartEvent>((start, _) =>
        {
            if (options.Only.Count > 0)
            {
                start.Model.Resources.KeepOnly(options.Only);
            }

            if (options.Fresh && builder.Configuration.GetConnectionString("database") is not null)
            {
                throw new DistributedApplicationException(
                    "--fresh would remove the keys on which the data rest that ConnectionStrings:database leads to, and not these data. Take one of the two away.");
            }

            CheckRegions(start.Services);
            start.Services.GetRequiredService<DevelopmentFolders>().Claim(options.Fresh);
            return Task.CompletedTask;
        });
        builder.Eventing.Subscribe<AfterResourcesCreatedEvent>(async (created, _) =>
        {
            created.Services.GetRequiredService<LogFiles>().Follow(created.Model);
            await created.Services.GetRequiredService<StackFile>().Write(created.Model);
            created.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(() => Console.WriteLine("Stopped."));
        });
        return folders;
    }

    /// <summary>Tells a service where its data, the regions and the keys of the development tokens are.</summary>
    public static IResourceBuilder<T> WithDevelopment<T>(this IResourceBuilder<T> service, DevelopmentFolders folders)
        where T : IResourceWithEnvironment => service
        .WithEnvironment("Regions__Path", folders.Regions)
        .WithEnvironment("Data__Path", Path.Combine(folders.Data, service.Resource.Name))
        .WithEnvironment("Identity__DevelopmentKeys", folders.Keys);

    /// <summary>A server that runs elsewhere, where the configuration has a connection string of that name; otherwise one that is started here.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnection(
        this IDistributedApplicationBuilder builder, string name, Func<IResourceBuilder<IResourceWithConnectionString>> server) =>
        builder.Configuration.GetConnectionString(name) is null ? server() : builder.AddConnectionString(name);

    // A service would refuse a broken file too; but each of them, and into its log.
    private static void CheckRegions(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<Regions>();
        }
        catch (BrokenRegionsException broken)
        {
            throw new DistributedApplicationException(broken.Message);
        }
    }
}
