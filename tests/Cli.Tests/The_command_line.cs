using Regional.Cli.CommandLine;

namespace Regional.Cli.Tests;

public sealed class The_command_line : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("simulate", "--help")]
    [InlineData("disclose", "--help")]
    [InlineData("push", "--help")]
    [InlineData("table", "--help")]
    [InlineData("watch", "--help")]
    [InlineData("region", "--help")]
    [InlineData("region", "check", "--help")]
    [InlineData("log", "--help")]
    [InlineData("log", "verify", "--help")]
    [InlineData("log", "restored", "--help")]
    [InlineData("log", "keys", "--help")]
    [InlineData("rebuild", "--help")]
    [InlineData("rebuild", "indicators", "--help")]
    [InlineData("token", "--help")]
    [InlineData("--help")]
    public async Task explains_each_command_with_examples_and_exit_codes(params string[] args)
    {
        var ran = await _shell.Run(args);

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Contains($"Examples:\n  regional {string.Join(' ', args[..^1])}", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Exit codes:\n    0  done\n", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("push", "5101")]
    [InlineData("table", "5111")]
    public async Task shows_the_address_of_the_service_that_a_command_calls(string command, string port)
    {
        Assert.Contains($"http://127.0.0.1:{port} [", (await _shell.Run(command, "--help")).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'psuh'.", "psuh")]
    [InlineData("Required argument missing for command: 'push'.", "push")]
    [InlineData("Option '--region' is required.", "table", "participation", "--school-year", "2024-2025")]
    [InlineData("--region: The number of a samenwerkingsverband is PO or VO in capitals and four digits. Write it like VO2201.", "watch", "--region", "2201")]
    [InlineData("--school-year: The two years of a school year follow each other, from 1990-1991 to 2099-2100. Write it like 2024-2025.", "table", "x", "--region", "VO2201", "--school-year", "2024-2026")]
    [InlineData("--address: An address begins with http:// or https://. Write it like http://127.0.0.1:5101.", "push", "x", "--address", "localhost:5101")]
    [InlineData("--address: An address begins with http:// or https://. Write it like http://127.0.0.1:5101.", "push", "x", "--address", "5101")]
    [InlineData("--seed: A seed is a whole number from 0 to 18446744073709551615, in digits alone. Write it like 1.", "simulate", "--seed", "one")]
    [InlineData("--seed: A seed is a whole number from 0 to 18446744073709551615, in digits alone. Write it like 1.", "simulate", "--seed", "-1")]
    [InlineData("--seed: A seed is a whole number from 0 to 18446744073709551615, in digits alone. Write it like 1.", "simulate", "--seed", "18446744073709551616")]
    [InlineData("--token: A token is one word of letters, digits and signs. Take one from the command token, or write none to call without one.", "push", "x", "--token", "")]
    [InlineData("--token: A token is one word of letters, digits and signs. Take one from the command token, or write none to call without one.", "push", "x", "--token", "two words")]
    [InlineData("Take one of the commands simulate, push, table, watch, erase, disclose, audit, region, log, rebuild, token.")]
    [InlineData("Take one of the commands check.", "region")]
    public async Task that_is_wrong_ends_with_2_and_says_what_to_do(string line, params string[] args)
    {
        var ran = await _shell.Run(args);

        Assert.Equal((ExitCode.WrongUsage, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(line + "\n", ran.Error, StringComparison.Ordinal);
        Assert.EndsWith(" --help\n", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("regional", "/opt/bin/regional", "/usr/bin:/opt/bin/")]
    [InlineData("dotnet run --project src/Cli --", "/clone/artifacts/bin/Cli/debug/regional", "/usr/bin:/opt/bin")]
    [InlineData("dotnet run --project src/Cli --", "/usr/bin/dotnet", "/usr/bin:/opt/bin")]
    [InlineData("dotnet run --project src/Cli --", "/opt/bin/regional", null)]
    public void is_the_name_of_the_program_where_the_shell_finds_it_by_that(string line, string program, string? path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of another system.");

        Assert.Equal(line, Invocation.Of(program, path));
    }

    [Fact]
    public async Task is_explained_in_the_form_in_which_it_was_started()
    {
        using var clone = new Shell { Program = Invocation.FromTheRepository };

        var (wrong, help) = (await clone.Run("push"), await clone.Run("simulate", "--help"));

        Assert.EndsWith("\nSee: dotnet run --project src/Cli -- push --help\n", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("Usage:\n  dotnet run --project src/Cli -- simulate [options]\n", help.Out, StringComparison.Ordinal);
        Assert.Contains("Examples:\n  dotnet run --project src/Cli -- simulate --region VO2201 ", help.Out, StringComparison.Ordinal);
        Assert.Contains(" --out - | dotnet run --project src/Cli -- push -\n", help.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task takes_a_token_that_begins_with_an_at_sign_as_it_is()
    {
        _shell.Write("signals.ndjson", Example.Line());

        var ran = await _shell.Run("push", "missing.ndjson", "--token", "@signals.ndjson", "--address", "http://127.0.0.1:1");

        Assert.StartsWith("missing.ndjson cannot be read: ", ran.OneLine, StringComparison.Ordinal);
    }
}
