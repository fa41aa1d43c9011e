using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Regional.ServiceDefaults.Storage;

namespace Regional.ServiceDefaults.Identity;

/// <summary>The issuer of a developer's own machine: an ES256 key pair in a folder, and tokens that it signs.</summary>
/// <remarks>Whoever reads the folder can be anyone; so it exists in Development only, and only its owner may read it.</remarks>
public sealed class DevelopmentTokens
{
    /// <summary>The issuer that development tokens name.</summary>
    public const string Issuer = "urn:regional:development";

    /// <summary>The audience of every token for this suite.</summary>
    public const string Audience = "urn:regional";

    /// <summary>The longest that a token may live (NL GOV OAuth profile, client credentials).</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(6);

    private readonly SigningCredentials _credentials;
    private readonly TimeProvider _clock;

    private DevelopmentTokens(ECDsaSecurityKey key, TimeProvider clock)
    {
        _credentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256);
        _clock = clock;
    }

    /// <summary>The key that validates the tokens of this issuer.</summary>
    public SecurityKey Key => _credentials.Key;

    /// <summary>Opens the key pair in the folder, or makes one where there is none.</summary>
    /// <param name="folder">Folder for <c>issuer.pem</c>; made with access for its owner only.</param>
    /// <param name="clock">The clock by which tokens are dated.</param>
    public static DevelopmentTokens Open(string folder, TimeProvider clock)
    {
        var pem = SecretFile.GetOrCreate(Path.Combine(folder, "issuer.pem"), MakeKey);
        var key = ECDsa.Create();
        key.ImportFromPem(Encoding.ASCII.GetString(pem));
        return new DevelopmentTokens(new ECDsaSecurityKey(key) { KeyId = Thumbprint(key) }, clock);
    }

    /// <summary>Signs a token for a caller.</summary>
    /// <param name="caller">Who the bearer will be.</param>
    /// <param name="lifetime">How long it is good; at most <see cref="LongestLifetime"/>. A negative lifetime gives an expired token, for trying out refusals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is over six hours.</exception>
    public string Issue(Caller caller, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, LongestLifetime);
        var now = _clock.GetUtcNow();
        var issued = lifetime < TimeSpan.Zero ? now + lifetime - TimeSpan.FromHours(1) : now;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = issued.UtcDateTime,
            NotBefore = issued.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            SigningCredentials = _credentials,
            Claims = new Dictionary<string, object>
            {
                [TokenClaims.Oin] = caller.Oin.ToString(),
                [TokenClaims.Role] = caller.Role.ToString(),
                [TokenClaims.Unit] = caller.Unit,
                [TokenClaims.Sub] = caller.Sub,
                [TokenClaims.Id] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            },
        });
    }

    private static byte[] MakeKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
    }

    private static string Thumbprint(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
}

/// <summary>The claims that a token carries (NL GOV OAuth profile, and ours for role and unit).</summary>
internal static class TokenClaims
{
    /// <summary>The client: the OIN of the organisation.</summary>
    public const string Oin = "azp";

    /// <summary>A <see cref="CallerRole"/>.</summary>
    public const string Role = "role";

    /// <summary>The part of the organisation.</summary>
    public const string Unit = "unit";

    /// <summary>Who it is, opaque to us.</summary>
    public const string Sub = "sub";

    /// <summary>Unique id of the token.</summary>
    public const string Id = "jti";
}
