using System.Data.Common;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Following;

/// <summary>What a service makes of the events that it follows.</summary>
public interface IProjection
{
    /// <summary>Applies a run of events, without those that were erased, to the service's own tables, in the transaction that moves the cursor.</summary>
    /// <remarks>It is called once for each event that is kept; an exception undoes the page and stops the follower there.</remarks>
    /// <exception cref="PoisonEventException">An event cannot be understood.</exception>
    Task Apply(DbTransaction transaction, string region, IReadOnlyList<Event> events);

    /// <summary>Removes what was made of events that have been erased since; some of them may never have been applied.</summary>
    Task Erase(DbTransaction transaction, string region, IReadOnlyCollection<long> positions);
}

/// <summary>An event that cannot be understood; a counting follower stops at it, because every figure after it would be wrong.</summary>
/// <param name="position">Position of the event.</param>
/// <param name="problem">What cannot be understood.</param>
public sealed class PoisonEventException(long position, string problem) : Exception($"Event {position}: {problem}")
{
    /// <summary>Position of the event.</summary>
    public long Position { get; } = position;
}
