using Dapper;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog.Erasing;

/// <summary>Erases what concerns a subject: ordered in the list first, then carried out in each log and among the pseudonyms.</summary>
/// <remarks>Each database knows how much of the list it has carried out, and which list that was. Where the process died in between, or a database was restored, the rest is
/// carried out at the start, before the service serves; where a database was out of reach for a while, soon after.</remarks>
public sealed partial class Erasures : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // All logs are read.
    private const int NoTimeout = 0;

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
    /// <exception cref="RefusedException">The list is not that of the data, or is damaged; nothing was ordered.</exception>
    public Task<int> Order(SubjectId subject, IReadOnlyList<FileOfLog> files) => OrRefuse(async () =>
    {
        await Look(); // nothing is ordered in a list that is not that of the data
        await _list.Append(new(_clock.GetUtcNow(), Erasure.MarkOf(subject.ToBytes()), files));
        try
        {
            return await Run();
        }
        catch
        {
            _isBehind = true;
            throw;
        }
    });

    /// <summary>Carries out what has been ordered and not been done here, because a database was out of reach.</summary>
    /// <returns>How many events were erased.</returns>
    /// <exception cref="RefusedException">The list is not that of the data, or is damaged.</exception>
    public Task<int> CarryOut() => OrRefuse(Run);

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
        if (await Run() is > 0 and var events)
        {
            CaughtUp(events, _list.Place);
        }
    }

    private async Task<int> OrRefuse(Func<Task<int>> erase)
    {
        try
        {
            return await erase();
        }
        catch (StartupFaultException other)
        {
            NotTheList(other.Message);
            throw new RefusedException(new(
                StatusCode.FailedPrecondition, "ERASURE_LIST", "Nothing was erased: the service has not the list of erasures that belongs to its data. Tell its operator, and send it again when that is mended."));
        }
    }

    private async Task<int> Run()
    {
        await _one.WaitAsync();
        try
        {
            var events = 0;
            var isErased = false;
            // Until nothing is behind: a log that was opened meanwhile must be fenced too, and another process may have been first.
            for (var (logs, pseudonyms, list) = await Look(); ; (logs, pseudonyms, list) = await Look())
            {
                var behind = logs.Where(log => log.Done != list.All).ToList();
                foreach (var (region, done) in behind)
                {
                    var files = list.After(done).SelectMany(e => e.Files).Where(f => f.Region == region).Select(f => f.File);
                    events += await _logs.Run(region, [.. files], done, list.All);
                }

                if (behind.Count > 0)
                {
                    continue;
                }

                if (pseudonyms == list.All)
                {
                    _fence.Raise(pseudonyms.Entries);
                    break;
                }

                isErased |= await ForgetPseudonyms(list, pseudonyms);
            }

            _isBehind = false;
            _isPurged &= events == 0 && !isErased;
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

    // The databases first: what they have carried out stands in the list that is read after.
    private async Task<(IReadOnlyList<(string Region, CarriedOut Done)> Logs, CarriedOut Pseudonyms, ErasureOrders List)> Look()
    {
        var logs = await _database.Write(LogTail.Erasures);
        var pseudonyms = await _subjects.Erasures();
        var list = await _list.Read();
        if (logs.Select(log => log.Done).Append(pseudonyms).FirstOrDefault(done => !list.BeginsWith(done)) is { Entries: > 0 } done)
        {
            throw new StartupFaultException(done.Entries > list.Entries.Count
                ? $"{_list.Place} holds {list.Entries.Count} erasures, and the data have carried out {done.Entries}: it is not the newest. Put its newest copy there; a list is never restored from an older backup."
                : $"{_list.Place} is not the list of which the data have carried out {done.Entries} erasures: line {done.Entries} is another. Set Erasures:Path to the folder that all instances of the service share, or put the list there that belongs to the data.");
        }

        _fence.Keep(list);
        return (logs, pseudonyms, list);
    }

    // After the logs: an event that another party's file still holds keeps the pseudonym.
    private async Task<bool> ForgetPseudonyms(ErasureOrders list, CarriedOut done)
    {
        var marks = list.After(done).Select(e => e.Subject).ToHashSet();
        var marked = await _subjects.Where(subject => marks.Contains(Erasure.MarkOf(subject.ToBytes())));
        return await _subjects.Forget([.. marked.Except(await StillInLogs(marked))], done, list.All);
    }

    private async Task<IEnumerable<SubjectId>> StillInLogs(IReadOnlyCollection<SubjectId> subjects)
    {
        if (subjects.Count == 0)
        {
            return [];
        }

        await using var connection = await _database.OpenReader();
        var found = await connection.QueryAsync<byte[]>(HaveEvents.For(connection), new { subjects = connection.SetOf(subjects.Select(s => s.ToBytes())) }, commandTimeout: NoTimeout);
        return [.. found.Select(bytes => new SubjectId(bytes))];
    }

    [LoggerMessage(LogLevel.Warning, "{Events} events were erased again, or at last, as {List} says")]
    private partial void CaughtUp(int events, string list);

    [LoggerMessage(LogLevel.Error, "What {List} orders cannot be erased now; it is tried again in half a minute")]
    private partial void StillBehind(Exception exception, string list);

    [LoggerMessage(LogLevel.Error, "An erasure was refused: {Problem}")]
    private partial void NotTheList(string problem);

    [LoggerMessage(LogLevel.Warning, "What was erased is still in a write-ahead log, which a reader holds; it is tried again in half a minute")]
    private partial void NotPurged();
}
