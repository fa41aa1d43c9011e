using System.CommandLine;
using Google.Protobuf;
using Grpc.Core;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Regional.Cli.Tables;
using Regional.Territory;
using Regional.Wire.Indicators.V1;

namespace Regional.Cli.Commands;

/// <summary><c>regional table</c>: prints a table of Indicators with all that is needed to read it.</summary>
internal sealed class TableCommand : CliCommand
{
    private readonly Argument<string> _name = new("name") { Description = "The table: signals-by-municipality or participation" };
    private readonly Option<RegionCode?> _region = WrittenOption.Of<RegionCode>("--region", "The region, like VO2201", required: true);
    private readonly Option<SchoolYear?> _schoolYear = WrittenOption.Of<SchoolYear>("--school-year", "The school year, like 2024-2025", required: true);
    private readonly ConnectionOptions _call;
    private readonly Terminal _terminal;

    public TableCommand(Terminal terminal)
        : base(
            "table",
            "Prints a table of figures: each with its numerator and denominator, the days on which was counted, its definition, and the target where there is one. "
            + "Without --token it is read with a development token of the samenwerkingsverband.",
            new Example("regional table participation --region VO2201 --school-year 2024-2025", "Prints which share of the pupils is in vso and in pro, over both denominators"),
            new Example("regional table signals-by-municipality --region VO2201 --school-year 2024-2025 --json", "Prints the pupils with a signal for each gemeente, as regional.indicators.v1.Table in JSON"))
    {
        (_terminal, _call) = (terminal, new("indicators", 5111, terminal));
        Arguments.Add(_name);
        Options.Add(_region);
        Options.Add(_schoolYear);
        _call.AddTo(this);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var region = parsed.GetRequiredValue(_region)!.Value;
        var sender = _call.SenderGiven(parsed)
            ?? _call.Identities(parsed).SenderFor(region)
            ?? throw CliFault.Usage($"--region: {region} has no samenwerkingsverband here. Check the code, or give a token with --token.");
        using var connection = _call.Connect(parsed);
        try
        {
            var table = await new IndicatorsService.IndicatorsServiceClient(connection.As(sender)).GetTableAsync(
                new() { Name = $"regions/{region}/schoolYears/{parsed.GetRequiredValue(_schoolYear)}/tables/{parsed.GetRequiredValue(_name)}" },
                deadline: (_terminal.Clock.GetUtcNow() + Connection.LongestCall).UtcDateTime,
                cancellationToken: cancellationToken);
            if (WantsJson(parsed))
            {
                await _terminal.Out.WriteLineAsync(new JsonFormatter(JsonFormatter.Settings.Default.WithIndentation()).Format(table).ReplaceLineEndings("\n"));
            }
            else
            {
                TableText.Write(table, _terminal);
            }

            return ExitCode.Done;
        }
        catch (RpcException failed) when (!cancellationToken.IsCancellationRequested)
        {
            throw connection.Fault(failed);
        }
    }
}
