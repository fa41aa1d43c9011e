using System.Globalization;
using Microsoft.IdentityModel.JsonWebTokens;
using Regional.ServiceDefaults.Identity;

namespace Regional.Cli.Tests;

public sealed class A_token : IDisposable
{
    private readonly Shell _shell = new();

    public A_token() => _shell.StartStack();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("00000099000100106000 municipality leerplicht", "--municipality", "0106")]
    [InlineData("00000099000322201000 samenwerkingsverband monitor", "--region", "VO2201")]
    [InlineData("00000099000100106000 school-board verzuim", "--as", "00000099000100106000/school-board/verzuim")]
    [InlineData("00000099000000000000 follower deployment", "--as", "00000099000000000000/follower/deployment")]
    public async Task names_the_bearer_and_is_signed_with_the_key_of_the_stack(string bearer, string option, string value)
    {
        var ran = await _shell.Run("token", option, value);

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(ran.Out.Trim(), new()
        {
            IssuerSigningKey = DevelopmentTokens.Open(_shell.Keys, TimeProvider.System).Key,
            ValidIssuer = DevelopmentTokens.Issuer,
            ValidAudience = DevelopmentTokens.Audience,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(bearer, $"{result.Claims["azp"]} {result.Claims["role"]} {result.Claims["unit"]}");
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("20m", 1_200)]
    [InlineData("6h", 21_600)]
    public async Task lives_as_long_as_was_asked(string lifetime, int seconds)
    {
        var token = new JsonWebToken((await _shell.Run("token", "--municipality", "0106", "--lifetime", lifetime)).Out.Trim());

        Assert.Equal(TimeSpan.FromSeconds(seconds), token.ValidTo - token.ValidFrom);
    }

    [Theory]
    [InlineData("7h")]
    [InlineData("0s")]
    [InlineData("-1h")]
    [InlineData("1")]
    [InlineData("h")]
    [InlineData("1 h")]
    [InlineData("999999999h")]
    [InlineData("99999999999h")]
    public async Task cannot_live_otherwise(string lifetime)
    {
        var ran = await _shell.Run("token", "--municipality", "0106", $"--lifetime={lifetime}");

        Assert.Equal(ExitCode.WrongUsage, ran.ExitCode);
        Assert.StartsWith("--lifetime: A lifetime is a whole number and s, m or h, from 1s to 6h.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_as_JSON_whose_it_is_and_when_it_ends()
    {
        var json = (await _shell.Run("token", "--municipality", "0106", "--json")).Json;

        var token = new JsonWebToken(json.GetProperty("token").GetString());
        Assert.Equal("00000099000100106000/municipality/leerplicht", json.GetProperty("as").GetString());
        Assert.Equal(token.ValidTo.ToString("s", CultureInfo.InvariantCulture), json.GetProperty("expires").GetDateTimeOffset().UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("--municipality: 0363 takes part in no region here. Take one of 0106, ", "--municipality", "0363")]
    [InlineData("--region: VO9999 has no samenwerkingsverband here. Take one of PO3008, VO2201, or say in full who it is with --as.", "--region", "VO9999")]
    [InlineData("--municipality: ", "--municipality", "Assen")]
    [InlineData("--as: Write an OIN, a role and a unit with slashes between", "--as", "00000099000100106000/municipality")]
    [InlineData("--as: An OIN has exactly 20 positions.", "--as", "123/municipality/leerplicht")]
    [InlineData("--as: A role is one of a few words. Write follower or municipality or samenwerkingsverband or school-board or youth-care.", "--as", "00000099000100106000/gemeente/leerplicht")]
    [InlineData("Say once whose token it shall be: --municipality, --region or --as.", "--municipality", "0106", "--region", "VO2201")]
    [InlineData("Say once whose token it shall be: --municipality, --region or --as.")]
    public async Task is_for_someone_who_is_known_or_named_in_full(string line, params string[] options)
    {
        var ran = await _shell.Run(["token", .. options]);

        Assert.Equal(ExitCode.WrongUsage, ran.ExitCode);
        Assert.StartsWith(line, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task can_be_signed_with_keys_that_are_named()
    {
        using var elsewhere = new Shell();

        var ran = await elsewhere.Run("token", "--municipality", "0106", "--keys", _shell.Keys);

        var key = DevelopmentTokens.Open(_shell.Keys, TimeProvider.System).Key;
        Assert.Equal(key.KeyId, new JsonWebToken(ran.Out.Trim()).Kid);
    }

    [Fact]
    public async Task makes_no_key_where_there_is_none()
    {
        Directory.CreateDirectory(_shell.File("empty"));

        var ran = await _shell.Run("token", "--municipality", "0106", "--keys", "empty");

        Assert.Equal((ExitCode.NotDone, "--keys: empty holds no issuer.pem. Name the folder that the services have as Identity:DevelopmentKeys."), (ran.ExitCode, ran.OneLine));
        Assert.Empty(Directory.GetFiles(_shell.File("empty")));
    }
}
