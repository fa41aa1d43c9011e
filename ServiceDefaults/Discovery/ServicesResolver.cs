using Grpc.Core;
using Grpc.Net.Client.Balancer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Regional.ServiceDefaults.Discovery;

/// <summary>Finds a service by the variables that the host injects: <c>services__{service}__{endpoint}__{i}</c>.</summary>
/// <remarks>An address is <c>services:///signalering</c>; the endpoint is always <c>grpc</c>. Several values are replicas, among which calls go round.</remarks>
public sealed class ServicesResolverFactory(IConfiguration configuration) : ResolverFactory
{
    /// <inheritdoc/>
    public override string Name => "services";

    /// <inheritdoc/>
    public override Resolver Create(ResolverOptions options) =>
        new ServicesResolver(options.Address.AbsolutePath.Trim('/'), configuration, options.LoggerFactory);

    private sealed class ServicesResolver(string service, IConfiguration configuration, ILoggerFactory loggers) : PollingResolver(loggers)
    {
        protected override Task ResolveAsync(CancellationToken cancellationToken)
        {
            var addresses = configuration.GetSection($"services:{service}:grpc").GetChildren().ToDictionary(c => $"services__{service}__grpc__{c.Key}", c => AddressOf(c.Value!));
            Listener(addresses switch
            {
                { Count: 0 } => Failure($"No address of {service} is configured; set services__{service}__grpc__0."),
                // Its scheme would be lost from here on, and what should be encrypted would go in the clear.
                _ when addresses.FirstOrDefault(a => a.Value is null).Key is { } wrong => Failure($"{wrong} is no http:// address. Services of one deployment call each other without TLS; set it to one like http://127.0.0.1:5001."),
                _ => ResolverResult.ForResult([.. addresses.Values.Select(uri => new BalancerAddress(uri!.Host, uri.Port))]),
            });
            return Task.CompletedTask;
        }

        private static Uri? AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp ? uri : null;

        private static ResolverResult Failure(string message) => ResolverResult.ForFailure(new Status(StatusCode.Unavailable, message));
    }
}
