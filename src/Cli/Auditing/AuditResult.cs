using System.Globalization;
using System.Text.Json;
using Regional.Disclosure.Auditing;

namespace Regional.Cli.Auditing;

/// <summary>Writes what an audit found: exact cells first, each with the equations that reveal it.</summary>
/// <param name="audit">The audit.</param>
/// <param name="table">What was audited.</param>
/// <param name="terminal">Where to write.</param>
internal sealed class AuditResult(Audit audit, MaskedTable table, Terminal terminal)
{
    // A sum of hundreds of cells is named by its first ones.
    private const int MostTerms = 12;

    private static readonly JsonSerializerOptions OneLine = new(Output.Json) { WriteIndented = false };

    // Exact cells first, then by how little is left.
    private IEnumerable<CellInterval> Cells => audit.Report.Cells.OrderBy(cell => cell.Verdict switch
    {
        Verdict.Exact => 0,
        Verdict.Narrow => 1,
        Verdict.Unproven => 2,
        Verdict.Contradictory => 3,
        Verdict.Safe => 4,
        _ => throw new InvalidOperationException($"There is no verdict {cell.Verdict}."),
    }).ThenBy(cell => cell.Upper - cell.Lower ?? long.MaxValue).ThenBy(cell => cell.Cell);

    public void WriteText()
    {
        foreach (var cell in Cells)
        {
            terminal.Out.WriteLine($"{Word(cell.Verdict),-13} {Interval(cell),-12} {table.System.Cells[cell.Cell].Id}{(cell.Insider is { } unit ? $" (for who knows {unit})" : "")}");
            foreach (var equation in cell.Verdict == Verdict.Exact ? audit.Revealing(cell) : [])
            {
                terminal.Out.WriteLine($"              {Text(equation)}");
            }
        }

        WriteContradictions();
        terminal.Out.WriteLine(Summary());
    }

    /// <summary>One object a line for each hidden cell, and last one for all.</summary>
    public void WriteJson()
    {
        foreach (var cell in Cells)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Cell = table.System.Cells[cell.Cell].Id,
                    cell.Lower,
                    cell.Upper,
                    Verdict = Word(cell.Verdict),
                    Proof = cell.Proof == Proof.Integer ? "integer" : "linear",
                    KnownTo = cell.Insider,
                    Equations = cell.Verdict == Verdict.Exact ? audit.Revealing(cell).Select(Text) : null,
                },
                OneLine));
        }

        WriteContradictions();
        var report = audit.Report;
        terminal.Out.WriteLine(JsonSerializer.Serialize(
            new
            {
                Level = report.Level.ToString(),
                Hidden = report.Cells.Count,
                Exact = report.Count(Verdict.Exact),
                Narrow = report.Count(Verdict.Narrow),
                Unproven = report.Count(Verdict.Unproven),
                Contradictory = report.Count(Verdict.Contradictory),
                Safe = report.Count(Verdict.Safe),
                SafeByWholeTables = SafeByWholeTables,
                Contradictions = report.Contradictions.Count,
            },
            OneLine));
    }

    private int SafeByWholeTables => audit.Report.Cells.Count(cell => cell is { Verdict: Verdict.Safe, Proof: Proof.Integer });

    private string Summary()
    {
        var report = audit.Report;
        var linear = report.Count(Verdict.Safe) - SafeByWholeTables;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"At level {report.Level}: {report.Cells.Count:N0} hidden, {report.Count(Verdict.Exact):N0} exact, {report.Count(Verdict.Narrow):N0} narrow, {report.Count(Verdict.Unproven):N0} unproven, {report.Count(Verdict.Contradictory):N0} contradictory, {report.Count(Verdict.Safe):N0} safe{(linear > 0 ? $" ({linear:N0} of them by linear programming only)" : "")}. Whoever knows more may compute more.");
    }

    private void WriteContradictions()
    {
        foreach (var contradiction in audit.Report.Contradictions)
        {
            var cells = contradiction.Cells.Count == 0 ? "" : $" Hidden cells that hang on it, of which nothing is said: {contradiction.Cells.Count}.";
            terminal.Error.WriteLine($"Does not add up: {string.Join("; ", contradiction.Equations.Take(MostTerms).Select(Text))}.{cells} [NOT_ADDITIVE]");
        }
    }

    private string Text(Equation equation)
    {
        var left = equation.Unknown.Count == 0 ? "0" : Sum(equation.Unknown);
        return equation.Known.Count == 0 ? $"{left} = {equation.Sum}" : $"{left} = {equation.Sum}, from {Sum(equation.Known)}";
    }

    private string Sum(IReadOnlyList<Term> terms)
    {
        var shown = terms.OrderByDescending(term => term.Coefficient).Take(MostTerms).Select((term, index) => $"{Sign(term.Coefficient, index == 0)}{Name(term)}");
        return string.Concat(shown) + (terms.Count > MostTerms ? $" and {terms.Count - MostTerms} more" : "");
    }

    private static string Sign(long coefficient, bool isFirst)
    {
        var times = Math.Abs(coefficient) == 1 ? "" : $"{Math.Abs(coefficient)} × ";
        return (coefficient > 0, isFirst) switch
        {
            (true, true) => times,
            (true, false) => $" + {times}",
            (false, true) => $"-{times}",
            (false, false) => $" - {times}",
        };
    }

    private string Name(Term term) => term.Cell is { } cell
        ? table.Cells[cell] is { Visibility: Visibility.Shown, Value: { } value } ? $"[{table.System.Cells[cell].Id}: {value}]" : $"[{table.System.Cells[cell].Id}]"
        : $"[{table.InnerIds[term.Inner!.Value]}]";

    private static string Interval(CellInterval cell) => cell switch
    {
        { Verdict: Verdict.Contradictory } => "?",
        { Lower: { } lower, Upper: { } upper } => lower == upper ? $"{lower}" : $"{lower} to {upper}",
        { Lower: { } lower } => $"{lower} or more",
        { Upper: { } upper } => $"{upper} or less",
        _ => "any",
    };

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
