using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Commands;

/// <summary><c>regional erase</c>: erases what a municipality has sent about a pupil.</summary>
internal sealed class EraseCommand : CliCommand
{
    private readonly Option<MunicipalityCode?> _municipality = WrittenOption.Of<MunicipalityCode>("--municipality", "The municipality whose signals are erased, like 0106 [default: that of --token]");
    private readonly ConnectionOptions _call;
    private readonly Terminal _terminal;

    public EraseCommand(Terminal terminal)
        : base(
            "erase",
            "Erases all that a municipality has sent about a pupil, for good. The pupil's number is read from standard input, one line: on the command line it would stay "
            + "in the shell's history and show in the list of processes. Signals of other municipalities about the same pupil are theirs, and stay.",
            new Example("regional erase --municipality 0106", "Asks for the number, and erases"),
            new Example("regional erase --municipality 0106 --json < number.txt", "Reads it from a file, and prints how many signals were erased as JSON"))
    {
        (_terminal, _call) = (terminal, new("signalering", 5101, terminal));
        Options.Add(_municipality);
        _call.AddTo(this);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var sender = SenderOf(parsed);
        var number = await ReadNumber(cancellationToken);
        using var connection = _call.Connect(parsed);
        try
        {
            var erased = await new SignaleringService.SignaleringServiceClient(connection.As(sender)).EraseSubjectAsync(
                new() { PersonNumber = number }, deadline: (_terminal.Clock.GetUtcNow() + Connection.LongestCall).UtcDateTime, cancellationToken: cancellationToken);
            _terminal.Out.WriteLine(WantsJson(parsed) ? JsonSerializer.Serialize(new { erased.ErasedSignals }, Output.Json) : TextOf(erased.ErasedSignals));
            return ExitCode.Done;
        }
        catch (RpcException failed) when (!cancellationToken.IsCancellationRequested)
        {
            throw connection.Fault(failed);
        }
    }

    private Sender SenderOf(ParseResult parsed) => (_call.SenderGiven(parsed), parsed.GetValue(_municipality)) switch
    {
        ({ } given, null) => given,
        ({ }, _) => throw CliFault.Usage("--municipality: It chooses a development token, and --token gives another. Leave one of the two out."),
        (null, { } municipality) => _call.Identities(parsed).SenderFor(municipality)
            ?? throw CliFault.Usage($"--municipality: {municipality} takes part in no region here. Check the code, or give a token with --token."),
        _ => throw CliFault.Usage("--municipality: Name the municipality whose signals are erased, like 0106, or give its token with --token."),
    };

    private async Task<string> ReadNumber(CancellationToken cancellationToken)
    {
        if (_terminal.IsInteractive)
        {
            await _terminal.Error.WriteAsync("Number of the pupil: ");
        }

        using var input = new StreamReader(_terminal.OpenInput());
        return await input.ReadLineAsync(cancellationToken) is { } line && line.Trim() is { Length: > 0 } number
            ? number
            : throw CliFault.Usage("Standard input is empty: it must hold the number of the pupil, on one line. Nothing was erased.");
    }

    private static string TextOf(int signals) => signals == 0
        ? "There was nothing to erase: this municipality has no signal about that pupil."
        : string.Create(CultureInfo.InvariantCulture, $"Erased {signals:N0} signals.");
}
