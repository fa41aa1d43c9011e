using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Regional.AppHost.Development.StatusPage;

namespace Regional.AppHost.Tests;

/// <summary>A stack of resources in every state that there is, with a status page, in the test's own process.</summary>
public sealed class StatusStack : IAsyncLifetime
{
    private const string Talk = """
        echo 'info: Talker[0]'
        echo '      I am here.'
        echo 'warn: Talker[7]'
        echo '      The disk is nearly full: <b>3 %</b> left.'
        echo 'fail: Talker[8]'
        echo '      It could not be written.'
        echo '      System.IO.IOException: No space left on device'
        echo '         at Talker.Write(String line)'
        echo 'info: Talker[0]'
        echo '      There is room again.'
        echo 'No line of a log' >&2
        exec sleep 1000
        """;

    /// <summary>The value of a parameter that is declared secret.</summary>
    public const string Secret = "correct-horse";

    private static readonly HttpClient Client = new();

    private DistributedApplication? _app;

    public DistributedApplication App => _app!;

    /// <summary>Where the page is.</summary>
    public string Address { get; private set; } = "";

    public string NewLoginAddress() => App.Services.GetRequiredService<StatusSite>().NewLoginAddress()!;

    public async ValueTask InitializeAsync()
    {
        var builder = DistributedApplication.CreateBuilder(["--DcpPublisher:RandomizePorts=true"]);
        var password = builder.AddParameter("database-password", Secret, secret: true);
        var service = Add("service")
            .WithHttpEndpoint(name: "grpc").WithEndpoint("grpc", endpoint => endpoint.Transport = "http2")
            .WithEnvironment("GREETING", "<b>hello</b>")
            .WithEnvironment("API_TOKEN", "hush-hush")
            .WithEnvironment("ConnectionStrings__cases", ReferenceExpression.Create($"Host=127.0.0.1;Username=regional;Password={password}"))
            .WithEnvironment("Bus__Address", "amqp://guest:whisper@127.0.0.1:5672")
            .WithArgs("--password", "whisper");
        var ailing = Add("ailing").WithEnvironment("UNHEALTHY_WHILE", SomeFile);
        Add("waiting").WaitFor(ailing);
        Add("twins").WithReplicas(2).WithReference(service);
        builder.AddExecutable("broken", "sh", "/", "-c", "echo No such setting. >&2; exit 78");
        builder.AddExecutable("talker", "sh", "/", "-c", Talk);
        builder.AddStatusPage();
        _app = builder.Build();
        await App.StartAsync(Limit.Token);
        Address = await App.Services.GetRequiredService<StatusSite>().Address.WaitAsync(Limit.Token);

        IResourceBuilder<ProjectResource> Add(string name) => builder.AddProject<Projects.Aspire_Hosting_Tests_Service>(name)
            .WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health", endpointName: "http");
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>What is known of a process now.</summary>
    public CustomResourceSnapshot Known(string id) =>
        App.ResourceNotifications.TryGetCurrentState(id, out var known) ? known.Snapshot : throw new KeyNotFoundException(id);

    public string Url(string id, string endpoint) => Known(id).Urls.Single(url => url.Name == endpoint).Url;

    /// <summary>Writes a line into a resource's log, as if it had written it itself.</summary>
    public void Write(string resource, string line) => App.Services.GetRequiredService<ResourceLoggerService>().GetLogger(resource).LogInformation("{Line}", line);

    /// <summary>Lets a process write lines itself; they have been read when it returns, or nearly.</summary>
    public async Task WriteMany(string id, int count)
    {
        await App.ResourceNotifications.WaitForResourceAsync(id, change => change.Snapshot.HealthReports.Any(HasAnswered), Limit.Token);
        using var answer = await Client.PostAsync($"{Url(id, "http")}/write/{count}/20", null, Limit.Token);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Opens a page of the site in a browser that has logged in, and waits until it is alive.</summary>
    internal async Task<IPage> Open(Chromium chromium, string path = "/", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.NewPage(width, scheme);
        await page.GotoAsync(NewLoginAddress());
        await page.GotoAsync(Address + path);
        await page.Locator("[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private static bool HasAnswered(HealthReportSnapshot report) =>
        report.Status == HealthStatus.Healthy || report.Description?.Contains("answered 503", StringComparison.Ordinal) == true;

    // It is there, and the service is unhealthy while it is.
    private static string SomeFile => typeof(StatusStack).Assembly.Location;
}
