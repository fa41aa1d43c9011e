namespace Regional.Tests;

/// <summary>The machine's clock, but with timers that are over a hundred times sooner: pauses of seconds without waiting for them.</summary>
internal sealed class HastyClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Sooner(dueTime), Sooner(period));

    private static TimeSpan Sooner(TimeSpan time) => time > TimeSpan.Zero ? time / 100 : time;
}
