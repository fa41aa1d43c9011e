namespace Regional.Tests;

/// <summary>A clock that a test moves on, as if that time had gone by; its timers are real.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private TimeSpan _advanced;

    public override DateTimeOffset GetUtcNow() => start + _advanced;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_advanced.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan by) => _advanced += by;
}
