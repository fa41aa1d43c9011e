using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Regional.EventLog.Chain;

/// <summary>The arithmetic of the chain: an event's leaf, the nodes above it, and the hash that binds a commit to all before it.</summary>
/// <remarks>As in RFC 6962 a leaf and a node begin with different bytes, so that one cannot pass for the other. Unlike there the two halves of a node are put in
/// order before they are hashed, so that a path has no directions, and a receipt tells its holder nothing of the other items of the commit.</remarks>
internal static class HashChain
{
    /// <summary>Bytes of a hash: SHA-256.</summary>
    public const int HashLength = 32;

    private const byte LeafMark = 0, NodeMark = 1, CommitMark = 2, ContentMark = 4;

    /// <summary>The hash of what erasure takes away: the subject, the file and the sealed body. It stays, so that the chain still verifies.</summary>
    public static byte[] Content(ReadOnlySpan<byte> subject, ReadOnlySpan<byte> file, ReadOnlySpan<byte> body)
    {
        byte[] bytes = [ContentMark, (byte)subject.Length, (byte)file.Length, .. subject, .. file, .. body];
        return SHA256.HashData(bytes);
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

    /// <summary>The root to which a leaf and its path lead.</summary>
    public static byte[] RootOf(byte[] leaf, IEnumerable<byte[]> path) => path.Aggregate(leaf, Node);

    /// <summary>The hash of a commit: over that of the commit before it and its own root.</summary>
    public static byte[] Commit(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> root) => SHA256.HashData([CommitMark, .. previous, .. root]);

    /// <summary>The node over two others, in whichever order they come.</summary>
    public static byte[] Node(byte[] one, byte[] other)
    {
        Span<byte> bytes = stackalloc byte[1 + 2 * HashLength];
        bytes[0] = NodeMark;
        var inOrder = one.AsSpan().SequenceCompareTo(other) <= 0;
        (inOrder ? one : other).CopyTo(bytes[1..]);
        (inOrder ? other : one).CopyTo(bytes[(1 + HashLength)..]);
        return SHA256.HashData(bytes);
    }
}
