using Microsoft.Extensions.Logging;
using Regional.EventLog.Bell;
using Regional.EventLog.Erasing;
using Regional.EventLog.Faults;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog;

/// <summary>The ordered log of one service, one log per region, and the only way to change the states on which it rests.</summary>
/// <remarks>Each region has one appender: while it commits, what arrives waits, and the next commit takes all of that. So callers share a commit under load,
/// and a lone caller waits for nobody.</remarks>
public sealed partial class RegionLog<TKey, TState>(
    Database database, IStateTable<TKey, TState> table, SecretKeys keys, Erasures erasures, IBell bell, FaultPoints faults, TimeProvider clock, ILogger<RegionLog<TKey, TState>> logger) : IAsyncDisposable
    where TKey : notnull
    where TState : class
{
    private readonly Dictionary<string, Appender<TKey, TState>> _appenders = [];
    private bool _closed;

    /// <summary>Decides a batch: all that is accepted is stored in one commit, and what is answered is stored.</summary>
    /// <param name="region">Code of the region whose log takes the events.</param>
    /// <param name="batch">At most 500 items; each sees what those before it have decided.</param>
    /// <returns>What became of each item, in the same order.</returns>
    /// <remarks>Takes no cancellation: who goes away while a commit runs finds its answer under the same request id.</remarks>
    /// <exception cref="RefusedException">The service is stopping: UNAVAILABLE, and nothing of the batch was stored.</exception>
    public async Task<IReadOnlyList<Settled>> Decide(string region, IReadOnlyList<Proposal<TKey, TState>> batch)
    {
        using var span = LogSpans.Append(region, batch.Count);
        var settled = await AppenderOf(region).Append(batch);
        span?.AddTag("regional.refused", settled.Count(each => each.Refusal is not null));
        for (var i = 0; i < settled.Count; i++)
        {
            if (settled[i].Refusal is { Reason: KnownRequest.IdTaken })
            {
                Contradicted(batch[i].Request.Caller, batch[i].Request.RequestId);
            }
        }

        return settled;
    }

    /// <summary>How long the commits have run that run now, by region.</summary>
    internal IReadOnlyList<(string Region, TimeSpan Time)> Committing
    {
        get
        {
            lock (_appenders)
            {
                return [.. _appenders.Select(appender => (appender.Key, appender.Value.Committing))];
            }
        }
    }

    /// <summary>Commits what waits, and takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_appenders)
        {
            _closed = true;
        }

        foreach (var appender in _appenders.Values)
        {
            await appender.DisposeAsync();
        }
    }

    private Appender<TKey, TState> AppenderOf(string region)
    {
        lock (_appenders)
        {
            if (_closed)
            {
                throw Appender<TKey, TState>.Stopping();
            }

            if (!_appenders.TryGetValue(region, out var appender))
            {
                var commit = new BatchCommit<TKey, TState>(database, table, new FileKeys(keys), erasures.Fence, region, faults, clock, logger);
                _appenders.Add(region, appender = new(commit, () => bell.Ring(region), faults, clock));
            }

            return appender;
        }
    }

    // Either the sender is broken or somebody tries out what was sent before; what it sent is nobody's business here.
    [LoggerMessage(LogLevel.Warning, "{Caller} sent other content under request {RequestId} than before; it was refused")]
    private partial void Contradicted(string caller, Guid requestId);
}
