using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Regional.Cli.Tests;

/// <summary>A gRPC server on a socket of this machine, whose connections a test can cut.</summary>
internal sealed class FakeHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConnectionContext> _connections = new();
    private readonly WebApplication _app;

    private FakeHost(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public static async Task<FakeHost> Start<TService>(TService service)
        where TService : class
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(service);
        FakeHost? host = null;
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(next => connection => host!.Keep(connection, next));
        }));
        var app = builder.Build();
        app.MapGrpcService<TService>();
        host = new(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        host.Address = new(app.Urls.Single());
        return host;
    }

    /// <summary>Cuts every connection, as a service that dies does.</summary>
    public void Cut()
    {
        foreach (var connection in _connections.Values)
        {
            connection.Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _app.DisposeAsync();
    }

    private async Task Keep(ConnectionContext connection, ConnectionDelegate next)
    {
        _connections.TryAdd(connection.ConnectionId, connection);
        try
        {
            await next(connection);
        }
        finally
        {
            _connections.TryRemove(connection.ConnectionId, out _);
        }
    }
}
