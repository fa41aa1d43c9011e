using System.Security.Cryptography;

namespace Regional.EventLog.Sealing;

/// <summary>AES-256-GCM under one key: what is closed can be opened with this key only, and only beside the same context.</summary>
internal sealed class Seal(byte[] key) : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly AesGcm _aes = new(key, TagLength);

    /// <summary>Nonce, ciphertext and tag.</summary>
    /// <param name="plain">What is closed.</param>
    /// <param name="context">What it belongs to; not secret, and needed to open it.</param>
    public byte[] Close(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var closed = new byte[NonceLength + plain.Length + TagLength];
        var nonce = closed.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        _aes.Encrypt(nonce, plain, closed.AsSpan(NonceLength, plain.Length), closed.AsSpan(NonceLength + plain.Length), context);
        return closed;
    }

    /// <summary>What was closed.</summary>
    /// <exception cref="CryptographicException">It was closed under another key, beside another context, or has been changed since.</exception>
    public byte[] Open(ReadOnlySpan<byte> closed, ReadOnlySpan<byte> context)
    {
        if (closed.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("Too short to have been sealed.");
        }

        var plain = new byte[closed.Length - NonceLength - TagLength];
        _aes.Decrypt(closed[..NonceLength], closed[NonceLength..^TagLength], closed[^TagLength..], plain, context);
        return plain;
    }

    public void Dispose() => _aes.Dispose();
}
