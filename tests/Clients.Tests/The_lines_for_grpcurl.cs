using System.Text.Json.Nodes;

namespace Regional.Clients.Tests;

/// <summary>grpcurl cannot be installed everywhere: a shell reads the lines of the guide, and <see cref="Grpcurl"/> does what they say.</summary>
public sealed class The_lines_for_grpcurl(SignaleringFixture service, Workplace workplace) : IClassFixture<SignaleringFixture>, IClassFixture<Workplace>
{
    // Keeps the arguments of each call, and its standard input where it is to be read.
    private const string Recorder = """
        grpcurl() {
          mkdir -p calls; n=$((n + 1))
          printf '%s\0' "$@" > calls/$n.arguments
          case " $* " in *" -d @ "*) cat > calls/$n.input;; esac
        }

        """;

    [Fact]
    public async Task list_describe_push_and_read_back()
    {
        var outputs = new List<string>();
        await foreach (var (arguments, input) in Calls())
        {
            outputs.Add(await new Grpcurl(arguments).Run(input));
        }

        var guide = Guide.Blocks.Where(block => block.Section == "grpcurl").ToLookup(block => block.Language, block => block.Code);
        Assert.Equal(5, outputs.Count);
        Assert.Equal(Guide.Output("grpcurl"), outputs[0].Split('\n'));
        Assert.Contains("rpc PushSignals ( regional.signalering.v1.PushSignalsRequest ) returns ( regional.signalering.v1.PushSignalsResponse );", outputs[1]);
        Assert.Contains("String person_number = 3;", outputs[2]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Assert.Single(guide["json"])), JsonNode.Parse(outputs[3])), outputs[3]);
        Assert.Equal(["Z2025-000201"], JsonNode.Parse(outputs[4])!["signals"]!.AsArray().Select(signal => (string?)signal!["caseNumber"]));
    }

    [Theory]
    [InlineData("-plaintext", "ADDRESS", "-max-time", "10", "list")]
    [InlineData("-plaintext", "-no-such-flag", "ADDRESS", "list")]
    [InlineData("-plaintext", "ADDRESS", "list", "one", "two")]
    public async Task are_refused_where_grpcurl_would_refuse_them(params string[] arguments) =>
        await Assert.ThrowsAsync<ArgumentException>(() => new Grpcurl([.. arguments.Select(argument => argument.Replace("ADDRESS", service.Address))]).Run(""));

    private async IAsyncEnumerable<(string[] Arguments, string Input)> Calls()
    {
        var (exitCode, output) = await workplace.Run(Recorder + Guide.Commands("grpcurl").Replace("127.0.0.1:5101", service.Address), service.Token);
        Assert.True(exitCode == 0, string.Join('\n', output));
        for (var n = 1; File.Exists(workplace.File($"calls/{n}.arguments")); n++)
        {
            var input = workplace.File($"calls/{n}.input");
            yield return (
                (await File.ReadAllTextAsync(workplace.File($"calls/{n}.arguments"), Limit.Token)).TrimEnd('\0').Split('\0'),
                File.Exists(input) ? await File.ReadAllTextAsync(input, Limit.Token) : "");
        }
    }
}
