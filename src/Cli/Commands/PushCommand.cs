using System.CommandLine;
using Grpc.Core;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Regional.Cli.Logs;
using Regional.Cli.Pushing;
using Regional.Territory;
using Spectre.Console;

namespace Regional.Cli.Commands;

/// <summary><c>regional push</c>: sends files of signals to Signalering.</summary>
internal sealed class PushCommand : CliCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _files = new("files") { Description = $"Files with one signal a line, as the command simulate makes them; {StandardInput} for standard input", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _receipts = new("--receipts") { Description = "Asks for a signed receipt of each signal that is stored, and adds them to this file, one JSON object a line", HelpName = "file" };
    private readonly Option<string?> _journal = new("--journal") { Description = "Notes each signal before it is sent and each answer as it comes, at the end of this file, which holds person numbers as the files do; the command log verify holds it against the log", HelpName = "file" };
    private readonly ConnectionOptions _call;
    private readonly Terminal _terminal;

    public PushCommand(Terminal terminal)
        : base(
            "push",
            "Sends signals to Signalering and says what became of each. Pushing the same file again does no harm: what was stored before is a duplicate. "
            + "A file without a signal is no fault: it ends with exit code 0. "
            + "Without --token each signal is sent with a development token of its own municipality.",
            new Example("regional push signals.ndjson", "Pushes a file to the running AppHost"),
            new Example("regional push september.ndjson october.ndjson --address https://signalering.example:5101 --token \"$TOKEN\"", "Pushes two files as one municipality; signals of another come back rejected"),
            new Example("regional push signals.ndjson --receipts receipts.ndjson", "Keeps a receipt of each, which the command log verify checks"),
            new Example("regional push signals.ndjson --json", "Prints what became of the signals for a program, without a progress bar"))
    {
        (_terminal, _call) = (terminal, new("signalering", 5101, terminal));
        Arguments.Add(_files);
        Options.Add(_receipts);
        Options.Add(_journal);
        _call.AddTo(this);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var json = WantsJson(parsed);
        List<SignalFile> files = [];
        try
        {
            files.AddRange(parsed.GetRequiredValue(_files).Select(Open));
            using var receipts = Append(parsed, _receipts);
            using var journal = Append(parsed, _journal);
            using var connection = _call.Connect(parsed);
            var senderOf = _call.SenderGiven(parsed) is { } given ? _ => given : ByMunicipality(_call.Identities(parsed));
            var (tally, fault) = _terminal.IsInteractive && !json
                ? await PushWithBar(files, connection, senderOf, receipts, journal, cancellationToken)
                : await Push(files, connection, senderOf, receipts, journal, _ => { }, _terminal.Error.WriteLine, cancellationToken);
            var report = new PushReport(tally, fault);
            if (json)
            {
                report.WriteJson(_terminal.Out);
            }
            else
            {
                report.WriteText(_terminal);
            }

            return report.ExitCode;
        }
        finally
        {
            files.ForEach(file => file.Content.Dispose());
        }
    }

    private LineFile? Append(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } name ? LineFile.Append(_terminal.PathOf(name), name, option.Name) : null;

    private async Task<(PushTally Tally, CliFault? Fault)> PushWithBar(
        IReadOnlyList<SignalFile> files, Connection connection, Func<string, Sender?> senderOf, LineFile? receipts, LineFile? journal, CancellationToken cancellationToken)
    {
        var console = _terminal.ConsoleOn(_terminal.Error);
        return await console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask("Pushing");
            if (files.All(file => file.Content.CanSeek))
            {
                bar.MaxValue = files.Sum(file => file.Content.Length);
            }
            else
            {
                bar.IsIndeterminate = true;
            }

            return await Push(files, connection, senderOf, receipts, journal, bytes => bar.Increment(bytes), console.WriteLine, cancellationToken);
        });
    }

    private async Task<(PushTally Tally, CliFault? Fault)> Push(
        IReadOnlyList<SignalFile> files, Connection connection, Func<string, Sender?> senderOf, LineFile? receipts, LineFile? journal, Action<long> progressed, Action<string> say, CancellationToken cancellationToken)
    {
        var tally = new PushTally(receipts, journal, progressed);
        try
        {
            await new PushRun(connection, senderOf, receipts is not null, tally, say, _terminal.Clock).Run(files, cancellationToken);
            return (tally, null);
        }
        catch (CliFault fault)
        {
            return (tally, fault);
        }
        catch (RpcException failed) when (!cancellationToken.IsCancellationRequested)
        {
            return (tally, connection.Fault(failed));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or RpcException)
        {
            return (tally, CliFault.Stopped());
        }
        catch (IOException unreadable)
        {
            return (tally, CliFault.NotDone($"The file cannot be read any further: {unreadable.Message}"));
        }
    }

    private SignalFile Open(string name)
    {
        if (name != StandardInput && Directory.Exists(_terminal.PathOf(name)))
        {
            throw CliFault.NotDone($"'{name}' is a folder. Name the files in it, like {Path.Combine(name, "signals.ndjson")}.");
        }

        try
        {
            return new(name, name == StandardInput ? _terminal.OpenInput() : File.OpenRead(_terminal.PathOf(name)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliFault.NotDone($"{name} cannot be read: {fault.Message}");
        }
    }

    private static Func<string, Sender?> ByMunicipality(DevelopmentIdentities identities)
    {
        var known = new Dictionary<MunicipalityCode, Sender?>();
        return municipality => MunicipalityCode.TryParse(municipality, out var code, out _) ? SenderOf(code) : null;

        Sender? SenderOf(MunicipalityCode code)
        {
            if (!known.TryGetValue(code, out var sender))
            {
                sender = identities.SenderFor(code);
                known.Add(code, sender);
            }

            return sender;
        }
    }
}
