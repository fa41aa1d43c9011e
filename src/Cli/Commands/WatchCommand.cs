using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Cli.Commands;

/// <summary><c>regional watch</c>: prints signals as they are stored, until Ctrl-C.</summary>
internal sealed class WatchCommand : CliCommand
{
    private readonly Option<RegionCode?> _region = WrittenOption.Of<RegionCode>("--region", "The region, like VO2201", required: true);
    private readonly Option<MunicipalityCode?> _municipality = WrittenOption.Of<MunicipalityCode>("--municipality", "Only the signals of this municipality, like 0106 [default: each that takes part]");
    private readonly ConnectionOptions _call;
    private readonly Lock _writing = new();
    private readonly Terminal _terminal;

    public WatchCommand(Terminal terminal)
        : base(
            "watch",
            "Prints the signals of a region, one a line: first those that are stored, then each new one, until Ctrl-C. "
            + "Without --token it follows every municipality with a development token of its own; with one, the municipality of that token.",
            new Example("regional watch --region VO2201", "Follows all municipalities of the region"),
            new Example("regional watch --region VO2201 --municipality 0106 --json", "Follows one, as a signal in JSON on each line"))
    {
        (_terminal, _call) = (terminal, new("signalering", 5101, terminal));
        Options.Add(_region);
        Options.Add(_municipality);
        _call.AddTo(this);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var senders = Senders(parsed);
        using var connection = _call.Connect(parsed);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var write = WantsJson(parsed) ? (Action<Signal>)WriteJson : WriteText;
        try
        {
            var outage = connection.Outage(_terminal.Error.WriteLine);
            await Task.WhenAll(senders.Select(sender => FollowOrStop(connection, outage, sender, $"regions/{parsed.GetRequiredValue(_region)}", write, stop)).ToList());
            return ExitCode.Done;
        }
        catch (RpcException failed)
        {
            throw connection.Fault(failed);
        }
    }

    private IReadOnlyList<Sender> Senders(ParseResult parsed)
    {
        var (region, municipality) = (parsed.GetRequiredValue(_region)!.Value, parsed.GetValue(_municipality));
        if (_call.SenderGiven(parsed) is { } given)
        {
            return municipality is null
                ? [given]
                : throw CliFault.Usage("--municipality: It chooses a development token, and --token gives another. Leave one of the two out.");
        }

        var identities = _call.Identities(parsed);
        var known = identities.Participants.MunicipalitiesOf(region);
        if (known.Count == 0)
        {
            throw CliFault.Usage($"--region: No municipality takes part in {region} here. Take one of {string.Join(", ", identities.Participants.Regions)}.");
        }

        if (municipality is { } one && !known.Contains(one))
        {
            throw CliFault.Usage($"--municipality: {one} takes no part in {region}. Take one of {string.Join(", ", known)}.");
        }

        return [.. (municipality is { } only ? [only] : known).Select(each => identities.SenderFor(each)!)];
    }

    // A stream that cannot go on ends the others, and its exception is the one that the user sees. To be stopped is how a watch ends.
    private async Task FollowOrStop(Connection connection, Outage outage, Sender sender, string parent, Action<Signal> write, CancellationTokenSource stop)
    {
        try
        {
            await Follow(connection, outage, sender, parent, write, stop.Token);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task Follow(Connection connection, Outage outage, Sender sender, string parent, Action<Signal> write, CancellationToken stop)
    {
        var reconnection = new Reconnection(outage, _terminal.Clock);
        var resumeToken = "";
        while (true)
        {
            reconnection.Opened();
            try
            {
                var client = new SignaleringService.SignaleringServiceClient(connection.As(sender));
                using var call = client.WatchSignals(new() { Parent = parent, ResumeToken = resumeToken }, cancellationToken: stop);
                await foreach (var news in call.ResponseStream.ReadAllAsync(stop))
                {
                    if (news.Signal is { } signal)
                    {
                        write(signal);
                    }

                    resumeToken = news.ResumeToken;
                    reconnection.Progressed();
                }

                await reconnection.Wait(new(new(StatusCode.Unavailable, "The service ended the stream.")), stop);
            }
            catch (RpcException broken) when (Connection.IsBroken(broken) && !stop.IsCancellationRequested)
            {
                await reconnection.Wait(broken, stop);
            }
        }
    }

    private void WriteJson(Signal signal) => WriteLine(JsonFormatter.Default.Format(signal));

    // 2024-11-04..2024-11-08  0106  ZESTIEN_UUR  20LO00  SIM-2024-00123  regions/VO2201/signals/0f3c...
    private void WriteText(Signal signal) => WriteLine(string.Join("  ",
        $"{Day(signal.StartDate)}..{Day(signal.EndDate),-10}",
        signal.Municipality,
        $"{JsonNamingPolicy.SnakeCaseUpper.ConvertName(signal.Kind.ToString()),-15}",
        $"{(signal.Establishment.Length == 0 ? "-" : signal.Establishment),-6}",
        signal.CaseNumber,
        signal.Name));

    // Streams of several municipalities write here.
    private void WriteLine(string line)
    {
        lock (_writing)
        {
            _terminal.Out.WriteLine(line);
            _terminal.Out.Flush();
        }
    }

    private static string Day(Date? date) => date is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}");
}
