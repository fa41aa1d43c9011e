using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Regional.Territory;

namespace Regional.Clients.Tests;

/// <summary>What the clients of <c>docs/clients.md</c> do, each run by the commands that stand there.</summary>
public abstract class A_municipal_client(string section, SignaleringFixture service, Workplace workplace)
{
    private const string Address = "127.0.0.1:5101";
    private const string Cases = "examples/clients/cases.json";

    [Fact]
    public async Task stores_the_cases_of_the_guide_and_names_the_field_of_the_bad_one()
    {
        var (exitCode, output) = await Run(service.Address);

        var ofTheGuide = output.Where(line => !line.StartsWith("stored ", StringComparison.Ordinal) || line.StartsWith("stored Z2025-0001", StringComparison.Ordinal)).ToList();
        Assert.Equal(Guide.Output("The cases"), ofTheGuide.Select(line => Regex.Replace(line, "[0-9a-f]{32}$", "…")));
        var stored = await service.Stored("Z2025-0001");
        Assert.Equal(["Z2025-000101", "Z2025-000102", "Z2025-000103"], stored.Keys.Order());
        Assert.All(stored, signal => Assert.Contains($"stored {signal.Key} as {signal.Value}", ofTheGuide));
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task finds_only_duplicates_when_it_runs_again_beside_what_was_mended()
    {
        var cases = GivenCases("again", 5, startOfTheLast: "2999-01-01");
        Assert.Equal((1, "4 accepted, 0 duplicate, 1 rejected"), Summary(await Run(service.Address, cases)));

        File.WriteAllText(cases, File.ReadAllText(cases).Replace("2999-01-01", "2025-03-03"));
        Assert.Equal((0, "1 accepted, 4 duplicate, 0 rejected"), Summary(await Run(service.Address, cases)));

        Assert.Equal((0, "0 accepted, 5 duplicate, 0 rejected"), Summary(await Run(service.Address, cases)));
        Assert.Equal(5, (await service.Stored("again")).Count);
    }

    [Fact]
    public async Task sends_again_what_was_not_answered_when_the_connection_breaks()
    {
        await using var relay = new Relay(service.Address);

        var (exitCode, output) = await Run(relay.Address, GivenCases("broken", 250));

        // The second hundred were stored, but the answer never came.
        Assert.Single(output, line => line.EndsWith("Trying again in 1 s.", StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, 100), number => Assert.Contains($"broken-{number} accepted", output));
        Assert.All(Enumerable.Range(100, 100), number => Assert.Contains($"broken-{number} duplicate", output));
        Assert.Equal(250, (await service.Stored("broken")).Count);
        Assert.Equal(0, exitCode); // all 250 were answered
    }

    [Fact]
    public async Task says_why_it_is_refused_and_does_not_try_again()
    {
        var (exitCode, output) = await Run(service.Address, token: service.TokenOf(Role.Samenwerkingsverband));

        Assert.StartsWith("ROLE_NOT_ALLOWED: ", Assert.Single(output));
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task gives_up_after_three_more_tries_where_nobody_answers()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0)); // bound and not listening: nobody else gets the port

        var (exitCode, output) = await Run(taken.LocalEndPoint!.ToString()!);

        Assert.Equal(["1 s.", "2 s.", "4 s."], output.SkipLast(1).Select(line => line.Split("Trying again in ")[1]));
        Assert.StartsWith("unavailable: ", output[^1].ToLowerInvariant());
        Assert.Equal(1, exitCode);
    }

    [Theory]
    [InlineData("no/such/file.json", "token")]
    [InlineData("examples/clients/cases.json", "")]
    public async Task says_how_it_is_used_without_cases_or_token(string cases, string token)
    {
        var (exitCode, output) = await Run(service.Address, cases, token);

        Assert.Equal("Usage: <host:port> <municipality> <cases.json>; the file must exist, and the environment variable TOKEN hold a token.", Assert.Single(output));
        Assert.Equal(2, exitCode);
    }

    /// <summary>What the client lacks and how to get it; null where it lacks nothing.</summary>
    protected abstract string? Missing { get; }

    private async Task<(int ExitCode, IReadOnlyList<string> Output)> Run(string address, string? cases = null, string? token = null)
    {
        // CI must notice that a client no longer runs; a laptop need not have it.
        Assert.False(Missing is not null && Environment.GetEnvironmentVariable("CI") == "true", Missing);
        Assert.SkipWhen(Missing is not null, Missing ?? "");

        var commands = Guide.Commands(section);
        Assert.Contains($"{Address} 0106 {Cases}", commands);
        return await workplace.Run(commands.Replace(Address, address).Replace(Cases, cases ?? Cases), token ?? service.Token);
    }

    private static (int ExitCode, string LastLine) Summary((int ExitCode, IReadOnlyList<string> Output) run) => (run.ExitCode, run.Output[^1]);

    private string GivenCases(string name, int count, string startOfTheLast = "2025-03-03")
    {
        var cases = Enumerable.Range(0, count).Select(number => new
        {
            RequestId = Guid.NewGuid(),
            CaseNumber = $"{name}-{number}",
            PersonNumber = $"T{number:D9}",
            BirthDate = "2010-05-20",
            Postcode = "9401 AB",
            Kind = "ZESTIEN_UUR",
            From = number == count - 1 ? startOfTheLast : "2025-03-03",
            Until = (string?)null,
            Hours = 18,
            School = "20LO00",
        });
        var file = workplace.File($"{name}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(cases, JsonSerializerOptions.Web));
        return file;
    }
}
