using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;
using Regional.Tests;
using Regional.Wire.Feed.V1;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Signalering.Tests;

/// <summary>The real service on a real socket, with files of its own and a clock that the test sets.</summary>
public sealed class SignaleringFixture : IAsyncLifetime
{
    private static readonly string[] Numbers = [.. System.IO.File.ReadLines("rvig_testpersonen_gbav_2022_bsn.csv").Skip(1)];
    private readonly TemporaryFolder _folder = new();
    private WebApplicationFactory<Program> _factory = null!;
    private GrpcChannel _channel = null!;
    private int _next;

    internal ManualClock Clock { get; } = new(new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero));

    internal RecordedLog Log { get; } = new();

    public string DataFolder => _folder.File("data");

    public string Address { get; private set; } = "";

    internal DevelopmentTokens Tokens => DevelopmentTokens.Open(_folder.File("keys"), Clock);

    public SignaleringService.SignaleringServiceClient Assen => ClientOf("0106");

    /// <summary>The feed, for a follower of this deployment.</summary>
    internal FeedService.FeedServiceClient Feed => new(Invoker.Intercept(metadata =>
    {
        metadata.Add("authorization", $"Bearer {Tokens.Issue(new Caller(WrittenValues.Parse<Oin>("00000099000000000000"), CallerRole.Follower, "indicators", "test"), TimeSpan.FromMinutes(10))}");
        return metadata;
    }));

    internal CallInvoker Invoker => _channel.CreateCallInvoker();

    public ValueTask InitializeAsync()
    {
        Start();
        return ValueTask.CompletedTask;
    }

    public Task Restart() => Restart(() => { });

    /// <summary>Stops the service, does something with its files, and starts it again.</summary>
    internal async Task Restart(Action between)
    {
        await End();
        between();
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        _folder.Dispose();
    }

    /// <summary>Asks the service to stop, as SIGTERM does.</summary>
    public void Stop() => Service<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();

    internal T Service<T>()
        where T : notnull => _factory.Services.GetRequiredService<T>();

    public SignaleringService.SignaleringServiceClient ClientOf(string municipality) => ClientWith(TokenOf(municipality));

    public SignaleringService.SignaleringServiceClient ClientWith(string? token) => new(token is null ? Invoker : InvokerWith(token));

    internal CallInvoker InvokerWith(string token) => Invoker.Intercept(metadata => { metadata.Add("authorization", $"Bearer {token}"); return metadata; });

    internal string TokenOf(string municipality, Role role = Role.Municipality, string unit = "leerplicht", TimeSpan? lifetime = null) => Tokens.Issue(
        new Caller(WrittenValues.Parse<Oin>($"0000009900010{municipality}000"), new(role), unit, "test"), lifetime ?? TimeSpan.FromMinutes(10));

    /// <summary>A number of the published test set that no other test of this fixture has.</summary>
    public string NextNumber() => Numbers[Interlocked.Increment(ref _next) % Numbers.Length];

    /// <summary>A complete request that is accepted as it is; a test changes what it is about.</summary>
    public CreateSignalRequest Request(Action<Signal>? change = null)
    {
        var signal = new Signal
        {
            Municipality = "0106",
            PersonNumber = NextNumber(),
            BirthDate = new Date { Year = 2010, Month = 5, Day = 20 },
            Postcode = "9401 AB",
            CaseNumber = "Z2025-000123",
            Kind = VerzuimKind.ZestienUur,
            StartDate = new Date { Year = 2025, Month = 3, Day = 3 },
            MissedHours = 18,
            Establishment = "20LO00",
        };
        change?.Invoke(signal);
        return new CreateSignalRequest { RequestId = Guid.NewGuid().ToString(), Signal = signal };
    }

    public static DateTime Deadline => DateTime.UtcNow.AddSeconds(30);

    private void Start()
    {
        _factory = new SignaleringFactory(Clock, Log, new()
        {
            ["Regions:Path"] = System.IO.Path.Combine(AppContext.BaseDirectory, "regions"),
            ["Data:Path"] = DataFolder,
            ["Identity:DevelopmentKeys"] = _folder.File("keys"),
            ["Kestrel:Endpoints:grpc:Url"] = "http://127.0.0.1:0",
            ["Kestrel:Endpoints:grpc:Protocols"] = "Http2",
            ["Kestrel:Endpoints:http:Url"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Regional"] = "Warning",
        });
        _factory.UseKestrel();
        _factory.StartServer();
        Address = _factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _channel = GrpcChannel.ForAddress(Address);
    }

    private async Task End()
    {
        _channel.Dispose();
        await _factory.DisposeAsync();
        await _folder.WaitUntilReleased();
    }

    private sealed class SignaleringFactory(TimeProvider clock, RecordedLog log, Dictionary<string, string?> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureLogging(logging => logging.AddProvider(log));
            builder.ConfigureServices(services => services.AddSingleton(clock));
        }
    }
}
