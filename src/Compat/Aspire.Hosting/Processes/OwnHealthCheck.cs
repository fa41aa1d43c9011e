using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Processes;

/// <summary>A health check that is not registered by its name, but knows itself how to ask.</summary>
internal abstract class OwnHealthCheck(string key) : HealthCheckAnnotation(key)
{
    /// <summary>Asks one replica.</summary>
    public abstract Task<HealthReportSnapshot> CheckAsync(int replica, CancellationToken cancellation);
}
