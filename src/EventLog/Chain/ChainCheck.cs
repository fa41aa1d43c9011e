using System.Data.Common;
using Google.Protobuf;

namespace Regional.EventLog.Chain;

/// <summary>A commit as it lies in the log.</summary>
internal sealed record StoredCommit(long Position, byte[] Blank, byte[] Root, byte[] Hash);

/// <summary>Follows a chain from its first event, row by row.</summary>
/// <param name="wanted">Leaves that are looked for; what comes by is taken out.</param>
internal sealed class ChainCheck(ISet<ByteString> wanted)
{
    // A row that was moved is looked for so far around its place.
    private const int Neighbourhood = 4_096;

    private readonly List<byte[]> _leaves = [];

    /// <summary>Of the last event that was in order.</summary>
    public long Position { get; private set; }

    /// <summary>How many events had been erased.</summary>
    public long Erased { get; private set; }

    /// <summary>Of the last commit that was in order.</summary>
    public byte[] Hash { get; private set; } = new byte[HashChain.HashLength];

    /// <summary>Takes the next event: position, recorded, type, subject, file, body, erased, hash.</summary>
    public LogBreak? Take(DbDataReader row)
    {
        try
        {
            return Take(row.GetInt64(0), row.GetInt64(1), row.GetString(2), [Bytes(row, 3), Bytes(row, 4), Bytes(row, 5)], Bytes(row, 6), row.GetFieldValue<byte[]>(7));
        }
        catch (Exception unreadable) when (unreadable is InvalidCastException or FormatException or OverflowException)
        {
            return new(Position + 1, LogFault.Hash, "the event cannot be read");
        }
    }

    /// <summary>There is no next event where there must be one.</summary>
    public LogBreak Missing() => new(Position + 1, LogFault.Gap, "the event is missing");

    /// <summary>Ends a commit with the events that were taken.</summary>
    public LogBreak? Close(StoredCommit commit)
    {
        var first = Position + 1 - _leaves.Count;
        var root = new MerkleTree(_leaves, commit.Blank).Root;
        var hash = HashChain.Commit(Hash, root);
        _leaves.Clear();
        if (!root.AsSpan().SequenceEqual(commit.Root))
        {
            return new(first, LogFault.CommitRoot, $"the events {first} to {Position} are not those of their commit");
        }

        if (!hash.AsSpan().SequenceEqual(commit.Hash))
        {
            return new(first, LogFault.PreviousHash, $"the commit of the events {first} to {Position} does not follow from the one before it");
        }

        Hash = hash;
        return null;
    }

    private LogBreak? Take(long position, long recorded, string type, byte[]?[] parts, byte[]? erased, byte[] leaf)
    {
        if (position != Position + 1)
        {
            return Missing();
        }

        if (_leaves.Count == 1 << MerkleTree.Depth)
        {
            return new(position - _leaves.Count, LogFault.CommitRoot, $"no commit ends with the {_leaves.Count} events from {position - _leaves.Count} on, the most that one holds");
        }

        // Erased is what holds nothing any more: a hash beside a body would vouch for any body.
        if (erased is not null && (parts.Any(part => part is not null) || erased.Length != HashChain.HashLength))
        {
            return new(position, LogFault.Hash, "the event is marked as erased and still holds something");
        }

        var content = erased ?? HashChain.Content(parts[0], parts[1], parts[2]);
        if (!IsAt(position))
        {
            return Enumerable.Range(-Neighbourhood, 2 * Neighbourhood).Select(away => position + away).Where(IsAt).Select(at => (long?)at).FirstOrDefault() is { } appended
                ? new(position, LogFault.Order, $"the event was appended as {appended}")
                : new(position, LogFault.Hash, "the event is not what was appended");
        }

        Position = position;
        Erased += erased is null ? 0 : 1;
        _leaves.Add(leaf);
        if (wanted.Count > 0)
        {
            wanted.Remove(UnsafeByteOperations.UnsafeWrap(leaf));
        }

        return null;

        bool IsAt(long place) => HashChain.Leaf(place, recorded, type, content).AsSpan().SequenceEqual(leaf);
    }

    private static byte[]? Bytes(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
