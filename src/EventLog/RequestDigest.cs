using System.Security.Cryptography;
using Google.Protobuf;
using Regional.Subjects;

namespace Regional.EventLog;

/// <summary>Digests the content of requests, so that a repeat can be told from another request under the same id.</summary>
/// <remarks>HMAC under a key of its own: of a bare hash, whoever reads the table could try out every BSN.</remarks>
public sealed class RequestDigest(SecretKeys keys)
{
    internal const string Key = "request-digest";

    /// <summary>32 bytes. The message is serialised anew, in field order, so that the sender's encoding does not matter.</summary>
    public byte[] Of(IMessage content) => Of(keys.Get(Key), content);

    internal static byte[] Of(byte[] key, IMessage content) => HMACSHA256.HashData(key, content.ToByteArray());
}
