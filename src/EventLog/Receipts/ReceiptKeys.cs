using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog.Receipts;

/// <summary>The key that signs receipts, and the public halves of it and of those that signed before.</summary>
/// <remarks>Whoever takes <c>receipts.pem</c> away rotates it: the next start makes another. The public halves stay, so that old receipts can be checked; they
/// lie with the keys and not in the database, because who may write there must not be able to add one.</remarks>
/// <param name="folder">Holds <c>receipts.pem</c>, and <c>receipts-{id}.pub.pem</c> for each key.</param>
public sealed class ReceiptKeys(string folder) : IHostedService, IDisposable
{
    private readonly Lock _signing = new();
    private ECDsa? _key;

    /// <summary>Of the key that signs now, as SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; private set; }

    /// <summary>The name of a key: the first 16 hexadecimal digits of the SHA-256 of its public half.</summary>
    public static string IdOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey).AsSpan(0, 8));

    /// <summary>Opens the key before the service serves; makes one where there is none.</summary>
    /// <exception cref="StartupFaultException">The file is no key.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "receipts.pem");
        _key = ECDsa.Create();
        try
        {
            _key.ImportFromPem(Encoding.UTF8.GetString(SecretFile.GetOrCreate(file, NewKey)));
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            throw NoKey(file);
        }

        if (!PublicKeys.IsP256(_key))
        {
            throw NoKey(file);
        }

        PublicKey = _key.ExportSubjectPublicKeyInfo();
        SecretFile.GetOrCreate(Path.Combine(folder, $"receipts-{IdOf(PublicKey.Span)}.pub.pem"), () => Encoding.UTF8.GetBytes(_key.ExportSubjectPublicKeyInfoPem() + "\n"));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The public halves of all keys that ever signed here.</summary>
    public IReadOnlyList<byte[]> Public() =>
        [.. Directory.EnumerateFiles(folder, "receipts-*.pub.pem").Order(StringComparer.Ordinal).SelectMany(file => PublicKeys.Read(File.ReadAllText(file)))];

    /// <inheritdoc/>
    public void Dispose() => _key?.Dispose();

    /// <summary>Signs the hash of a commit: DER-encoded.</summary>
    internal byte[] Sign(byte[] hash)
    {
        lock (_signing)
        {
            return _key!.SignHash(hash, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    private static StartupFaultException NoKey(string file) => new(
        $"{file} is no private key in PEM, or none on the curve P-256; restore it from the backup of the keys, or move it away: a new one is made, and receipts that were signed before still hold.");

    private static byte[] NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Encoding.UTF8.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}
