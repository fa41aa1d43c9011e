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
            var addresses = configuration.GetSection($"services:{service}:grpc").GetChildren()
                .Select(c => new Uri(c.Value!))
                .Select(uri => new BalancerAddress(uri.Host, uri.Port))
                .ToList();
            Listener(addresses.Count > 0
                ? ResolverResult.ForResult(addresses)
                : ResolverResult.ForFailure(new Status(StatusCode.Unavailable, $"No address of {service} is configured; set services__{service}__grpc__0.")));
            return Task.CompletedTask;
        }
    }
}
