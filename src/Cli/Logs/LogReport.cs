using System.Globalization;
using System.Text.Json;
using Regional.EventLog.Chain;
using Spectre.Console;

namespace Regional.Cli.Logs;

/// <summary>What became of the check of logs, of receipts and of journals, as far as they were checked.</summary>
internal sealed class LogReport(IReadOnlyList<LogVerdict>? logs, ReceiptCheck? receipts, JournalCheck? journals)
{
    private const int MostNamed = 20;

    public bool IsWhole => logs?.All(log => log.Break is null) is not false && receipts?.Broken.Count is null or 0 && journals?.Contradictions.Count is null or 0;

    public void WriteJson(TextWriter writer) => writer.WriteLine(JsonSerializer.Serialize(
        new
        {
            IsWhole,
            Logs = logs?.Select(log => new
            {
                log.Region,
                log.Events,
                log.Erased,
                IsWhole = log.Break is null,
                BrokenAt = log.Break?.Position,
                Fault = log.Break is { } broken ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(broken.Fault.ToString()) : null,
                log.Break?.Problem,
                Hash = Convert.ToHexStringLower(log.Hash.Span),
            }),
            Receipts = receipts is null ? null : new { receipts.File, receipts.Count, receipts.Keys, KeysAreTrusted = receipts.IsTrusted, receipts.Broken },
            Journals = journals is null ? null : new { journals.Sent, journals.Acknowledged, journals.Stored, journals.Contradictions },
        },
        Output.Json));

    public void WriteText(Terminal terminal)
    {
        if (logs is { Count: > 0 })
        {
            WriteLogs(terminal, logs);
        }

        if (receipts is not null)
        {
            WriteReceipts(terminal.Out, receipts);
        }

        if (journals is not null)
        {
            WriteJournals(terminal.Out, journals);
        }
    }

    private static void WriteJournals(TextWriter writer, JournalCheck journals)
    {
        foreach (var found in journals.Contradictions.Take(MostNamed))
        {
            var place = found.Position is null ? "" : $" at {found.Region} {found.Position}";
            writer.WriteLine($"{found.Fault}{place}{(found.RequestId is null ? "" : $", request {found.RequestId}")}: {found.Problem}");
        }

        if (journals.Contradictions.Count > MostNamed)
        {
            writer.WriteLine($"and {journals.Contradictions.Count - MostNamed} more; --json names them all");
        }

        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"The journals tell of {journals.Sent:N0} signals; {journals.Acknowledged:N0} were acknowledged, {journals.Stored:N0} are in the logs.")
            + (journals.Contradictions.Count == 0 ? " All of it agrees." : ""));
    }

    private static void WriteLogs(Terminal terminal, IReadOnlyList<LogVerdict> logs)
    {
        var table = Output.Table("Log", "Events", "Of these erased", "", "Hash at the end: note it where nobody who writes the log can write");
        foreach (var log in logs)
        {
            table.AddRow(Output.Text(log.Region), Output.Number(log.Events), Output.Number(log.Erased), Output.Text(log.Break is null ? "whole" : "broken"), Output.Text(Convert.ToHexStringLower(log.Hash.Span)));
        }

        terminal.Write(table, terminal.Out);
        foreach (var log in logs.Where(log => log.Break is not null))
        {
            terminal.Out.WriteLine($"{log.Region} is broken at {log.Break!.Position}: {log.Break.Problem}. What stands before it is as it was appended.");
        }
    }

    private static void WriteReceipts(TextWriter writer, ReceiptCheck receipts)
    {
        foreach (var broken in receipts.Broken.Take(MostNamed))
        {
            writer.WriteLine($"{receipts.File}:{broken.Line}: {broken.Fault}: {broken.Problem}");
        }

        if (receipts.Broken.Count > MostNamed)
        {
            writer.WriteLine($"and {receipts.Broken.Count - MostNamed} more; --json names them all");
        }

        writer.WriteLine($"{receipts.Count - receipts.Broken.Count} of {receipts.Count} receipts hold.");
        if (receipts.Keys.Count > 0)
        {
            writer.WriteLine($"Signed with {string.Join(", ", receipts.Keys)}"
                + (receipts.IsTrusted ? "." : ", as they say themselves: compare it with what the service publishes (the command log keys), or name that with --public-key."));
        }
    }
}
