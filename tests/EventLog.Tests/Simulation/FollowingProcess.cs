using System.Data.Common;
using System.Text;
using Dapper;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Regional.EventLog.Bell;
using Regional.EventLog.Faults;
using Regional.EventLog.Following;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>One run of the service that follows the logs, from its start to its death.</summary>
internal sealed class FollowingProcess
{
    private readonly OneThread _thread;
    private readonly BusBell _bell;
    private readonly List<Follower> _followers;
    private readonly Rebuilding _rebuilding;
    private readonly Action<string> _wrong;

    /// <param name="file">Its database.</param>
    /// <param name="isNewer">Whether its program understands the newer kind of event.</param>
    /// <param name="service">The service that it follows.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="wrong">Learns what must not happen.</param>
    public FollowingProcess(string file, bool isNewer, Func<LogProcess?> service, TimeProvider clock, OneThread thread, Action<string> wrong)
    {
        (_thread, _wrong) = (thread, wrong);
        Database = new(SqliteDatabase.Open(file));
        Wire = new(service, thread);
        _bell = new(null!, clock, NullLogger<BusBell>.Instance);
        var projection = new Postings(isNewer);
        var cursors = new Cursors(Database, LogProcess.Service);
        var facts = new Facts(Database, projection);
        var reading = new LogReading(LogProcess.Service, projection, Database, cursors, facts, new(Wire), FaultPoints.None);
        _rebuilding = new(LogProcess.Service, projection, Database, cursors, reading, facts, clock, NullLogger.Instance);
        _followers = [.. Life.Regions.Select(region => new Follower(LogProcess.Service, region, projection, cursors, reading, new PostingBell(_bell, thread), clock, new Watchful(wrong)))];
    }

    public MortalDatabase Database { get; }

    public Wire Wire { get; }

    /// <summary>The log that is being rebuilt; null where none is.</summary>
    public string? Rebuilds { get; private set; }

    /// <summary>What the last rebuild found that was served and not in the log, or the other way round; null where it was not finished.</summary>
    public Difference? Found { get; private set; }

    public void Start() => _followers.ForEach(follower => _thread.Let(() => _ = follower.Run(CancellationToken.None)));

    public void Hear(LogGrown ring) => _thread.Let(() => _bell.Hear(ring));

    public void Rebuild(string region)
    {
        (Rebuilds, Found) = (region, null);
        _thread.Let(() => _ = Run());

        async Task Run()
        {
            try
            {
                Found = await _rebuilding.Run(region, (_, _) => Task.CompletedTask, CancellationToken.None);
            }
            catch (Exception refused) when (refused is RefusedException or RpcException { StatusCode: StatusCode.FailedPrecondition })
            {
                // What was served is still served.
            }
            catch (Exception fault)
            {
                _wrong($"a rebuild failed: {fault}");
            }

            Rebuilds = null;
        }
    }

    public void Die()
    {
        Wire.Cut();
        if (!Database.IsDead)
        {
            Database.Die();
        }
    }

    // What waits at the bell goes on where the simulation is.
    private sealed class PostingBell(BusBell bell, OneThread thread) : IBell
    {
        public void Ring(string region) => bell.Ring(region);

        public Task Wait(string service, string region, Cursor at, CancellationToken ending)
        {
            SynchronizationContext.SetSynchronizationContext(thread);
            return bell.Wait(service, region, at, ending);
        }
    }

    // Of the faults that a follower gets over by trying again, one can happen here: that a rebuild was served while it read.
    private sealed class Watchful(Action<string> wrong) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && !exception.Message.EndsWith("was moved by another.", StringComparison.Ordinal))
            {
                wrong($"a follower failed: {exception}");
            }
        }
    }
}

/// <summary>Keeps each event that was posted, with what it said.</summary>
/// <param name="isNewer">Whether it understands the newer kind.</param>
internal sealed class Postings(bool isNewer) : IProjection
{
    public const string Create = "create table postings(log text not null, generation integer not null, position integer not null, said text not null, primary key (log, generation, position)) without rowid";

    public IReadOnlyList<string> Facts => ["postings"];

    public async Task Apply(DbTransaction transaction, Generation generation, IReadOnlyList<Event> events)
    {
        foreach (var happened in events)
        {
            if (happened.Type == LogProcess.PostedAnew && !isNewer)
            {
                throw new PoisonEventException(happened.Sequence, "UNKNOWN_TYPE", "is of a newer kind");
            }

            await transaction.Connection!.ExecuteAsync(
                "insert into postings(log, generation, position, said) values (@Log, @Number, @Sequence, @said)",
                new { generation.Log, generation.Number, happened.Sequence, said = Encoding.UTF8.GetString(happened.Data.Span) },
                transaction);
        }
    }
}
