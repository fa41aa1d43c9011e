using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Discovery;
using Regional.ServiceDefaults.Identity;

namespace Regional.ServiceDefaults.Calls;

/// <summary>The channels to the other services of this deployment, one each, kept open.</summary>
public sealed class ServiceChannels(IConfiguration configuration, DevelopmentTokens tokens, TimeProvider clock, ILoggerFactory loggers) : IDisposable
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    private readonly Caller _self = new(configuration.DeploymentOin(), CallerRole.Follower, "deployment", "service");

    private readonly ConcurrentDictionary<string, GrpcChannel> _channels = new();
    private (string Token, DateTimeOffset RenewAt) _token;

    /// <summary>Makes calls to a service as this deployment itself, with the deadline of the call that is being served.</summary>
    /// <param name="service">The service, as the host names it.</param>
    public CallInvoker CallerFor(string service) =>
        _channels.GetOrAdd(service, Open)
            // A copy: the headers are the caller's own, and may be used for another call.
            .Intercept(headers => [.. headers, new("authorization", $"Bearer {Token()}")])
            .Intercept(new CarryOnInterceptor());

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }

    private GrpcChannel Open(string service) => GrpcChannel.ForAddress($"services:///{service}", new GrpcChannelOptions
    {
        Credentials = ChannelCredentials.Insecure,
        // A peer that is frozen or cut off answers no ping: without them a stream from it would be waited for without end.
        HttpHandler = new SocketsHttpHandler { KeepAlivePingDelay = TimeSpan.FromSeconds(20), KeepAlivePingTimeout = TimeSpan.FromSeconds(10), EnableMultipleHttp2Connections = true },
        LoggerFactory = loggers,
        ServiceProvider = new ServiceCollection().AddSingleton<Grpc.Net.Client.Balancer.ResolverFactory>(new ServicesResolverFactory(configuration)).BuildServiceProvider(),
        ServiceConfig = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() } },
    });

    private string Token()
    {
        if (_token.Token is null || clock.GetUtcNow() >= _token.RenewAt)
        {
            _token = (tokens.Issue(_self, TokenLifetime), clock.GetUtcNow() + TokenLifetime / 2);
        }

        return _token.Token;
    }
}
