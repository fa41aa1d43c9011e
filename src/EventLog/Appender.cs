using System.Diagnostics;
using System.Threading.Channels;
using Grpc.Core;
using Regional.EventLog.Faults;
using Regional.ServiceDefaults.Refusals;

namespace Regional.EventLog;

/// <summary>Natural group commit: one loop per log, which commits whatever has come while the commit before it ran.</summary>
/// <remarks>No timer: waiting for company would make a lone caller slow and a crowd no faster.</remarks>
internal sealed class Appender<TKey, TState> : IAsyncDisposable
    where TKey : notnull
    where TState : class
{
    /// <summary>Most items of one commit.</summary>
    public const int LargestCommit = 500;

    // A database that is frozen lets callers gather here, each with its memory.
    private const int MostWaiting = 20_000;

    // When it is full, who comes next waits for room: the queue pushes back and never drops.
    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(64) { SingleReader = true });
    private readonly BatchCommit<TKey, TState> _commit;
    private readonly Action _grown;
    private readonly FaultPoints _faults;
    private readonly TimeProvider _clock;
    private int _waiting; // items
    private long _began; // the commit that runs; 0 while none does
    private readonly Task _loop;

    /// <param name="commit">Stores.</param>
    /// <param name="grown">Is told after each commit that stored something; it must not wait.</param>
    /// <param name="faults">For tests.</param>
    /// <param name="clock">By which commits are timed.</param>
    public Appender(BatchCommit<TKey, TState> commit, Action grown, FaultPoints faults, TimeProvider clock)
    {
        (_commit, _grown, _faults, _clock) = (commit, grown, faults, clock);
        // The loop outlives the call that starts it, and works for all: its call, deadline and trace must not be those of the first.
        using (ExecutionContext.SuppressFlow())
        {
            _loop = Task.Run(Run);
        }
    }

    /// <exception cref="RefusedException">No more is taken: the service is stopping, or too many wait already.</exception>
    public async Task<IReadOnlyList<Settled>> Append(IReadOnlyList<Proposal<TKey, TState>> batch)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch.Count, LargestCommit);
        var waiting = new Waiting(batch, Activity.Current?.Context ?? default, new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            if (Interlocked.Add(ref _waiting, batch.Count) > MostWaiting)
            {
                throw Busy();
            }

            await _queue.Writer.WriteAsync(waiting);
            return await waiting.Settled.Task;
        }
        catch (ChannelClosedException)
        {
            throw Stopping();
        }
        finally
        {
            Interlocked.Add(ref _waiting, -batch.Count);
        }
    }

    /// <summary>How long the commit has run that runs now; nothing while none does.</summary>
    public TimeSpan Committing => Volatile.Read(ref _began) is not 0 and var began ? _clock.GetElapsedTime(began) : TimeSpan.Zero;

    /// <summary>What a caller gets whose batch is not taken any more.</summary>
    public static RefusedException Stopping() => new(new(
        StatusCode.Unavailable, "STOPPING", "The service is stopping and nothing of this batch was stored; send it again under the same request ids."));

    private static RefusedException Busy() => new(new(
        StatusCode.ResourceExhausted, "BUSY", $"{MostWaiting} items wait to be stored, and nothing of this batch was stored; send it again later, under the same request ids."));

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task Run()
    {
        var group = new List<Waiting>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            var items = 0;
            while (_queue.Reader.TryPeek(out var next) && (group.Count == 0 || items + next.Batch.Count <= LargestCommit))
            {
                group.Add(next);
                items += next.Batch.Count;
                _queue.Reader.TryRead(out _);
            }

            await Commit(group);
            group.Clear();
        }
    }

    private async Task Commit(List<Waiting> group)
    {
        try
        {
            var items = group.SelectMany(w => w.Batch).ToArray();
            using var span = LogSpans.Commit(group[0].Trace, group.Count, items.Length);
            Volatile.Write(ref _began, _clock.GetTimestamp());
            var settled = await _commit.Run(items);
            _faults.Pass(FaultPoint.AfterCommit);
            var from = 0;
            foreach (var waiting in group)
            {
                waiting.Settled.SetResult(new ArraySegment<Settled>(settled, from, waiting.Batch.Count));
                from += waiting.Batch.Count;
            }

            Ring(settled);
        }
        catch (Exception exception)
        {
            // Each caller that was not answered learns it and may try again. The loop goes on, whatever it was.
            group.ForEach(w => w.Settled.TrySetException(exception));
        }
        finally
        {
            Volatile.Write(ref _began, 0);
        }
    }

    private void Ring(Settled[] settled)
    {
        if (settled.Any(outcome => outcome is { Refusal: null, Repeated: false }))
        {
            _faults.Pass(FaultPoint.BeforeBell);
            _grown();
        }
    }

    private sealed record Waiting(IReadOnlyList<Proposal<TKey, TState>> Batch, ActivityContext Trace, TaskCompletionSource<IReadOnlyList<Settled>> Settled);
}
