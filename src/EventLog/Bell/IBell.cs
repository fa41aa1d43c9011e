using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Bell;

/// <summary>Tells followers that a log has grown, so that they need not ask all the time.</summary>
/// <remarks>A ring may be lost, doubled or late, and nothing depends on it: who waits for one looks at the log now and then all the same. It says of a log how
/// far it reaches, and nothing of what happened.</remarks>
public interface IBell
{
    /// <summary>Says that a log of this service has grown; returns at once, whatever the state of what carries the ring.</summary>
    /// <param name="region">Code of the region whose log it is.</param>
    void Ring(string region);

    /// <summary>Waits until a log reaches further than a cursor, as far as one hears, or it is time to look.</summary>
    /// <param name="service">The service whose log it is.</param>
    /// <param name="region">Code of the region.</param>
    /// <param name="at">How far the follower has read.</param>
    /// <param name="ending">Ends the wait, without an exception.</param>
    Task Wait(string service, string region, Cursor at, CancellationToken ending);
}
