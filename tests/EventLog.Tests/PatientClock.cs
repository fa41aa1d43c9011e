namespace Regional.EventLog.Tests;

/// <summary>The machine's clock, but with timers that are so many times later: who waits for one of them is woken by something else.</summary>
internal sealed class PatientClock(int times) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Later(dueTime), Later(period));

    private TimeSpan Later(TimeSpan time) => time > TimeSpan.Zero ? time * times : time;
}
