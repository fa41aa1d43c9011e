namespace Regional.EventLog.Tests.Simulation;

/// <summary>A clock that stands still until it is moved to the next timer.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on by so much, and lets what is due by then happen, in order.</summary>
    public void Advance(TimeSpan by, OneThread thread)
    {
        var until = _now + by;
        while (_timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due) is { } next)
        {
            _now = next.Due > _now ? next.Due : _now;
            _timers.Remove(next);
            thread.Let(next.Fire);
        }

        _now = until;
    }

    /// <summary>Moves on to the next timer, but no further than that.</summary>
    public void Tick(TimeSpan most, OneThread thread)
    {
        var next = _timers.Select(timer => timer.Due - _now).DefaultIfEmpty(most).Min();
        Advance(next < TimeSpan.Zero ? TimeSpan.Zero : next < most ? next : most, thread);
    }

    // Of those that are due at the same moment, the one that was set first goes first.
    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(Timeout.InfiniteTimeSpan, period);
            time._timers.Remove(this);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Due = time._now + dueTime;
                time._timers.Add(this);
            }

            return true;
        }

        public void Dispose() => time._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
