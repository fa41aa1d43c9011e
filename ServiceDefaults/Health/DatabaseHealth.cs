using Microsoft.Extensions.Diagnostics.HealthChecks;
using Regional.ServiceDefaults.Storage;

namespace Regional.ServiceDefaults.Health;

/// <summary>Without its database a service serves nothing.</summary>
internal sealed class DatabaseHealth(Database database, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await AskAsync(cancellationToken).WaitAsync(Patience, clock, cancellationToken); // a frozen server never answers
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"{database.Place} is not reached: {exception.Message}");
        }
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader();
        await using var question = connection.CreateCommand();
        question.CommandText = "select 1";
        await question.ExecuteScalarAsync(cancellation);
    }
}
