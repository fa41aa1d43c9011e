using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.AppHost.Development.StatusPage.Layout;
using Regional.AppHost.Development.StatusPage.Resources;
using Regional.AppHost.Development.Telemetry;

namespace Regional.AppHost.Development.StatusPage;

/// <summary>Serves the status page on the loopback address, from the start of the AppHost to its end.</summary>
internal sealed class StatusSite(
    IServiceProvider appHost, Visitors visitors, DistributedApplicationOptions options, IConfiguration configuration, IHostApplicationLifetime lifetime,
    ILogger<StatusSite> logger) : BackgroundService
{
    /// <summary>Where the page is, unless the ports are random or something else has this one.</summary>
    public const int UsualPort = 15100;

    private const int AnyPort = 0;

    // A page whose browser is gone is kept for a while, with the log that it shows; not more of them than this.
    private const int MostLostPages = 10;

    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(0.5);

    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where the page is, without a slash at its end, once it is there.</summary>
    public Task<string> Address => _address.Task;

    /// <summary>An address that logs one browser in; null where there is no page, or not yet.</summary>
    public string? NewLoginAddress() => Address.IsCompletedSuccessfully ? $"{Address.Result}{Gate.LoginPath}?t={visitors.NewToken()}" : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.DisableDashboard)
        {
            return;
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await using var site = await StartSiteAsync(configuration.GetValue<bool>("DcpPublisher:RandomizePorts") ? AnyPort : UsualPort, stopping.Token);
            _address.SetResult(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            Console.WriteLine($"Status page: {NewLoginAddress()}");
            await site.WaitForShutdownAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The AppHost stops while the page is being started.
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning("There is no status page: {Message}", exception.Message); // the stack goes on without
        }
    }

    private async Task<WebApplication> StartSiteAsync(int port, CancellationToken cancellation)
    {
        var site = Build(port);
        try
        {
            await site.StartAsync(cancellation);
            return site;
        }
        catch (IOException) when (port != AnyPort)
        {
            await site.DisposeAsync();
            Console.WriteLine($"Port {port}, for the status page, is in use by another program: it gets another.");
            return await StartSiteAsync(AnyPort, cancellation);
        }
    }

    private WebApplication Build(int port)
    {
        // Empty: the site reads no settings and no environment, which are the AppHost's.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(StatusSite).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopPatience);
        builder.Services.AddLogging().AddRouting().AddAntiforgery().AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(pages =>
        {
            pages.DisconnectedCircuitMaxRetained = MostLostPages;
            pages.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
        });
        builder.Services
            .AddSingleton<IHostLifetime, WithAppHost>()
            .AddSingleton(appHost.GetRequiredService<ILoggerFactory>())
            .AddSingleton(appHost.GetRequiredService<TimeProvider>())
            .AddSingleton(appHost.GetRequiredService<DistributedApplicationModel>())
            .AddSingleton(appHost.GetRequiredService<ResourceNotificationService>())
            .AddSingleton(appHost.GetRequiredService<ResourceLoggerService>())
            .AddSingleton(appHost.GetRequiredService<ResourceCommandService>())
            .AddSingleton(appHost.GetRequiredService<TelemetryStore>())
            .AddSingleton(this)
            .AddSingleton<Secrets>()
            .AddSingleton<ResourceBoard>()
            .AddHostedService(services => services.GetRequiredService<ResourceBoard>());

        var site = builder.Build();
        site.Use(next => new Gate(visitors, next).InvokeAsync);
        site.UseRouting();
        site.UseAntiforgery();
        site.MapSiteFiles();
        site.MapLogin(visitors, () => Console.WriteLine($"Status page, for another browser: {NewLoginAddress()}"));
        site.MapRazorComponents<Document>().AddInteractiveServerRenderMode();
        return site;
    }
}
