using Microsoft.Extensions.Hosting;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog.Sealing;

/// <summary>Keeps the wrapping key from being changed while this instance runs, which has it in memory: it would put new keys of files under the former one.</summary>
/// <remarks>A session that is lost is taken anew, and the keys are read anew then. Until it has been, this instance is not seen by who would change the key.</remarks>
internal sealed class WrappingKeyInUse(Database database, SecretKeys keys, TimeProvider clock) : BackgroundService, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private Lease? _lease;

    /// <exception cref="StartupFaultException">The key is being changed.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await Take())
        {
            throw new StartupFaultException($"The key {FileKeys.WrappingKey} is being changed by another process on {database.Place}; start again when that has ended.");
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Gives it back; what waits has been committed by then.</summary>
    public async ValueTask DisposeAsync()
    {
        await (_lease?.DisposeAsync() ?? default);
        Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, _lease!.Lost);
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stoppingToken.ThrowIfCancellationRequested();
            await _lease.DisposeAsync();
            while (!await TryTake())
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task<bool> TryTake()
    {
        try
        {
            return await Take();
        }
        catch (Exception)
        {
            return false; // the database is away, which others say
        }
    }

    private async Task<bool> Take()
    {
        if (await database.Share(FileKeys.WrappingKey, clock) is not { } lease)
        {
            return false;
        }

        _lease = lease;
        await keys.Open([]); // it may have been changed before the lease came
        return true;
    }
}
