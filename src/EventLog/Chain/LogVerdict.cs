namespace Regional.EventLog.Chain;

/// <summary>How a log is broken.</summary>
public enum LogFault
{
    /// <summary>An event is missing.</summary>
    Gap,

    /// <summary>An event stands at a position that it was not appended at.</summary>
    Order,

    /// <summary>An event is not what was appended.</summary>
    Hash,

    /// <summary>The events of a commit are not those that it was made of.</summary>
    CommitRoot,

    /// <summary>A commit does not follow from the one before it.</summary>
    PreviousHash,

    /// <summary>The head does not say what the commits end in.</summary>
    Head,

    /// <summary>An event stands where the log has none: before its first position or behind its head.</summary>
    Beyond,
}

/// <summary>The first place at which a log is not what was appended.</summary>
/// <param name="Position">The position.</param>
/// <param name="Fault">How it is broken there.</param>
/// <param name="Problem">The same as a sentence, without a full stop.</param>
public sealed record LogBreak(long Position, LogFault Fault, string Problem);

/// <summary>What became of the check of a log.</summary>
/// <param name="Region">The log.</param>
/// <param name="Events">How many events were found in order.</param>
/// <param name="Erased">How many of these have been erased.</param>
/// <param name="Break">Where it is broken first; null where it is whole.</param>
/// <param name="Hash">The chain's hash at the last commit that was in order: compare it with one that was noted elsewhere.</param>
public sealed record LogVerdict(string Region, long Events, long Erased, LogBreak? Break, ReadOnlyMemory<byte> Hash);

/// <summary>How far the check of a log is.</summary>
/// <param name="Region">The log.</param>
/// <param name="Events">Events that were checked.</param>
/// <param name="Head">Position of its last event, as its head says.</param>
public readonly record struct LogProgress(string Region, long Events, long Head);
