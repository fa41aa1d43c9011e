namespace Regional.Hosting.Tests;

/// <summary>A clock whose timers go off a hundred times as early, once it has been hurried: minutes of waiting pass in a second.</summary>
internal sealed class HastyClock : TimeProvider
{
    private const int Haste = 100;

    public bool IsHurried { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Early(dueTime), Early(period));

    private TimeSpan Early(TimeSpan span) =>
        span <= TimeSpan.Zero || !IsHurried ? span : TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds / Haste));
}
