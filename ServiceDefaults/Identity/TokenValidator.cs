using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;

namespace Regional.ServiceDefaults.Identity;

/// <summary>Reads a bearer token and says who the caller is, or why the token is not accepted.</summary>
internal sealed class TokenValidator(DevelopmentTokens issuer, TimeProvider clock)
{
    private const int MostAccepted = 10_000;

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    // Checking a signature costs more than all else that a call does at the edge, and a caller sends the same token for hours.
    private readonly ConcurrentDictionary<string, Accepted> _accepted = new();
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _parameters = new()
    {
        ValidIssuer = DevelopmentTokens.Issuer,
        ValidAudience = DevelopmentTokens.Audience,
        IssuerSigningKey = issuer.Key,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        // The library takes the machine's clock; ours is the one that tests can move.
        LifetimeValidator = (notBefore, expires, token, _) => IsCurrent(notBefore, IssuedAt(token), expires, clock),
    };

    /// <summary>The caller named by the value of an <c>authorization</c> header.</summary>
    public ValueTask<Outcome<Caller>> Validate(string? authorization) =>
        authorization is not null && _accepted.TryGetValue(authorization, out var accepted) && accepted.IsCurrent(clock) ? new(accepted.Caller) : new(ValidateAnew(authorization));

    private async Task<Outcome<Caller>> ValidateAnew(string? authorization)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return Unauthenticated("TOKEN_MISSING", "The call carries no token. Send the header `authorization: Bearer <token>`.");
        }

        if (!authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Unauthenticated("TOKEN_MALFORMED", "The `authorization` header does not begin with `Bearer `.");
        }

        var result = await _handler.ValidateTokenAsync(authorization["Bearer ".Length..].Trim(), _parameters);
        return result.IsValid ? Remember(authorization, (JsonWebToken)result.SecurityToken) : Refuse(result.Exception);
    }

    private Outcome<Caller> Remember(string authorization, JsonWebToken token)
    {
        var outcome = CallerOf(token);
        if (outcome.Refusal is null)
        {
            if (_accepted.Count >= MostAccepted)
            {
                _accepted.Clear();
            }

            var from = token.ValidFrom == default ? token.IssuedAt : token.ValidFrom;
            _accepted[authorization] = new(outcome.OrThrow(), from - ClockSkew, token.ValidTo + ClockSkew);
        }

        return outcome;
    }

    private static bool IsCurrent(DateTime? notBefore, DateTime? issuedAt, DateTime? expires, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (expires is null || now > expires + ClockSkew)
        {
            throw new SecurityTokenExpiredException();
        }

        if ((notBefore ?? issuedAt) is not { } from)
        {
            throw new SecurityTokenNoBeginningException();
        }

        if (now < from - ClockSkew)
        {
            throw new SecurityTokenNotYetValidException();
        }

        return expires - (issuedAt < from ? issuedAt : from) <= DevelopmentTokens.LongestLifetime + ClockSkew;
    }

    private static DateTime? IssuedAt(SecurityToken token) => ((JsonWebToken)token).IssuedAt is var issued && issued == default ? null : issued;

    private static Outcome<Caller> CallerOf(JsonWebToken token)
    {
        var capacity = Claim(token, TokenClaims.Role);
        var unit = Claim(token, TokenClaims.Unit);
        var sub = Claim(token, TokenClaims.Sub);
        if (!Oin.TryParse(Claim(token, TokenClaims.Oin), out var oin, out var reason))
        {
            return Unauthenticated("TOKEN_INCOMPLETE", $"The token's claim `azp` is no OIN: {reason}");
        }

        if (capacity is null || unit is null || sub is null)
        {
            return Unauthenticated("TOKEN_INCOMPLETE", "The token lacks one of the claims `role`, `unit`, `sub`; ask the issuer for a complete one.");
        }

        return CallerRole.TryParse(capacity, out var role, out reason)
            ? new Caller(oin, role, unit, sub)
            : Unauthenticated("TOKEN_ROLE", $"The token's claim `role` is none that is known here: {reason}");
    }

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) && value.Length is > 0 and <= 100 ? value : null;

    private static Refusal Refuse(Exception exception) => exception switch
    {
        SecurityTokenExpiredException => Unauthenticated("TOKEN_EXPIRED", "The token has expired; ask for a new one (`regional token`)."),
        SecurityTokenNotYetValidException => Unauthenticated("TOKEN_NOT_YET_VALID", "The token is not valid yet; compare the clocks."),
        SecurityTokenNoBeginningException => Unauthenticated(
            "TOKEN_INCOMPLETE", "The token does not say since when it lives (`iat` or `nbf`), so nobody can tell for how long; ask the issuer for a complete one."),
        SecurityTokenInvalidLifetimeException => Unauthenticated("TOKEN_TOO_LONG", "The token lives longer than six hours; ask for a shorter one."),
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException => Unauthenticated(
            "TOKEN_KEY_UNKNOWN", "The token is not signed by a key that this service trusts; ask the issuer of this deployment for one."),
        SecurityTokenInvalidAudienceException => Unauthenticated("TOKEN_AUDIENCE", $"The token is not meant for this suite (`aud` must be {DevelopmentTokens.Audience})."),
        SecurityTokenInvalidIssuerException => Unauthenticated("TOKEN_ISSUER", "The token's issuer is not trusted here."),
        _ => Unauthenticated("TOKEN_MALFORMED", "The token cannot be read as a signed JWT."),
    };

    private static Refusal Unauthenticated(string reason, string message) => new(StatusCode.Unauthenticated, reason, message);

    /// <summary>A token whose signature and claims were found good: as long as it lives, only the time has to be looked at.</summary>
    private sealed record Accepted(Caller Caller, DateTime From, DateTime Until)
    {
        public bool IsCurrent(TimeProvider clock) => clock.GetUtcNow().UtcDateTime is var now && now >= From && now <= Until;
    }

    private sealed class SecurityTokenNoBeginningException : SecurityTokenValidationException;
}
