using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Processes;

/// <summary>A health check that is not registered by its name, but knows itself how to ask. Whatever goes wrong is an answer; none within two seconds is one too.</summary>
internal abstract class OwnHealthCheck(string key) : HealthCheckAnnotation(key)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Asks one replica.</summary>
    public async Task<HealthReportSnapshot> CheckAsync(int replica, CancellationToken cancellation)
    {
        // What is given up is cancelled too: a frozen server would hold a connection of every question.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            var (status, description) = await AskAsync(replica, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
            return new(Key, status, description);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(Key, HealthStatus.Unhealthy, $"{What(replica)} was not answered within {Patience.TotalSeconds} s");
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            return new(Key, HealthStatus.Unhealthy, $"{What(replica)} was not answered: {exception.Message}");
        }
    }

    /// <summary>What is asked, as the beginning of a sentence.</summary>
    protected abstract string What(int replica);

    protected abstract Task<(HealthStatus Status, string? Description)> AskAsync(int replica, CancellationToken cancellation);
}
