using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Regional.EventLog.Chain;

namespace Regional.EventLog.Tests;

public sealed class The_chain
{
    private static readonly byte[] Blank = new byte[16];

    [Fact]
    public void leads_from_every_leaf_of_a_commit_to_its_root_by_a_path_of_one_length() => Prop.ForAll(Arb.From(Gen.Choose(1, 600)), count =>
    {
        var leaves = Leaves(count);
        var tree = new MerkleTree(leaves, Blank);
        Assert.All(new[] { 0, count / 2, count - 1 }, index =>
        {
            var path = tree.Path(index);
            Assert.Equal(MerkleTree.Depth, path.Count);
            Assert.Equal(tree.Root, HashChain.RootOf(leaves[index], path));
            Assert.NotEqual(tree.Root, HashChain.RootOf(SHA256.HashData(leaves[index]), path));
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void has_another_root_for_other_leaves_another_order_and_another_blank()
    {
        var leaves = Leaves(5);
        var roots = new[]
        {
            new MerkleTree(leaves, Blank).Root,
            new MerkleTree(leaves[..4], Blank).Root,
            new MerkleTree([leaves[0], leaves[2], leaves[1], leaves[3], leaves[4]], Blank).Root,
            new MerkleTree(leaves, [1, .. Blank[1..]]).Root,
        };

        Assert.Equal(roots.Length, roots.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void takes_4_096_events_in_a_commit_and_no_more()
    {
        Assert.Equal(32, new MerkleTree(Leaves(4_096), Blank).Root.Length);
        Assert.Throws<ArgumentException>(() => new MerkleTree(Leaves(4_097), Blank).Root);
    }

    [Theory]
    [InlineData(8, 1_000, "a.v1", 1)]
    [InlineData(7, 1_001, "a.v1", 1)]
    [InlineData(7, 1_000, "b.v1", 1)]
    [InlineData(7, 1_000, "a.v1", 2)]
    public void has_another_leaf_for_another_position_time_type_or_content(long position, long recorded, string type, byte content) => Assert.NotEqual(
        HashChain.Leaf(7, 1_000, "a.v1", Content(1)), HashChain.Leaf(position, recorded, type, Content(content)));

    [Fact]
    public void does_not_take_a_shift_between_subject_file_and_body_for_the_same_content() => Assert.NotEqual(
        HashChain.Content([1, 2], [3], [4]), HashChain.Content([1], [2, 3], [4]));

    private static byte[] Content(byte body) => HashChain.Content(new byte[16], new byte[16], [body]);

    private static byte[][] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => SHA256.HashData(BitConverter.GetBytes(i)))];
}
