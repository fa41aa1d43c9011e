using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Regional.Hosting.Tests;

/// <summary>An application in the test's own process, on free ports, whose console lines the test can read.</summary>
internal sealed class TestApplication : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _said = [];

    public TestApplication(params string[] args)
    {
        Builder = DistributedApplication.CreateBuilder(["--DcpPublisher:RandomizePorts=true", .. args]);
        Builder.Services.AddSingleton<ILoggerProvider>(this).AddSingleton<TimeProvider>(Clock);
    }

    public static HttpClient Client { get; } = new();

    public IDistributedApplicationBuilder Builder { get; }

    public IReadOnlyCollection<string> Said => _said;

    /// <summary>Adds the stand-in service, with a health check.</summary>
    public IResourceBuilder<ProjectResource> Add(string name) => Builder.AddProject<Projects.Aspire_Hosting_Tests_Service>(name)
        .WithHttpEndpoint(name: "http")
        .WithHttpHealthCheck("/health", endpointName: "http");

    public IResource Resource(string name) => Builder.Resources.Single(resource => resource.Name == name);

    public HastyClock Clock { get; } = new();

    /// <summary>The environment of the stand-in service at an address.</summary>
    public static async Task<Dictionary<string, string>> EnvironmentAt(string address) =>
        (await Client.GetFromJsonAsync<Dictionary<string, string>>(new Uri(address + "/environment"), Limit.Token))!;

    public async Task<DistributedApplication> Start()
    {
        var application = Builder.Build();
        try
        {
            await application.StartAsync(Limit.Token);
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.Enqueue(formatter(state, exception));

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    void IDisposable.Dispose()
    {
    }
}
