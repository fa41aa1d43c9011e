using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;

namespace Regional.ServiceDefaults.Health;

/// <summary>The bus only rings the bell: without it a service is slower, and serves.</summary>
/// <param name="address">The AMQP address, as <c>ConnectionStrings:bus</c> names it.</param>
/// <param name="clock">Measures its patience.</param>
internal sealed class BusHealth(Uri address, TimeProvider clock) : IHealthCheck, IAsyncDisposable
{
    // A broker that is frozen is noticed by its silence, within two of these.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConnectionFactory _factory = new()
    {
        Uri = address,
        AutomaticRecoveryEnabled = false,
        RequestedHeartbeat = Heartbeat,
        RequestedConnectionTimeout = Patience,
        ClientProvidedName = "health",
    };

    private IConnection? _connection;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_connection is not { IsOpen: true })
            {
                await (_connection?.DisposeAsync() ?? default);
                _connection = null;
                using var patience = new CancellationTokenSource(Patience, clock);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
                _connection = await _factory.CreateConnectionAsync(either.Token);
            }

            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded($"{address.Host}:{address.Port} is not reached: {exception.Message}");
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_connection?.DisposeAsync() ?? default);
        _gate.Dispose();
    }
}
