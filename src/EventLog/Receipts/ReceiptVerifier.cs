using System.Security.Cryptography;
using Google.Protobuf;
using Regional.EventLog.Chain;
using Regional.Wire.Receipts.V1;

namespace Regional.EventLog.Receipts;

/// <summary>What is wrong with a receipt.</summary>
public enum ReceiptFault
{
    /// <summary>A part is missing or has another length than it must have.</summary>
    Malformed,

    /// <summary>The path does not lead from the leaf to the root.</summary>
    Path,

    /// <summary>Its key is not among those that are trusted.</summary>
    UnknownKey,

    /// <summary>The signature is not that of its key over this commit.</summary>
    Signature,
}

/// <summary>Checks receipts without the service, by arithmetic and the signature alone.</summary>
/// <param name="trusted">The service's public keys, as SubjectPublicKeyInfo; null to take each receipt's own: then its holder has to compare the key.</param>
public sealed class ReceiptVerifier(IReadOnlyCollection<byte[]>? trusted)
{
    // The items of one batch share their commit, and thousands of receipts one key.
    private readonly HashSet<(ByteString Key, ByteString Root, ByteString Previous, ByteString Signature)> _good = [];

    /// <summary>What is wrong with the receipt; null where it holds.</summary>
    public ReceiptFault? Check(Receipt receipt)
    {
        if (receipt.Path.Count != MerkleTree.Depth || new[] { receipt.Leaf, receipt.Root, receipt.Previous }.Concat(receipt.Path).Any(hash => hash.Length != HashChain.HashLength))
        {
            return ReceiptFault.Malformed;
        }

        if (!HashChain.RootOf(receipt.Leaf.ToByteArray(), receipt.Path.Select(node => node.ToByteArray())).AsSpan().SequenceEqual(receipt.Root.Span))
        {
            return ReceiptFault.Path;
        }

        if (trusted is not null && !trusted.Any(key => receipt.PublicKey.Span.SequenceEqual(key)))
        {
            return ReceiptFault.UnknownKey;
        }

        var commit = (receipt.PublicKey, receipt.Root, receipt.Previous, receipt.Signature);
        if (!_good.Contains(commit) && !IsSigned(receipt))
        {
            return ReceiptFault.Signature;
        }

        _good.Add(commit);
        return null;
    }

    private static bool IsSigned(Receipt receipt)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(receipt.PublicKey.Span, out _);
            // A key has one written form only, or it would have several names.
            return key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(receipt.PublicKey.Span)
                && PublicKeys.IsP256(key)
                && key.VerifyHash(HashChain.Commit(receipt.Previous.Span, receipt.Root.Span), receipt.Signature.Span, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception fault) when (fault is CryptographicException or PlatformNotSupportedException)
        {
            // No key, or one on a curve that nobody here knows.
            return false;
        }
    }
}
