using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog.Erasing;

/// <summary>Erases what concerns a subject: ordered in the list first, then carried out in each log and among the pseudonyms.</summary>
/// <remarks>Each database knows how many entries of the list it has carried out. Where the process died in between, or a database was restored, the rest is
/// carried out at the start, before the service serves; where a database was out of reach for a while, soon after.</remarks>
public sealed partial class Erasures : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private static readonly Sql HaveEvents = new(
        "select distinct subject from events where subject in (select unhex(value) from json_each(@subjects))",
        "select distinct subject from events where subject = any(@subjects)");

    private readonly Database _database;
    private readonly SubjectStore _subjects;
    private readonly ErasureList _list;
    private readonly LogErasure _logs;
    private readonly ErasureFence _fence;
    private readonly TimeProvider _clock;
    private readonly ILogger<Erasures> _logger;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile bool _isPurged; // at the start nobody knows
    private volatile bool _isBehind;

    internal Erasures(Database database, SubjectStore subjects, ErasureList list, LogErasure logs, ErasureFence fence, TimeProvider clock, ILogger<Erasures> logger) =>
        (_database, _subjects, _list, _logs, _fence, _clock, _logger) = (database, subjects, list, logs, fence, clock, logger);

    /// <summary>How many erasures have certainly been carried out; for <see cref="Proposal{TKey,TState}.Erasures"/>, to be read before subjects are looked up.</summary>
    public long Known => _fence.Known;

    internal ErasureFence Fence => _fence;

    /// <summary>Erases files of a subject; the subject's pseudonym too, where no event of the subject is left.</summary>
    /// <returns>How many events were erased.</returns>
    public async Task<int> Order(SubjectId subject, IReadOnlyList<FileOfLog> files)
    {
        await _list.Append(new(_clock.GetUtcNow(), Erasure.MarkOf(subject.ToBytes()), files));
        try
        {
            return await CarryOut();
        }
        catch
        {
            _isBehind = true;
            throw;
        }
    }

    /// <summary>Carries out what has been ordered and not been done here, because a database was out of reach.</summary>
    /// <returns>How many events were erased.</returns>
    public async Task<int> CarryOut()
    {
        await _one.WaitAsync();
        try
        {
            // The databases first: what they have carried out stands in the list that is read after.
            var logs = await Logs();
            var pseudonyms = await _subjects.Erasures();
            var list = await _list.Read();
            if (logs.Select(l => l.Done).Append(pseudonyms).Max() is var done && done > list.Count)
            {
                throw new StartupFaultException(
                    $"{_list.Place} holds {list.Count} erasures, and the data have carried out {done}: it is not the newest. Put its newest copy there; a list is never restored from an older backup.");
            }

            var events = 0;
            // Until there is none: a log that was opened meanwhile must be fenced too.
            for (var behind = logs; (behind = [.. behind.Where(log => log.Done < list.Count)]).Count > 0; behind = await Logs())
            {
                foreach (var (region, carriedOut) in behind)
                {
                    var files = list.Skip((int)carriedOut).SelectMany(e => e.Files).Where(f => f.Region == region).Select(f => f.File);
                    events += await _logs.Run(region, [.. files], list.Count);
                }
            }

            if (pseudonyms < list.Count)
            {
                await ForgetPseudonyms(list.Skip((int)pseudonyms).Select(e => e.Subject).ToHashSet(), list.Count);
            }

            _fence.Raise(list.Count);
            _isBehind = false;
            _isPurged &= events == 0 && pseudonyms == list.Count;
            if (!_isPurged && !(_isPurged = await _database.Purge() && await _subjects.Purge()))
            {
                NotPurged();
            }

            return events;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Carries out what has been ordered and not been done here, before the service serves.</summary>
    /// <exception cref="StartupFaultException">The list is not the one that was carried out here, or is damaged.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await CatchUp();
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, _clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (_isBehind || !_isPurged)
                {
                    await CatchUp();
                }
            }
            catch (Exception away)
            {
                StillBehind(away, _list.Place);
            }
        }
    }

    private async Task CatchUp()
    {
        if (await CarryOut() is > 0 and var events)
        {
            CaughtUp(events, _list.Place);
        }
    }

    private async Task<IReadOnlyList<(string Region, long Done)>> Logs()
    {
        await using var connection = await _database.OpenReader();
        return [.. await connection.QueryAsync<(string, long)>("select region, erasures from logs order by region")];
    }

    // After the logs: an event that another party's file still holds keeps the pseudonym.
    private async Task ForgetPseudonyms(HashSet<Guid> marks, long entries)
    {
        var marked = await _subjects.Where(subject => marks.Contains(Erasure.MarkOf(subject.ToBytes())));
        await _subjects.Forget([.. marked.Except(await StillInLogs(marked))], entries);
    }

    private async Task<IEnumerable<SubjectId>> StillInLogs(IReadOnlyCollection<SubjectId> subjects)
    {
        if (subjects.Count == 0)
        {
            return [];
        }

        await using var connection = await _database.OpenReader();
        var found = await connection.QueryAsync<byte[]>(HaveEvents.For(connection), new { subjects = connection.SetOf(subjects.Select(s => s.ToBytes())) });
        return [.. found.Select(bytes => new SubjectId(bytes))];
    }

    [LoggerMessage(LogLevel.Warning, "{Events} events were erased again, or at last, as {List} says")]
    private partial void CaughtUp(int events, string list);

    [LoggerMessage(LogLevel.Error, "What {List} orders cannot be erased now; it is tried again in half a minute")]
    private partial void StillBehind(Exception exception, string list);

    [LoggerMessage(LogLevel.Warning, "What was erased is still in a write-ahead log, which a reader holds; it is tried again in half a minute")]
    private partial void NotPurged();
}
