using System.CommandLine;
using Regional.Cli.Auditing;
using Regional.Cli.CommandLine;
using Regional.Cli.Disclosing;
using Regional.Disclosure;
using Regional.Disclosure.Auditing;

namespace Regional.Cli.Commands;

/// <summary><c>regional audit</c>: computes what an attacker can compute of the hidden cells of a table.</summary>
internal sealed class AuditCommand : CliCommand
{
    private readonly AuditOptions _table = new();
    private readonly KnowledgeOptions _knowledge = new();
    private readonly ThresholdOption _threshold = new($"With level C and a column 'status': what the status primary would tell, were it printed [default: {ProtectionRules.LeastThresholdInProduction}]");
    private readonly Option<bool> _protectZeros = new("--protect-zeros") { Description = "Zeros are hidden too, so a hidden cell may be 0" };
    private readonly Terminal _terminal;

    public AuditCommand(Terminal terminal)
        : base(
            "audit",
            "Computes between which values each hidden cell of a table lies for somebody who has the whole table before him, those first that are exact.",
            new Example("regional audit table.csv --dimension region --grouping region=fylke --hierarchy counts.csv --dimension hovedint", "The result of disclose, with --public or without it"),
            new Example("regional audit cells.csv --dimension school --dimension kind --level D --known school", "For readers who know all of one school; needs the counts, so the result without --public"),
            new Example("regional audit --cells pattern.csv --matrix x.csv.gz --json", "Any system of sums; a line for each hidden cell, and last how many there are and how many are exact"),
            new Example("regional audit examens.csv --format duo-examens", "The exam results that DUO publishes, with <5 for counts from 1 to 4"))
    {
        _terminal = terminal;
        _table.AddTo(this);
        _knowledge.AddTo(this);
        Options.Add(_threshold);
        Options.Add(_protectZeros);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var level = _knowledge.Level(parsed, _table.HasTellingSigns(parsed) ? KnowledgeLevel.C : KnowledgeLevel.B);
        var table = _table.Read(parsed, parsed.GetValue(_threshold) ?? ProtectionRules.LeastThresholdInProduction, _terminal);
        var insiders = _knowledge.Insiders(parsed, table.System);
        if (insiders.SelectMany(insider => insider.Inner).Any(inner => table.Counts[inner] is null))
        {
            throw CliFault.NotDone("--level D: what the attacker knows of his own unit must be known here too. Audit the file with the counts of hidden cells, as disclose writes it without --public.");
        }

        var view = new AttackerView(table.System, table.Cells, table.Counts, level, ShowsZeros: !parsed.GetValue(_protectZeros));
        var audit = await Bar.Over(_terminal, "Auditing", !WantsJson(parsed), progress => Audit.Run(view, insiders, progress, cancellationToken), cancellationToken);
        var result = new AuditResult(audit, table, _terminal);
        if (WantsJson(parsed))
        {
            result.WriteJson();
        }
        else
        {
            result.WriteText();
        }

        return audit.Report.Count(Verdict.Exact) > 0 ? ExitCode.NotDone : audit.Report.Contradictions.Count > 0 ? ExitCode.DoneInPart : ExitCode.Done;
    }
}
