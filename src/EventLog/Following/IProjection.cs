using System.Data.Common;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Following;

/// <summary>One making of what a service keeps of a log. A rebuild makes the next one beside it.</summary>
/// <param name="Log">Code of the region whose log is followed.</param>
/// <param name="Number">From 1.</param>
public readonly record struct Generation(string Log, int Number);

/// <summary>What a service makes of the events that it follows.</summary>
public interface IProjection
{
    /// <summary>The tables of facts that are counted. Each has the columns <c>log</c>, <c>generation</c> and <c>position</c>: of which event, in which making. Empty
    /// for what only passes on what happens.</summary>
    /// <remarks>With facts, an event that cannot be understood stops the follower, because every figure after it would be wrong. Without them there is nothing to
    /// make wrong: the event is put aside in the table <c>parked</c>, and the follower goes on.</remarks>
    IReadOnlyList<string> Facts { get; }

    /// <summary>Applies a run of events, without those that were erased, to the service's own tables, in the transaction that moves the cursor.</summary>
    /// <remarks>It is called once for each event that is kept; an exception undoes the page and stops the follower there.</remarks>
    /// <exception cref="PoisonEventException">An event cannot be understood.</exception>
    Task Apply(DbTransaction transaction, Generation generation, IReadOnlyList<Event> events);
}

/// <summary>An event that cannot be understood.</summary>
/// <param name="position">Position of the event.</param>
/// <param name="code">For programs, like <c>UNKNOWN_TYPE</c>.</param>
/// <param name="problem">What cannot be understood, and nothing of whom the event is about.</param>
public sealed class PoisonEventException(long position, string code, string problem) : Exception($"Event {position}: {problem}")
{
    /// <summary>Position of the event.</summary>
    public long Position { get; } = position;

    /// <summary>For programs, like <c>UNKNOWN_TYPE</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The place behind the event, where its page ends with it; null where more follows there.</summary>
    internal Cursor? Behind { get; set; }
}
