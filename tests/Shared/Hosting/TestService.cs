using System.Net;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;

namespace Regional.Tests;

/// <summary>A service of a test's own, with the defaults of every service, on a real socket.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private TestService(WebApplication app, RecordedLog log)
    {
        _app = app;
        Log = log;
        Address = app.Urls.Single();
        _channel = GrpcChannel.ForAddress(Address);
    }

    /// <summary>The caller that may do what a municipality may.</summary>
    public static Caller Municipality { get; } = new(WrittenValues.Parse<Oin>("00000099000100106000"), new(Role.Municipality), "leerplicht", "test");

    /// <summary>The caller that may follow a log.</summary>
    public static Caller Follower { get; } = Municipality with { Oin = WrittenValues.Parse<Oin>("00000099000000000000"), Role = CallerRole.Follower };

    /// <summary>When a call made now must have ended.</summary>
    public static DateTime Deadline => DateTime.UtcNow.AddSeconds(30);

    public string Address { get; }

    public RecordedLog Log { get; }

    public CallInvoker Anonymous => _channel.CreateCallInvoker();

    /// <summary>Starts the service.</summary>
    /// <param name="folder">Keeps its keys and its data.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="add">Adds what the test is about.</param>
    /// <param name="map">Maps it.</param>
    /// <param name="settings">Settings beside, or instead of, those that keep it to the folder and to loopback.</param>
    public static async Task<TestService> Start(
        TemporaryFolder folder, TimeProvider clock, Action<WebApplicationBuilder> add, Action<WebApplication> map, params IEnumerable<(string Key, string Value)> settings)
    {
        var log = new RecordedLog();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = folder.Path });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Identity:DevelopmentKeys"] = folder.File("keys"),
            ["Data:Path"] = folder.File("data"),
            ["Regions:Path"] = Path.Combine(AppContext.BaseDirectory, "regions"),
            ["Kestrel:Endpoints:grpc:Url"] = "http://127.0.0.1:0",
            ["Kestrel:Endpoints:grpc:Protocols"] = "Http2",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(clock);
        builder.AddServiceDefaults();
        add(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestService(app, log);
    }

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public CallInvoker CallerAs(Caller caller) => CallerWith($"Bearer {Service<DevelopmentTokens>().Issue(caller, TimeSpan.FromMinutes(10))}");

    public CallInvoker CallerWith(string authorization) =>
        Anonymous.Intercept(metadata => { metadata.Add("authorization", authorization); return metadata; });

    /// <summary>What <c>/health</c> answers.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Health()
    {
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var answer = await client.GetAsync(new Uri($"{Address}/health"), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task Stop() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.DisposeAsync();
    }
}
