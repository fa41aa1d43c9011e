using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Regional.ServiceDefaults.Tests;

/// <summary>Writes tokens by hand (RFC 7519), good ones and others, independently of the library that reads them.</summary>
internal static class Jwt
{
    public static string Unsigned(JsonObject claims) => $"{Part(new() { ["alg"] = "none", ["typ"] = "JWT" })}.{Part(claims)}.";

    public static string Es256(JsonObject claims, string privateKeyPem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(privateKeyPem);
        return Signed("ES256", claims, text => key.SignData(text, HashAlgorithmName.SHA256));
    }

    public static string Hs256(JsonObject claims, byte[] secret) => Signed("HS256", claims, text => HMACSHA256.HashData(secret, text));

    private static string Signed(string algorithm, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var text = $"{Part(new() { ["alg"] = algorithm, ["typ"] = "JWT" })}.{Part(claims)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Part(JsonObject content) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));
}
