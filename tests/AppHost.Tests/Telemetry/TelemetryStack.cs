using System.Reflection;
using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Regional.AppHost.Development.StatusPage;
using Regional.AppHost.Development.Telemetry;

namespace Regional.AppHost.Tests.Telemetry;

/// <summary>The whole stack with its status page, in the test's own process, after a walk from made-up signals to a figure.</summary>
public sealed class TelemetryStack : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regional-").FullName;

    private DistributedApplication? _app;

    public DistributedApplication App => _app!;

    internal TelemetryStore Store => App.Services.GetRequiredService<TelemetryStore>();

    private StatusSite Site => App.Services.GetRequiredService<StatusSite>();

    /// <summary>The person numbers of the signals that were pushed.</summary>
    public IReadOnlyList<string> PersonNumbers { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync(
            typeof(Projects.AppHost), ["--folder", Path.Combine(_folder, ".regional")], (options, _) => options.DisableDashboard = false, Limit.Token);
        _app = await builder.BuildAsync(Limit.Token);
        await App.StartAsync(Limit.Token);
        await App.ResourceNotifications.WaitForResourceHealthyAsync("indicators", Limit.Token);
        await Site.Address.WaitAsync(Limit.Token);
        await Regional("simulate", "--region", "VO2201", "--school-year", "2024-2025", "--seed", "1", "--out", "signals.ndjson");
        await Regional("push", "signals.ndjson");
        await Regional("table", "participation", "--region", "VO2201", "--school-year", "2024-2025");
        var signals = await File.ReadAllTextAsync(Path.Combine(_folder, "signals.ndjson"));
        PersonNumbers = [.. Regex.Matches(signals, "\"(9999[0-9]{5})\"").Select(match => match.Groups[1].Value).Distinct()];
        await Limit.Until(() => Applied() > 0 && Spans("PushSignals").Any() && Spans("GetTable").Any() && Store.Measurements.Instruments().Count > 0);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>All spans whose name ends so.</summary>
    internal IEnumerable<Span> Spans(string name) => Store.Spans.Traces().SelectMany(spans => spans).Where(span => span.Name.EndsWith(name, StringComparison.Ordinal));

    /// <summary>The stack's endpoint of a service.</summary>
    public Uri Endpoint(string service, string name) => App.GetEndpoint(service, name);

    /// <summary>Opens a page of the status page in a browser that has logged in, and waits until it is alive.</summary>
    internal async Task<IPage> Open(Chromium chromium, string path, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.NewPage(width, scheme);
        await page.GotoAsync(Site.NewLoginAddress()!);
        await page.GotoAsync(await Site.Address + path);
        await page.Locator("[data-live]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private int Applied() => Spans("apply signalering VO2201").Select(span => int.Parse(span.Fields.Single(field => field.Name == "regional.events").Value, null)).Sum();

    private async Task Regional(params string[] arguments)
    {
        var program = typeof(Projects.Cli).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "targetpath:" + new Projects.Cli().ProjectPath).Value!;
        await using var command = new RunningProcess("dotnet", [program, .. arguments], _folder);
        await command.Exit();
        Assert.True(command.ExitCode == 0, string.Join('\n', command.Output));
    }
}

/// <summary>One stack for all that only look at it: it takes seconds to start.</summary>
[CollectionDefinition]
public sealed class OneStack : ICollectionFixture<TelemetryStack>;
