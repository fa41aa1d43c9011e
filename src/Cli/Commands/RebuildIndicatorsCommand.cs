using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Regional.Territory;
using Regional.Wire.Feed.V1;
using Spectre.Console;

namespace Regional.Cli.Commands;

/// <summary><c>regional rebuild indicators</c>: has Indicators make its facts anew from the log, and says in what they differ from those before.</summary>
internal sealed class RebuildIndicatorsCommand : CliCommand
{
    private readonly Option<RegionCode?> _region = WrittenOption.Of<RegionCode>("--region", "Only the log of this region, like VO2201 [default: each that is hosted]");
    private readonly ConnectionOptions _call;
    private readonly Terminal _terminal;

    public RebuildIndicatorsCommand(Terminal terminal)
        : base(
            "indicators",
            "Has Indicators read the logs again from their first event. The figures of before are served until the new ones are ready, and all of them are exchanged at once. "
            + "Without --token it calls as the deployment itself, with a development token.",
            new Example("regional rebuild indicators", "Rebuilds what is counted of every region, one after another"),
            new Example("regional rebuild indicators --region VO2201 --json", "Rebuilds one, and prints the number of facts, their digest and what differed as JSON"))
    {
        (_terminal, _call) = (terminal, new("indicators", 5111, terminal));
        Options.Add(_region);
        _call.AddTo(this);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var sender = _call.SenderGiven(parsed) ?? _call.Identities(parsed).SenderForDeployment();
        using var connection = _call.Connect(parsed);
        try
        {
            using var call = new FollowerService.FollowerServiceClient(connection.As(sender)).RebuildFacts(new() { Region = parsed.GetValue(_region)?.ToString() ?? "" }, cancellationToken: cancellationToken);
            var rebuilt = await Await(call.ResponseStream, cancellationToken);
            _terminal.Out.WriteLine(WantsJson(parsed) ? JsonOf(rebuilt) : string.Join('\n', rebuilt.Select(TextOf)));
            return ExitCode.Done;
        }
        catch (RpcException failed) when (!cancellationToken.IsCancellationRequested)
        {
            throw connection.Fault(failed);
        }
    }

    private async Task<IReadOnlyList<RebuildFactsResponse>> Await(IAsyncStreamReader<RebuildFactsResponse> answers, CancellationToken cancellationToken) =>
        await _terminal.ConsoleOn(_terminal.Error).Progress().AutoClear(true).StartAsync(async progress =>
        {
            var rebuilt = new List<RebuildFactsResponse>();
            var bar = progress.AddTask("Rebuilding");
            await foreach (var answer in answers.ReadAllAsync(cancellationToken))
            {
                (bar.Description, bar.MaxValue, bar.Value) = ($"Rebuilding {answer.Region}", Math.Max(1, answer.HeadPosition), answer.Position);
                if (answer.Result is not null)
                {
                    rebuilt.Add(answer);
                }
            }

            return rebuilt;
        });

    private static string TextOf(RebuildFactsResponse rebuilt)
    {
        var result = rebuilt.Result;
        var found = result.HasFirstDifference
            ? $"{result.MissingFacts:N0} of them were missing before and {result.SurplusFacts:N0} were too many; the first difference is at event {result.FirstDifference:N0}"
            : "the same as before";
        return string.Create(CultureInfo.InvariantCulture, $"{rebuilt.Region}: {result.Facts:N0} facts up to event {rebuilt.Position:N0}, {found}. Digest {DigestOf(result)}");
    }

    private static string JsonOf(IEnumerable<RebuildFactsResponse> rebuilt) => JsonSerializer.Serialize(
        rebuilt.Select(each => new
        {
            each.Region,
            each.Position,
            each.Result.Facts,
            Digest = DigestOf(each.Result),
            each.Result.MissingFacts,
            each.Result.SurplusFacts,
            FirstDifference = each.Result.HasFirstDifference ? each.Result.FirstDifference : (long?)null,
        }),
        Output.Json);

    private static string DigestOf(RebuildResult result) => Convert.ToHexStringLower(result.Digest.Span);
}
