using System.Net;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>Where the services send their telemetry: OTLP over gRPC on loopback, at a free port, for those that know the key of this start.</summary>
internal sealed class OtlpEndpoint(TelemetryStore store) : IAsyncDisposable
{
    private const string KeyHeader = "x-otlp-api-key";

    private readonly string _key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private WebApplication? _app;

    /// <summary>The address; known once it has been started.</summary>
    public string Address => _app!.Urls.Single();

    /// <summary>What a sender must say with each call, as <c>OTEL_EXPORTER_OTLP_HEADERS</c> writes it.</summary>
    public string Headers => $"{KeyHeader}={_key}";

    /// <summary>Begins to listen; before the first service starts.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        // The services have stopped by then, and a sender of another's making must not keep the stack up.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(0.5));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<KeyInterceptor>(_key));
        builder.Services.AddSingleton(store).AddSingleton<IHostLifetime, WithAppHost>();
        _app = builder.Build();
        _app.UseRouting();
        _app.MapGrpcService<TraceCollector>();
        _app.MapGrpcService<MetricCollector>();
        _app.MapGrpcService<LogCollector>();
        await _app.StartAsync(cancellation);
    }

    /// <summary>Stops listening; after the last service has stopped and sent what it still had.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>Refuses whoever does not say the key: what is shown to the developer is what the services of this start have sent.</summary>
    private sealed class KeyInterceptor(string key) : Interceptor
    {
        private readonly byte[] _key = Encoding.ASCII.GetBytes(key);

        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            CryptographicOperations.FixedTimeEquals(_key, Encoding.ASCII.GetBytes(context.RequestHeaders.GetValue(KeyHeader) ?? ""))
                ? continuation(request, context)
                : throw new RpcException(new Status(
                    StatusCode.Unauthenticated, $"The header {KeyHeader} is missing or wrong. The AppHost gives it to its services in OTEL_EXPORTER_OTLP_HEADERS."));
    }
}
