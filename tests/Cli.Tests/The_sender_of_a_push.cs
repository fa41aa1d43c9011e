using Microsoft.IdentityModel.JsonWebTokens;

namespace Regional.Cli.Tests;

public sealed class The_sender_of_a_push : PushTests
{
    [Fact]
    public async Task sends_each_signal_with_a_token_of_its_own_municipality()
    {
        Shell.Write("signals.ndjson", Example.Line("0106"), Example.Line("1730"), Example.Line("0106"));
        Shell.StartStack(("signalering", Host.Address));

        var ran = await Shell.Run("push", "signals.ndjson");

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(["00000099000100106000 municipality leerplicht", "00000099000101730000 municipality leerplicht"], Signalering.Tokens.Select(Bearer).Order());

        static string Bearer(string header)
        {
            var token = new JsonWebToken(header["Bearer ".Length..]);
            return $"{token.GetPayloadValue<string>("azp")} {token.GetPayloadValue<string>("role")} {token.GetPayloadValue<string>("unit")}";
        }
    }

    [Theory]
    [InlineData("0363")]
    [InlineData("Assen")]
    public async Task rejects_a_signal_of_a_municipality_for_which_nobody_here_speaks(string municipality)
    {
        Shell.Write("signals.ndjson", Example.Line(municipality), Example.Line());
        Shell.StartStack(("signalering", Host.Address));

        var ran = await Shell.Run("push", "signals.ndjson");

        Assert.Equal((ExitCode.DoneInPart, 1), (ran.ExitCode, Signalering.Stored.Count));
        Assert.Contains("signals.ndjson:1: NO_PARTICIPANT: signal.municipality nobody here speaks for this municipality", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"signal": {}}""")]
    public async Task asks_for_the_municipality_where_a_signal_has_none_and_for_all_else_that_is_missing(string line)
    {
        Shell.Write("signals.ndjson", line);
        Shell.StartStack(("signalering", Host.Address));

        var ran = await Shell.Run("push", "signals.ndjson");

        Assert.Matches(@"signals\.ndjson:1: INVALID_FIELDS: .*signal\.municipality is required; fill it in; .*signal\.case_number is required", ran.Out);
    }

    [Theory]
    [InlineData("secret", "Bearer secret")]
    [InlineData("none", "")]
    public async Task sends_all_with_the_token_that_was_given(string token, string header)
    {
        Shell.Write("signals.ndjson", Example.Line("0106"), Example.Line("0363"));

        await Shell.Run("push", "signals.ndjson", "--token", token, "--address", Host.Address.ToString());

        Assert.Equal([header], Signalering.Tokens);
        Assert.Equal(2, Signalering.Stored.Count);
    }
}
