using Regional.Tests;

namespace Regional.Signalering.Tests;

/// <summary>A clock that stands still between the steps of a test, with room for one timer, which rings when a step reaches it.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private readonly Lock _lock = new();
    private Timer? _timer;
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            return _timer = new Timer(() => callback(state), _now + dueTime.Ticks);
        }
    }

    /// <summary>Lets time go by until the timer rings, once somebody waits for it.</summary>
    /// <returns>The time since the first step.</returns>
    public async Task<TimeSpan> Step()
    {
        await Eventually.Holds(() => IsAwaited, () => "Nobody waits for the clock.");
        Timer timer;
        lock (_lock)
        {
            (timer, _timer) = (_timer!, null);
            Volatile.Write(ref _now, timer.Due);
        }

        timer.Ring();
        await Eventually.Holds(() => IsAwaited, () => "Nobody waits for the clock any more.");
        return new TimeSpan(_now);
    }

    private bool IsAwaited
    {
        get
        {
            lock (_lock)
            {
                return _timer is not null;
            }
        }
    }

    private sealed class Timer(Action ring, long due) : ITimer
    {
        public long Due { get; } = due;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
