using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Regional.Cli.Pushing;

/// <summary>What became of a push.</summary>
/// <param name="tally">The counts.</param>
/// <param name="fault">Why it ended early; null when it did not.</param>
internal sealed class PushReport(PushTally tally, CliFault? fault)
{
    // Who has more to mend than this will ask for JSON.
    private const int MostLinesNamed = 20;

    // Enough to look one up.
    private const int MostLinesOfANote = 3;

    // What the service says of a signal as a whole, it says in one word.
    private static readonly Dictionary<string, string> Remedies = new()
    {
        ["FOREIGN_MUNICIPALITY"] = "it is of another municipality than the token; push it as that one",
        ["REQUEST_ID_TAKEN"] = "its request id came before with another signal; give it an id of its own",
    };

    public ExitCode ExitCode => fault?.ExitCode ?? (tally.Rejected.Count + tally.Broken.Count > 0 ? ExitCode.DoneInPart : ExitCode.Done);

    public void WriteJson(TextWriter writer) => writer.WriteLine(JsonSerializer.Serialize(
        new
        {
            tally.Signals,
            tally.Accepted,
            tally.Duplicate,
            Rejected = tally.Rejected.Count,
            Broken = tally.Broken.Count,
            tally.Unanswered,
            tally.Receipts,
            RejectedByReason = Count(tally.Rejected.Select(each => each.Reason)),
            NotesByReason = Count(tally.Noted.Select(each => each.Reason)),
            RejectedLines = tally.Rejected.Select(each => new
            {
                each.Line.File,
                Line = each.Line.Number,
                each.Reason,
                Violations = each.Violations.Select(violation => new { violation.Field, violation.Reason, violation.Description }),
            }),
            NotedLines = tally.Noted.Select(each => new { each.Line.File, Line = each.Line.Number, each.Reason, each.Description }),
            BrokenLines = tally.Broken.Select(each => new { each.Name.File, Line = each.Name.Number, each.Reason }),
            Error = fault?.Message,
        },
        Output.Json));

    public void WriteText(Terminal terminal)
    {
        if (fault is null && tally.Signals + tally.Broken.Count == 0)
        {
            terminal.Out.WriteLine("Nothing to push: there is no line with a signal.");
            return;
        }

        var table = Output.Table("", "Signals");
        Row("accepted", tally.Accepted);
        foreach (var (reason, count) in Count(tally.Noted.Select(each => each.Reason)))
        {
            Row($"  of these {reason}", count);
        }

        Row("duplicate", tally.Duplicate);
        Row("rejected", tally.Rejected.Count);
        foreach (var (reason, count) in Count(tally.Rejected.Select(each => each.Reason)))
        {
            Row($"  {reason}", count);
        }

        if (tally.Broken.Count > 0)
        {
            Row("broken lines, not sent", tally.Broken.Count);
        }

        if (tally.Unanswered > 0)
        {
            Row("not answered", tally.Unanswered);
        }

        if (tally.Receipts is { } receipts)
        {
            Row("receipts", receipts);
        }

        terminal.Write(table, terminal.Out);
        Name(terminal, "To know", [.. tally.Noted.GroupBy(each => (each.Reason, each.Description)).OrderBy(group => group.Key.Reason, StringComparer.Ordinal).Select(LineOf)]);
        Name(terminal, "Rejected", [.. tally.Rejected.Select(LineOf)]);
        Name(terminal, "Broken", [.. tally.Broken.Select(each => $"{each.Name}: {each.Reason}")]);
        if (fault is not null)
        {
            terminal.Error.WriteLine($"{fault.Message} Push the same files again: what was stored comes back as a duplicate, nothing is stored twice.");
        }

        void Row(string what, int count) => table.AddRow(Output.Text(what), Output.Number(count));
    }

    // ELSEWHERE: The territory is not hosted here; ... (a.ndjson:3, a.ndjson:8, a.ndjson:9 and 4 more)
    private static string LineOf(IGrouping<(string Reason, string Description), NotedLine> noted)
    {
        var rest = noted.Count() - MostLinesOfANote;
        var more = rest > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {rest} more") : "";
        return $"{noted.Key.Reason}: {noted.Key.Description} ({string.Join(", ", noted.Take(MostLinesOfANote).Select(each => each.Line))}{more})";
    }

    private static string LineOf(RejectedLine rejected)
    {
        var why = rejected.Violations.Count > 0
            ? string.Join("; ", rejected.Violations.Select(violation => $"{violation.Field} {violation.Description}".TrimStart()))
            : Remedies.GetValueOrDefault(rejected.Reason);
        return why is null ? $"{rejected.Line}: {rejected.Reason}" : $"{rejected.Line}: {rejected.Reason}: {why}";
    }

    private static void Name(Terminal terminal, string what, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            terminal.Out.WriteLine($"{what}:");
        }

        foreach (var line in lines.Take(MostLinesNamed))
        {
            terminal.Out.WriteLine($"  {line}");
        }

        if (lines.Count > MostLinesNamed)
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {lines.Count - MostLinesNamed} more; --json names them all"));
        }
    }

    private static SortedDictionary<string, int> Count(IEnumerable<string> reasons) =>
        new(reasons.GroupBy(reason => reason).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);
}
