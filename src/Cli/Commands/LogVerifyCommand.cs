using System.CommandLine;
using System.Data.Common;
using Google.Protobuf;
using Regional.Cli.CommandLine;
using Regional.Cli.Logs;
using Regional.EventLog;
using Regional.EventLog.Chain;
using Regional.EventLog.Receipts;
using Regional.ServiceDefaults.Refusals;
using Spectre.Console;

namespace Regional.Cli.Commands;

/// <summary><c>regional log verify</c>: checks logs against their chain, and receipts, without the service.</summary>
internal sealed class LogVerifyCommand : CliCommand
{
    private readonly Option<string?> _receipt = new("--receipt") { Description = "A file of receipts, as push --receipts writes it: checks these, and no log unless --database names one", HelpName = "file" };
    private readonly Option<string?> _publicKey = new("--public-key") { Description = "The service's public keys in PEM, as the command log keys prints them [default: each receipt's own, named in the result]", HelpName = "file" };
    private readonly Option<string[]> _journals = new("--journal") { Description = "Files that push --journal wrote, of all who have ever pushed to these logs: checks also that what was acknowledged is there once, as it was sent, and nothing that nobody sent", HelpName = "files", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
    private readonly Option<string?> _keys = new("--keys") { Description = "The folder of the service's keys, for --journal [default: keys beside the SQLite file, or those of the stack here or above]", HelpName = "folder" };
    private readonly LogOptions _log;
    private readonly Terminal _terminal;

    public LogVerifyCommand(Terminal terminal)
        : base(
            "verify",
            "Checks the logs of a service where they lie: that no event was changed, moved, put in or taken out since it was appended; names the first position that was, and how. "
            + "Or checks receipts, without the service; with --database also that the log still holds what they were given for. The service may run meanwhile. "
            + "Ends with exit code 0 when all is whole, 1 when something is broken, 2 when it could not be checked.",
            new Example("regional log verify", "Checks the logs of Signalering in the stack of this folder"),
            new Example("regional log verify --database \"Host=db.example;Database=regional;Username=auditor\" --service signalering --json", "Checks logs on PostgreSQL, for a program"),
            new Example("regional log verify --journal monday.ndjson tuesday.ndjson", "Checks also that all that these pushes were told is true"),
            new Example("regional log verify --receipt receipts.ndjson --public-key keys.pem", "Checks receipts against the keys that the service published"))
    {
        (_terminal, _log) = (terminal, new(terminal));
        Options.Add(_receipt);
        Options.Add(_publicKey);
        Options.Add(_journals);
        Options.Add(_keys);
        _log.AddTo(this);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var receipts = parsed.GetValue(_receipt) is { } file ? Check(file, parsed.GetValue(_publicKey)) : null;
            var journals = Read(parsed.GetRequiredValue(_journals));
            var verdicts = receipts is null || journals is not null || _log.IsNamed(parsed) ? await Verify(_log.Place(parsed), receipts, WantsJson(parsed), cancellationToken) : null;
            await (journals is null ? Task.CompletedTask : Compare(journals, parsed, cancellationToken));
            var report = new LogReport(verdicts, receipts, journals);
            if (WantsJson(parsed))
            {
                report.WriteJson(_terminal.Out);
            }
            else
            {
                report.WriteText(_terminal);
            }

            if (verdicts is { Count: 0 } && report.IsWhole)
            {
                throw CliFault.Usage($"{_log.Place(parsed).Name} holds no log of {_log.Service(parsed)} yet, so nothing of it could be checked.");
            }

            return report.IsWhole ? ExitCode.Done : ExitCode.NotDone;
        }
        catch (Exception fault) when (fault is StartupFaultException or DbException or IOException or UnauthorizedAccessException)
        {
            // Not 1, which says that something is broken.
            throw CliFault.Usage(fault.Message.ReplaceLineEndings(" "));
        }
    }

    private ReceiptCheck Check(string file, string? publicKey)
    {
        IReadOnlyList<byte[]>? trusted = publicKey is null ? null : PublicKeys.Read(File.ReadAllText(_terminal.PathOf(publicKey)));
        if (trusted is { Count: 0 })
        {
            throw CliFault.Usage($"--public-key: {publicKey} holds no public key in PEM. Name the file that the command log keys printed.");
        }

        var check = ReceiptCheck.Run(_terminal.PathOf(file), file, trusted);
        return check.HoldsAny ? check : throw CliFault.Usage($"--receipt: {file} holds no receipt. Name a file that push --receipts wrote.");
    }

    private JournalCheck? Read(IReadOnlyList<string> files)
    {
        var journal = new Journal();
        foreach (var file in files)
        {
            if (!journal.Read(_terminal.PathOf(file), file))
            {
                throw CliFault.Usage($"--journal: {file} holds no line of a journal. Name a file that push --journal wrote.");
            }
        }

        return files.Count == 0 ? null : new(journal);
    }

    private async Task Compare(JournalCheck journals, ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(_keys) is { } keys ? _terminal.PathOf(keys) : _log.Keys(parsed);
        await using var connection = await _log.Place(parsed).OpenToRead();
        await journals.Run(new(connection, folder ?? throw CliFault.Usage("--keys: Name the folder of the service's keys: events and digests cannot be compared without.")), cancellationToken);
    }

    private async Task<IReadOnlyList<LogVerdict>> Verify(LogPlace place, ReceiptCheck? receipts, bool json, CancellationToken cancellationToken)
    {
        await using var connection = await place.OpenToRead();
        var verifier = new LogVerifier(connection);
        var wanted = receipts?.Leaves ?? [];
        var verdicts = _terminal.IsInteractive && !json
            ? await VerifyWithBar(verifier, wanted, cancellationToken)
            : await verifier.Verify(wanted, new Progress(_ => { }), cancellationToken).ToListAsync(cancellationToken);
        receipts?.Miss(wanted);
        return verdicts;
    }

    private async Task<List<LogVerdict>> VerifyWithBar(LogVerifier verifier, ISet<ByteString> wanted, CancellationToken cancellationToken) =>
        await _terminal.ConsoleOn(_terminal.Error).Progress().AutoClear(true).StartAsync(async bars =>
        {
            var tasks = new Dictionary<string, ProgressTask>();
            return await verifier.Verify(wanted, new Progress(far =>
            {
                if (!tasks.TryGetValue(far.Region, out var task))
                {
                    tasks.Add(far.Region, task = bars.AddTask(far.Region, maxValue: Math.Max(1, far.Head)));
                }

                task.Value = far.Events;
            }), cancellationToken).ToListAsync(cancellationToken);
        });

    // At once, on the thread that checks: the base library's own would come later, and on another.
    private sealed class Progress(Action<LogProgress> report) : IProgress<LogProgress>
    {
        public void Report(LogProgress value) => report(value);
    }
}
