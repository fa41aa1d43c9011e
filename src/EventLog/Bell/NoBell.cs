using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Bell;

/// <summary>Where no bus is configured nobody rings, and followers ask four times a second: one row is read where there is nothing new.</summary>
internal sealed class NoBell(TimeProvider clock) : IBell
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public void Ring(string region)
    {
        // Nobody listens.
    }

    public async Task Wait(string service, string region, Cursor at, CancellationToken ending) =>
        await Task.Delay(Interval, clock, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
