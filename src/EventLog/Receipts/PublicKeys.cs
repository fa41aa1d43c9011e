using System.Security.Cryptography;

namespace Regional.EventLog.Receipts;

/// <summary>Public keys as text.</summary>
public static class PublicKeys
{
    private const string Label = "PUBLIC KEY";

    /// <summary>Every public key of a text in PEM, as SubjectPublicKeyInfo; what stands between them is passed over.</summary>
    public static IReadOnlyList<byte[]> Read(ReadOnlySpan<char> pem)
    {
        var keys = new List<byte[]>();
        while (PemEncoding.TryFind(pem, out var fields))
        {
            if (pem[fields.Label] is Label)
            {
                keys.Add(Convert.FromBase64String(pem[fields.Base64Data].ToString()));
            }

            pem = pem[fields.Location.End..];
        }

        return keys;
    }

    /// <summary>A public key in PEM, below a line with its name.</summary>
    public static string Write(ReadOnlySpan<byte> publicKey) => $"{ReceiptKeys.IdOf(publicKey)}\n{PemEncoding.WriteString(Label, publicKey)}\n";

    /// <summary>Whether a key is on the curve of receipts.</summary>
    internal static bool IsP256(ECDsa key) => key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
}
