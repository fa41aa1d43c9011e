using System.Security.Cryptography;

namespace Regional.EventLog.Chain;

/// <summary>The hashes over the events of a commit, up to one root.</summary>
/// <remarks>It tells who holds one path nothing of the other events: every path is <see cref="Depth"/> nodes long, because where a subtree is empty a blank
/// stands, which nobody can tell from a node.</remarks>
internal sealed class MerkleTree
{
    /// <summary>Nodes between a leaf and its root: up to 4,096 events in a commit.</summary>
    public const int Depth = 12;

    private const byte BlankMark = 3;

    private readonly IReadOnlyList<byte[]>[] _levels = new IReadOnlyList<byte[]>[Depth + 1];
    private readonly byte[] _blank;

    /// <param name="leaves">At least one.</param>
    /// <param name="blank">The commit's own random bytes, from which its blanks are made.</param>
    public MerkleTree(IReadOnlyList<byte[]> leaves, byte[] blank)
    {
        (_levels[0], _blank) = (leaves, blank);
        for (var height = 0; height < Depth; height++)
        {
            _levels[height + 1] = Above(height);
        }

        Root = _levels[Depth].Count == 1 ? _levels[Depth][0] : throw new ArgumentException($"A commit holds at most {1 << Depth} events.", nameof(leaves));
    }

    public byte[] Root { get; }

    public byte[] Leaf(int index) => _levels[0][index];

    /// <summary>The neighbours on the way from one leaf to the root: with the leaf they give the root, and of the other events they say nothing.</summary>
    public IReadOnlyList<byte[]> Path(int index) => [.. Enumerable.Range(0, Depth).Select(height => At(height, (index >> height) ^ 1))];

    private byte[][] Above(int height)
    {
        var above = new byte[(_levels[height].Count + 1) / 2][];
        for (var i = 0; i < above.Length; i++)
        {
            above[i] = HashChain.Node(At(height, 2 * i), At(height, 2 * i + 1));
        }

        return above;
    }

    // Of each height there is at most one blank: the right edge of the level.
    private byte[] At(int height, int index) => index < _levels[height].Count ? _levels[height][index] : SHA256.HashData([BlankMark, (byte)height, .. _blank]);
}
