using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Regional.EventLog.Bell;

/// <summary>The bus only rings: without it a service is slower, and serves.</summary>
/// <param name="bus">Knows by its queue whether the broker is there.</param>
/// <param name="address">The broker.</param>
internal sealed class BusHealth(IBusControl bus, Uri address) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        bus.CheckHealth().Status == BusHealthStatus.Healthy
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{address.Host}:{address.Port} is not reached; followers look by themselves every five seconds"));
}
