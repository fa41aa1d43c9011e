using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Regional.EventLog.Chain;

/// <summary>The arithmetic of the chain: an event's leaf, the Merkle root of a commit, and the hash that binds the commit to all before it.</summary>
/// <remarks>
/// As in RFC 6962 a leaf and a node begin with different bytes, so that one cannot pass for the other. Two things differ, so that a receipt tells its holder
/// nothing of the other items of the commit: the two halves of a node are put in order before they are hashed, so a path has no directions; and every path is
/// <see cref="Depth"/> nodes long, because where a subtree is empty a blank stands, which nobody can tell from a node.
/// </remarks>
internal static class HashChain
{
    /// <summary>Bytes of a hash: SHA-256.</summary>
    public const int HashLength = 32;

    /// <summary>Nodes between a leaf and its root: up to 4,096 events in a commit.</summary>
    public const int Depth = 12;

    private const byte LeafMark = 0, NodeMark = 1, CommitMark = 2, BlankMark = 3, ContentMark = 4;

    /// <summary>The hash of what erasure takes away: the subject, the file and the sealed body. It stays, so that the chain still verifies.</summary>
    public static byte[] Content(ReadOnlySpan<byte> subject, ReadOnlySpan<byte> file, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([ContentMark, (byte)subject.Length, (byte)file.Length]);
        hash.AppendData(subject);
        hash.AppendData(file);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of an event.</summary>
    /// <param name="position">Its position in the log.</param>
    /// <param name="recorded">When it was stored, in milliseconds since 1970 UTC.</param>
    /// <param name="type">Its type.</param>
    /// <param name="content">See <see cref="Content"/>.</param>
    public static byte[] Leaf(long position, long recorded, string type, ReadOnlySpan<byte> content)
    {
        var bytes = new byte[1 + 8 + 8 + HashLength + Encoding.UTF8.GetByteCount(type)];
        bytes[0] = LeafMark;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), position);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(9), recorded);
        content.CopyTo(bytes.AsSpan(17));
        Encoding.UTF8.GetBytes(type, bytes.AsSpan(17 + HashLength));
        return SHA256.HashData(bytes);
    }

    /// <summary>The root over the leaves of a commit.</summary>
    /// <param name="leaves">At least one.</param>
    /// <param name="blank">The commit's own random bytes, from which its blanks are made.</param>
    public static byte[] Root(IReadOnlyList<byte[]> leaves, ReadOnlySpan<byte> blank)
    {
        var level = leaves;
        for (var height = 0; height < Depth; height++)
        {
            level = Above(level, height, blank);
        }

        return level.Count == 1 ? level[0] : throw new ArgumentException($"A commit holds at most {1 << Depth} events.", nameof(leaves));
    }

    /// <summary>The neighbours on the way from one leaf to the root: with the leaf they give the root, and of the other events they say nothing.</summary>
    public static IReadOnlyList<byte[]> Path(IReadOnlyList<byte[]> leaves, int index, ReadOnlySpan<byte> blank)
    {
        var path = new List<byte[]>(Depth);
        var level = leaves;
        for (var height = 0; height < Depth; height++, index /= 2)
        {
            var neighbour = index ^ 1;
            path.Add(neighbour < level.Count ? level[neighbour] : Blank(height, blank));
            level = Above(level, height, blank);
        }

        return path;
    }

    /// <summary>The root to which a leaf and its path lead.</summary>
    public static byte[] RootOf(byte[] leaf, IEnumerable<byte[]> path) => path.Aggregate(leaf, Node);

    /// <summary>The hash of a commit: over that of the commit before it and its own root.</summary>
    public static byte[] Commit(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> root) => SHA256.HashData([CommitMark, .. previous, .. root]);

    private static byte[][] Above(IReadOnlyList<byte[]> level, int height, ReadOnlySpan<byte> blank)
    {
        var above = new byte[(level.Count + 1) / 2][];
        for (var i = 0; i < above.Length; i++)
        {
            above[i] = Node(level[2 * i], 2 * i + 1 < level.Count ? level[2 * i + 1] : Blank(height, blank));
        }

        return above;
    }

    private static byte[] Node(byte[] one, byte[] other)
    {
        Span<byte> bytes = stackalloc byte[1 + 2 * HashLength];
        bytes[0] = NodeMark;
        var inOrder = one.AsSpan().SequenceCompareTo(other) <= 0;
        (inOrder ? one : other).CopyTo(bytes[1..]);
        (inOrder ? other : one).CopyTo(bytes[(1 + HashLength)..]);
        return SHA256.HashData(bytes);
    }

    // Of each height there is at most one: the right edge of the level.
    private static byte[] Blank(int height, ReadOnlySpan<byte> blank) => SHA256.HashData([BlankMark, (byte)height, .. blank]);
}
