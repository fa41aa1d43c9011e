namespace Regional.Indicators.Tests.Hosting;

/// <summary>A clock that the test sets to a day; it runs on from there, and its timers are real.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    private readonly TimeSpan _offset = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _offset;
}
