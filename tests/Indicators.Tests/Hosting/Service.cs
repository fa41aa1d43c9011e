using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tests.Hosting;

/// <summary>The service as its program wires it, on free ports, with a database of its own; it follows a <see cref="FakeFeed"/>.</summary>
internal sealed class Service : IAsyncDisposable
{
    /// <summary>The samenwerkingsverband VO2201, which takes part in its own region.</summary>
    public static readonly Caller Monitor = new(WrittenValues.Parse<Oin>("00000099000322201000"), "samenwerkingsverband", "monitor", "somebody");

    private static readonly DateTimeOffset SpringOf2025 = new(2025, 5, 14, 10, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("indicators").FullName;
    private readonly TestClock _clock = new(SpringOf2025);
    private string _regions = Path.Combine(AppContext.BaseDirectory, "regions");
    private WebApplicationFactory<Program>? _program;
    private GrpcChannel? _channel;

    private Service(FakeFeed feed) => Feed = feed;

    public FakeFeed Feed { get; }

    /// <summary>Where the service keeps its database.</summary>
    public string DataFolder => Path.Combine(_folder, "data");

    public static async Task<Service> Start()
    {
        var service = new Service(await FakeFeed.Start());
        service.StartProgram();
        return service;
    }

    /// <summary>Stops the service and starts it anew on the same data.</summary>
    public async Task Restart()
    {
        await StopProgram();
        StartProgram();
    }

    /// <summary>Changes a file of the regions for the next start.</summary>
    public void ChangeRegionFile(string file, Func<string, string> change)
    {
        var copy = Path.Combine(_folder, "regions");
        foreach (var each in Directory.GetFiles(_regions, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(_regions, each));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(each, target);
        }

        _regions = copy;
        file = Path.Combine(copy, file);
        File.WriteAllText(file, change(File.ReadAllText(file)));
    }

    /// <summary>A client without a token.</summary>
    public IndicatorsService.IndicatorsServiceClient ClientWithoutToken() => new(_channel!);

    /// <summary>A client of the service, as that caller.</summary>
    public IndicatorsService.IndicatorsServiceClient ClientAs(Caller caller)
    {
        var token = _program!.Services.GetRequiredService<DevelopmentTokens>().Issue(caller, TimeSpan.FromHours(1));
        return new(_channel!.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        }));
    }

    /// <summary>A table of VO2201 in 2024-2025, or another by its full name.</summary>
    public async Task<Table> Table(string name, CancellationToken cancellation, Caller? caller = null) => await ClientAs(caller ?? Monitor).GetTableAsync(
        new GetTableRequest { Name = name.Contains('/', StringComparison.Ordinal) ? name : $"regions/VO2201/schoolYears/2024-2025/tables/{name}" },
        deadline: InTime,
        cancellationToken: cancellation);

    /// <summary>The body of the HTTP health endpoint.</summary>
    public async Task<string> Health(CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Addresses[1]) };
        return await http.GetStringAsync("/health", cancellation);
    }

    /// <summary>A deadline long enough for any answer.</summary>
    public static DateTime InTime => DateTime.UtcNow.AddSeconds(30);

    public async ValueTask DisposeAsync()
    {
        await StopProgram();
        await Feed.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // In the order of their names: grpc, http.
    private string[] Addresses => [.. _program!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    private void StartProgram()
    {
        _program = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Kestrel:Endpoints:grpc:Url", "http://127.0.0.1:0");
            builder.UseSetting("Kestrel:Endpoints:http:Url", "http://127.0.0.1:0");
            builder.UseSetting("Data:Path", DataFolder);
            builder.UseSetting("Identity:DevelopmentKeys", Path.Combine(_folder, "keys"));
            builder.UseSetting("Regions:Path", _regions);
            builder.UseSetting("services:signalering:grpc:0", Feed.Address);
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(_clock));
        });
        _program.UseKestrel();
        _program.StartServer();
        _channel = GrpcChannel.ForAddress(Addresses[0]);
    }

    private async Task StopProgram()
    {
        _channel?.Dispose();
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }
    }
}
