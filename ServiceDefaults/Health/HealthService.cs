using Grpc.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Regional.Wire.Health.V1;
using static Regional.Wire.Health.V1.HealthCheckResponse.Types;

namespace Regional.ServiceDefaults.Health;

/// <summary>The standard <c>grpc.health.v1</c>: the process's own health checks, for each service that it serves.</summary>
internal sealed class HealthService(HealthCheckService checks, ServedServices served, IHostApplicationLifetime lifetime, TimeProvider clock)
    : Wire.Health.V1.Health.HealthBase
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) => Knows(request)
        ? new HealthCheckResponse { Status = await Status(context.CancellationToken) }
        : throw new RpcException(new Status(StatusCode.NotFound, $"No service {request.Service} is served here."));

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var last = ServingStatus.Unknown;
        while (!context.CancellationToken.IsCancellationRequested)
        {
            var now = Knows(request) ? await Status(context.CancellationToken) : ServingStatus.ServiceUnknown;
            if (now != last)
            {
                await responseStream.WriteAsync(new HealthCheckResponse { Status = last = now }, context.CancellationToken);
            }

            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Interval, clock, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool Knows(HealthCheckRequest request) => request.Service.Length == 0 || served.Names.Contains(request.Service);

    private async Task<ServingStatus> Status(CancellationToken cancellation)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return ServingStatus.NotServing;
        }

        var report = await checks.CheckHealthAsync(cancellation);
        return report.Status == HealthStatus.Unhealthy ? ServingStatus.NotServing : ServingStatus.Serving;
    }
}
