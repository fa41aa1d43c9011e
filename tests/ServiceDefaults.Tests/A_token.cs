using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Grpc.Core;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;
using Regional.Wire.Probe.V1;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_token(ProbeFixture service) : IClassFixture<ProbeFixture>
{
    private const int Hour = 3_600;

    public static TheoryData<MethodType> Calls => [MethodType.Unary, MethodType.ServerStreaming, MethodType.ClientStreaming, MethodType.DuplexStreaming];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task says_who_calls(MethodType type) =>
        Assert.Equal("00000099000100106000/municipality/leerplicht by a1b2", await WhoCalls(Signed(Claims()), type));

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task is_asked_of_every_kind_of_call(MethodType type)
    {
        service.Probe.Handle = (_, _) => throw new InvalidOperationException("Nobody may come here.");

        var refusal = await Assert.ThrowsAsync<RpcException>(() => new ProbeService.ProbeServiceClient(service.Host.Anonymous).Call(type, ProbeCalls.Question(), ProbeFixture.Options));

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_MISSING"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
    }

    [Fact]
    public async Task of_one_organisation_in_two_roles_makes_two_identities()
    {
        var asMunicipality = await WhoCalls(Signed(Claims()));
        var asBoard = await WhoCalls(Signed(Claims(("role", "school-board"))));
        var ofAnotherUnit = await WhoCalls(Signed(Claims(("unit", "jeugdhulp"))));

        Assert.Equal(3, new HashSet<string> { asMunicipality, asBoard, ofAnotherUnit }.Count);
    }

    [Theory]
    [InlineData("exp", -60)]
    [InlineData("nbf", 60)]
    public async Task is_good_for_a_minute_more_than_it_says(string claim, int seconds) => await WhoCalls(Signed(Claims((claim, Now + seconds))));

    [Theory]
    [InlineData("exp", -61, "TOKEN_EXPIRED")]
    [InlineData("nbf", 61, "TOKEN_NOT_YET_VALID")]
    public async Task is_not_good_for_longer_than_a_minute_more(string claim, int seconds, string reason) =>
        Assert.Equal(reason, await Refusal(Signed(Claims((claim, Now + seconds)))));

    [Fact]
    public async Task expires_by_the_clock_of_the_service()
    {
        var token = Signed(Claims(("exp", Now + 100)));
        await WhoCalls(token);

        service.Clock.Advance(TimeSpan.FromSeconds(161));

        Assert.Equal("TOKEN_EXPIRED", await Refusal(token));
    }

    [Fact]
    public async Task may_live_for_six_hours() => await WhoCalls(Signed(Claims(("nbf", Now), ("exp", Now + 6 * Hour))));

    [Fact]
    public async Task may_not_live_for_longer() => Assert.Equal("TOKEN_TOO_LONG", await Refusal(Signed(Claims(("nbf", Now), ("exp", Now + 6 * Hour + 61)))));

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, 0)]
    [InlineData(-Hour, 0)]
    public async Task lives_from_the_earlier_of_the_two_times_that_it_may_say(int? issued, int? notBefore)
    {
        var from = Math.Min(issued ?? 0, notBefore ?? 0);

        await WhoCalls(Signed(Claims(("iat", Now + issued), ("nbf", Now + notBefore), ("exp", Now + from + 6 * Hour))));
        Assert.Equal("TOKEN_TOO_LONG", await Refusal(Signed(Claims(("iat", Now + issued), ("nbf", Now + notBefore), ("exp", Now + from + 6 * Hour + 61)))));
    }

    // Were it good for what is left of it, one that lives for years would be good in its last six hours.
    [Fact]
    public async Task that_says_of_neither_since_when_it_lives_is_refused() => Assert.Equal("TOKEN_INCOMPLETE", await Refusal(Signed(Claims(("nbf", null)))));

    [Fact]
    public async Task that_is_issued_later_is_not_good_yet() =>
        Assert.Equal("TOKEN_NOT_YET_VALID", await Refusal(Signed(Claims(("nbf", null), ("iat", Now + 61)))));

    [Fact]
    public async Task without_an_end_is_refused() => Assert.Equal("TOKEN_EXPIRED", await Refusal(Signed(Claims(("exp", null)))));

    [Theory]
    [InlineData("aud", "urn:elsewhere", "TOKEN_AUDIENCE")]
    [InlineData("aud", null, "TOKEN_AUDIENCE")]
    [InlineData("iss", "urn:elsewhere", "TOKEN_ISSUER")]
    [InlineData("iss", null, "TOKEN_ISSUER")]
    [InlineData("azp", "0106", "TOKEN_INCOMPLETE")]
    [InlineData("azp", null, "TOKEN_INCOMPLETE")]
    [InlineData("role", null, "TOKEN_INCOMPLETE")]
    [InlineData("role", "gemeente", "TOKEN_ROLE")]
    [InlineData("role", "Follower", "TOKEN_ROLE")]
    [InlineData("unit", "", "TOKEN_INCOMPLETE")]
    [InlineData("sub", null, "TOKEN_INCOMPLETE")]
    public async Task with_another_claim_than_it_should_have_is_refused(string claim, string? value, string reason) =>
        Assert.Equal(reason, await Refusal(Signed(Claims((claim, value)))));

    [Fact]
    public async Task without_a_signature_is_refused() => Assert.Contains(await Refusal(Jwt.Unsigned(Claims())), Untrusted);

    // Whoever takes the algorithm from the token takes the public key, which all may know, for a shared secret.
    [Fact]
    public async Task signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(service.IssuerKey);

        foreach (var secret in new[] { key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()) })
        {
            Assert.Contains(await Refusal(Jwt.Hs256(Claims(), secret)), Untrusted);
        }
    }

    [Fact]
    public async Task signed_with_another_key_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal("TOKEN_KEY_UNKNOWN", await Refusal(Jwt.Es256(Claims(), other.ExportPkcs8PrivateKeyPem())));
    }

    [Fact]
    public async Task whose_claims_were_changed_is_refused()
    {
        var (honest, forged) = (Signed(Claims()).Split('.'), Jwt.Unsigned(Claims(("role", "samenwerkingsverband"))).Split('.'));

        Assert.Equal("TOKEN_KEY_UNKNOWN", await Refusal($"{honest[0]}.{forged[1]}.{honest[2]}"));
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30.e30")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    public async Task that_is_none_is_refused(string authorization) => Assert.Contains(await RefusalOf(authorization), Untrusted);

    [Fact]
    public void of_the_development_issuer_lives_for_six_hours_at_most()
    {
        var issuer = service.Host.Service<DevelopmentTokens>();

        Assert.Throws<ArgumentOutOfRangeException>(() => issuer.Issue(TestService.Municipality, TimeSpan.FromHours(6) + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public async Task of_the_development_issuer_is_good_and_an_expired_one_is_not()
    {
        var issuer = service.Host.Service<DevelopmentTokens>();

        Assert.Equal($"{TestService.Municipality.Identity} by test", await WhoCalls(issuer.Issue(TestService.Municipality, TimeSpan.FromHours(6))));
        Assert.Equal("TOKEN_EXPIRED", await Refusal(issuer.Issue(TestService.Municipality, TimeSpan.FromMinutes(-5))));
    }

    // Which of the two words is the library's affair; a caller reads either as "this is no token of ours".
    private static string[] Untrusted => ["TOKEN_MALFORMED", "TOKEN_KEY_UNKNOWN"];

    private long Now => service.Clock.GetUtcNow().ToUnixTimeSeconds();

    private JsonObject Claims(params IEnumerable<(string Claim, JsonNode? Value)> changes)
    {
        var claims = new JsonObject
        {
            ["iss"] = "urn:regional:development",
            ["aud"] = "urn:regional",
            ["nbf"] = Now - Hour,
            ["exp"] = Now + Hour,
            ["azp"] = "00000099000100106000",
            ["role"] = "municipality",
            ["unit"] = "leerplicht",
            ["sub"] = "a1b2",
        };
        foreach (var (claim, value) in changes)
        {
            claims.Remove(claim);
            if (value is not null)
            {
                claims[claim] = value;
            }
        }

        return claims;
    }

    private string Signed(JsonObject claims) => Jwt.Es256(claims, service.IssuerKey);

    private async Task<string> WhoCalls(string token, MethodType type = MethodType.Unary)
    {
        service.Probe.Handle = (_, context) => Task.FromResult(new Answer { Text = $"{context.Caller().Identity} by {context.Caller().Sub}" });
        return (await new ProbeService.ProbeServiceClient(service.Host.CallerWith($"Bearer {token}")).Call(type, ProbeCalls.Question(), ProbeFixture.Options)).Text;
    }

    private Task<string?> Refusal(string token) => RefusalOf($"Bearer {token}");

    private async Task<string?> RefusalOf(string authorization)
    {
        service.Probe.Handle = (_, _) => throw new InvalidOperationException("Nobody may come here.");
        var client = new ProbeService.ProbeServiceClient(service.Host.CallerWith(authorization));
        var refusal = await Assert.ThrowsAsync<RpcException>(() => client.Call(MethodType.Unary, ProbeCalls.Question(), ProbeFixture.Options));
        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
        return refusal.ErrorInfo()?.Reason;
    }
}
