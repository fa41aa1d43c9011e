using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;
using Regional.Tests;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tests.Hosting;

/// <summary>The real service on a real socket, on 14 May 2025, with a database of its own; it follows a <see cref="FakeFeed"/>.</summary>
public sealed class IndicatorsFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(new(2025, 5, 14, 10, 0, 0, TimeSpan.Zero));
    private string _regions = Path.Combine(AppContext.BaseDirectory, "regions");
    private FakeFeed _feed = null!;
    private WebApplicationFactory<Program> _factory = null!;
    private GrpcChannel _channel = null!;

    /// <summary>The samenwerkingsverband VO2201, which takes part in its own region.</summary>
    internal static Caller Drenthe { get; } = new(WrittenValues.Parse<Oin>("00000099000322201000"), new(Role.Samenwerkingsverband), "monitor", "test");

    /// <summary>The samenwerkingsverband PO3008, which takes part in its own region.</summary>
    internal static Caller Peelland { get; } = Drenthe with { Oin = WrittenValues.Parse<Oin>("00000099000313008000") };

    internal static DateTime Deadline => DateTime.UtcNow.AddSeconds(30);

    internal string Database => _folder.File("data/indicators.db");

    /// <summary>A client without a token.</summary>
    internal IndicatorsService.IndicatorsServiceClient Stranger => new(_channel);

    // In the order of their names: grpc, http.
    private string[] Addresses => [.. _factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <summary>A service for one test alone.</summary>
    /// <param name="prepare">Runs before the service starts; the log can be had by then.</param>
    internal static async Task<IndicatorsFixture> New(Action<IndicatorsFixture>? prepare = null)
    {
        var fixture = new IndicatorsFixture { _feed = await FakeFeed.Start() };
        prepare?.Invoke(fixture);
        fixture.Start();
        return fixture;
    }

    public async ValueTask InitializeAsync()
    {
        _feed = await FakeFeed.Start();
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _feed.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The log of a region, as the service reads it.</summary>
    internal Log Log(string region = "VO2201") => _feed[region];

    /// <summary>Stops the service and starts it anew on the same data.</summary>
    internal async Task Restart()
    {
        await Stop();
        Start();
    }

    /// <summary>Changes a file of the regions for the next start.</summary>
    internal void ChangeRegionFile(string name, Func<string, string> change)
    {
        var copy = _folder.File("regions");
        foreach (var each in Directory.GetFiles(_regions, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(_regions, each));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(each, target);
        }

        _regions = copy;
        File.WriteAllText(Path.Combine(copy, name), change(File.ReadAllText(Path.Combine(copy, name))));
    }

    internal IndicatorsService.IndicatorsServiceClient ClientOf(Caller caller)
    {
        var token = DevelopmentTokens.Open(_folder.File("keys"), _clock).Issue(caller, TimeSpan.FromMinutes(10));
        return new(_channel.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        }));
    }

    /// <summary>A table of VO2201 in 2024-2025, or another by its full name.</summary>
    internal async Task<Table> Table(string name, Caller? caller = null) => await ClientOf(caller ?? Drenthe).GetTableAsync(
        new GetTableRequest { Name = name.Contains('/', StringComparison.Ordinal) ? name : $"regions/VO2201/schoolYears/2024-2025/tables/{name}" },
        deadline: Deadline,
        cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>What the HTTP health endpoint says of the service as a whole.</summary>
    internal async Task<string> Health()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Addresses[1]) };
        return (await http.GetStringAsync("/health", TestContext.Current.CancellationToken)).Split('\n')[0];
    }

    private void Start()
    {
        _factory = new IndicatorsFactory(_clock, new()
        {
            ["Regions:Path"] = _regions,
            ["Data:Path"] = _folder.File("data"),
            ["Identity:DevelopmentKeys"] = _folder.File("keys"),
            ["Kestrel:Endpoints:grpc:Url"] = "http://127.0.0.1:0",
            ["Kestrel:Endpoints:http:Url"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "None",
            ["services:signalering:grpc:0"] = _feed.Address,
        });
        _factory.UseKestrel();
        _factory.StartServer();
        _channel = GrpcChannel.ForAddress(Addresses[0]);
    }

    private async Task Stop()
    {
        _channel.Dispose();
        await _factory.DisposeAsync();
        await _folder.WaitUntilReleased();
    }

    private sealed class IndicatorsFactory(TimeProvider clock, Dictionary<string, string?> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureServices(services => services.AddSingleton(clock));
        }
    }
}
