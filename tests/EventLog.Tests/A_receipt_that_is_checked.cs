using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Regional.EventLog.Chain;
using Regional.EventLog.Receipts;
using Regional.Wire.Receipts.V1;

namespace Regional.EventLog.Tests;

public sealed class A_receipt_that_is_checked
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static byte[] PublicKey => Key.ExportSubjectPublicKeyInfo();

    [Fact]
    public void holds_for_every_event_of_a_commit_of_any_size() => Prop.ForAll(Arb.From(Gen.Choose(1, 500)), Arb.From(Gen.Choose(0, 499)), (count, index) =>
        Assert.Null(new ReceiptVerifier([PublicKey]).Check(Made(count, index % count)))).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void does_not_hold_with_any_bit_of_it_turned()
    {
        var good = Made(5, 2);
        for (var bit = 0; bit < Bytes(good).Sum(part => part.Length) * 8; bit++)
        {
            var turned = Turned(good, bit);
            Assert.NotNull(new ReceiptVerifier([PublicKey]).Check(turned));
            Assert.NotNull(new ReceiptVerifier(null).Check(turned));
        }
    }

    [Fact]
    public void does_not_hold_after_a_good_one_because_of_that()
    {
        var good = Made(5, 2);
        var verifier = new ReceiptVerifier([PublicKey]);
        Assert.Null(verifier.Check(good));

        Assert.Equal(ReceiptFault.Signature, verifier.Check(new Receipt(good) { Previous = ByteString.CopyFrom(new byte[32]) }));
        Assert.Equal(ReceiptFault.Path, verifier.Check(new Receipt(good) { Leaf = good.Root }));
    }

    [Fact]
    public void is_malformed_where_a_part_is_missing_or_has_another_length()
    {
        var good = Made(5, 2);
        Assert.All(
            new[]
            {
                new Receipt(),
                new Receipt(good) { Leaf = ByteString.Empty },
                new Receipt(good) { Root = good.Signature },
                new Receipt(good) { Previous = ByteString.CopyFrom(new byte[31]) },
                new Receipt(good) { Path = { good.Leaf } },
            },
            receipt => Assert.Equal(ReceiptFault.Malformed, new ReceiptVerifier(null).Check(receipt)));
        Assert.Equal(ReceiptFault.Signature, new ReceiptVerifier(null).Check(new Receipt(good) { Signature = ByteString.Empty }));
        Assert.Equal(ReceiptFault.Signature, new ReceiptVerifier(null).Check(new Receipt(good) { PublicKey = ByteString.CopyFrom([.. PublicKey, 0]) }));
    }

    [Fact]
    public void signed_with_another_key_is_told_apart_where_the_keys_are_known()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = Made(5, 2, other);

        Assert.Equal(ReceiptFault.UnknownKey, new ReceiptVerifier([PublicKey]).Check(forged));
        Assert.Null(new ReceiptVerifier(null).Check(forged));
        Assert.Equal(ReceiptFault.Signature, new ReceiptVerifier([PublicKey]).Check(new Receipt(forged) { PublicKey = ByteString.CopyFrom(PublicKey) }));
    }

    [Fact]
    public void signed_on_another_curve_does_not_hold()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Equal(ReceiptFault.Signature, new ReceiptVerifier(null).Check(Made(5, 2, other)));
    }

    private static Receipt Made(int count, int index, ECDsa? key = null)
    {
        var tree = new MerkleTree([.. Enumerable.Range(0, count).Select(i => SHA256.HashData(BitConverter.GetBytes(i)))], new byte[16]);
        var previous = SHA256.HashData([7]);
        return new Receipt
        {
            Leaf = ByteString.CopyFrom(tree.Leaf(index)),
            Path = { tree.Path(index).Select(node => ByteString.CopyFrom(node)) },
            Root = ByteString.CopyFrom(tree.Root),
            Previous = ByteString.CopyFrom(previous),
            PublicKey = ByteString.CopyFrom((key ?? Key).ExportSubjectPublicKeyInfo()),
            Signature = ByteString.CopyFrom((key ?? Key).SignHash(HashChain.Commit(previous, tree.Root), DSASignatureFormat.Rfc3279DerSequence)),
        };
    }

    private static List<byte[]> Bytes(Receipt receipt) =>
        [.. new[] { receipt.Leaf, receipt.Root, receipt.Previous, receipt.PublicKey, receipt.Signature }.Concat(receipt.Path).Select(part => part.ToByteArray())];

    private static Receipt Turned(Receipt receipt, int bit)
    {
        var parts = Bytes(receipt);
        var (part, place) = (0, bit / 8);
        for (; place >= parts[part].Length; part++)
        {
            place -= parts[part].Length;
        }

        parts[part][place] ^= (byte)(1 << (bit % 8));
        return new Receipt
        {
            Leaf = ByteString.CopyFrom(parts[0]),
            Root = ByteString.CopyFrom(parts[1]),
            Previous = ByteString.CopyFrom(parts[2]),
            PublicKey = ByteString.CopyFrom(parts[3]),
            Signature = ByteString.CopyFrom(parts[4]),
            Path = { parts.Skip(5).Select(node => ByteString.CopyFrom(node)) },
        };
    }
}
