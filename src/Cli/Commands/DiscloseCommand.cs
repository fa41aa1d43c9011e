using System.CommandLine;
using Regional.Cli.Auditing;
using Regional.Cli.CommandLine;
using Regional.Cli.Csv;
using Regional.Cli.Disclosing;
using Regional.Disclosure;
using Regional.Disclosure.Repairs;
using Regional.Disclosure.Suppression;

namespace Regional.Cli.Commands;

/// <summary><c>regional disclose</c>: decides which cells of a table can be shown.</summary>
internal sealed class DiscloseCommand : CliCommand
{
    // Whoever has more in the way than this needs another table, not a longer list.
    private const int MostCellsExplained = 20;

    private readonly TableOptions _table = new();
    private readonly ThresholdOption _threshold = new(
        $"Counts from 1 to one less than this are hidden [default: {ProtectionRules.LeastThresholdInProduction}; with a column 'primary' in the cells, what that says]");

    private readonly Option<bool> _protectZeros = new("--protect-zeros") { Description = "Hide zeros too" };
    private readonly Option<string> _singletons = new("--singletons") { Description = "The rule for inner cells of one pupil: any-sum hides every sum of them, none trusts to linear combinations", HelpName = "rule", DefaultValueFactory = _ => "any-sum" };
    private readonly Option<bool> _noRepair = new("--no-repair") { Description = "Stop after the elimination: hidden cells follow from no sum of published ones, but may lie between narrow bounds" };
    private readonly Option<string?> _forced = new("--forced") { Description = "A file that names cells to be published whatever follows", HelpName = "file" };
    private readonly Option<string?> _register = new("--register") { Description = "A folder with all earlier releases over the same pupils and period; this one is judged beside them and added", HelpName = "folder" };
    private readonly Option<string> _out = new("--out") { Description = "The file to write; packed where its name ends in .gz", Required = true, HelpName = "file" };
    private readonly Option<bool> _public = new("--public") { Description = $"Write the version for the world: '{PatternFile.Hidden}' for every hidden cell, whatever the reason" };
    private readonly KnowledgeOptions _knowledge = new();
    private readonly Terminal _terminal;

    public DiscloseCommand(Terminal terminal)
        : base(
            "disclose",
            "Crosses a table with all its margins and decides which cells can be shown, so that no hidden one can be computed from those that are.",
            new Example("regional disclose counts.csv --count ant --dimension region --grouping region=fylke --dimension hovedint --threshold 5 --out cells.csv", "Crosses regions and their fylker with hovedint; cells.csv has the status of each cell"),
            new Example("regional disclose counts.csv --count ant --dimension region --dimension hovedint --public --out table.csv", "The same for the world, with one symbol for all that is hidden"),
            new Example("regional disclose --cells cells.csv --matrix x.csv.gz --no-repair --out pattern.csv", "Any system of sums, in the order and with the primary cells that its file names"))
    {
        _terminal = terminal;
        _singletons.AcceptOnlyFromAmong("any-sum", "none");
        _table.AddTo(this);
        Options.Add(_threshold);
        Options.Add(_protectZeros);
        Options.Add(_singletons);
        Options.Add(_noRepair);
        _knowledge.AddTo(this);
        Options.Add(_forced);
        Options.Add(_register);
        Options.Add(_out);
        Options.Add(_public);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (isPublic, json) = (parsed.GetValue(_public), WantsJson(parsed));
        var table = _table.Read(parsed, _terminal);
        var choices = new Choices(
            parsed.GetValue(_threshold), parsed.GetValue(_protectZeros), parsed.GetValue(_singletons) == "none" ? SingletonRule.None : SingletonRule.AnySum,
            parsed.GetValue(_forced) is { } forced ? Forced(forced, table) : []);
        var register = parsed.GetValue(_register) is { } folder ? RegisterFolder.Open(folder, _terminal) : null;
        var task = register is null ? SuppressionTask.Alone(table, choices) : SuppressionTask.Beside(register, table, choices);
        var pattern = await Eliminate(task, json, cancellationToken);
        if (pattern.Unsafe.Count > 0)
        {
            Explain(task, pattern);
            if (isPublic || register is not null)
            {
                throw CliFault.NotDone("Nothing was released: beside what is published already these cells cannot be hidden. Release fewer cells, or coarser ones.");
            }
        }

        var repair = parsed.GetValue(_noRepair) ? null : await Repaired(task, table, pattern, parsed, cancellationToken);
        if (repair is { Unsafe.Count: > 0 })
        {
            Explain(task, repair);
            if (isPublic || register is not null)
            {
                throw CliFault.NotDone("Nothing was released: what is forced, or public already, tells too much of these cells. Release fewer cells, or coarser ones; --no-repair releases them all the same.");
            }
        }

        var publication = repair?.Publication ?? pattern.Publication;
        var statuses = task.Cells.Select(cell => publication.Statuses[cell]).ToList();
        // What is out must be in the register; the other way round does no harm.
        register?.Append(table, statuses, choices.ThresholdInForce, choices.ProtectsZeros);
        PatternFile.Write(table, statuses, parsed.GetRequiredValue(_out), isPublic, _terminal);
        var unsafeCells = pattern.Unsafe.Union(repair?.Unsafe ?? []).Select(cell => task.System.Cells[cell].Id).ToList();
        new DiscloseResult(table.System, statuses, unsafeCells, task.Standing(statuses), repair is null ? null : RepairCounts.Of(pattern, repair, _knowledge.Level(parsed, KnowledgeLevel.B))).Write(_terminal, json);
        return unsafeCells.Count > 0 ? ExitCode.DoneInPart : ExitCode.Done;
    }

    // Null where there is nothing to begin at: without the inner counts no table is known that looks like this one.
    private async Task<Repaired?> Repaired(SuppressionTask task, ProtectableTable table, Pattern pattern, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (task.System.InnerCells.Any(inner => inner.Count is null))
        {
            _terminal.Error.WriteLine("Not audited: the counts of some inner cells do not follow from the cells. No hidden cell is a linear combination of published ones; how wide its interval is was not looked at.");
            return null;
        }

        // An insider of the table is one of all releases: the same labels, whatever release they stand in.
        var level = _knowledge.Level(parsed, KnowledgeLevel.B);
        _knowledge.Insiders(parsed, table.System);
        var insiders = _knowledge.Insiders(parsed, task.System);
        var input = new RepairInput(pattern.Publication, task.Input, task.Protected, level, insiders);
        var repaired = await Bar.Over(_terminal, "Repairing", !WantsJson(parsed), progress => Repair.Run(input, progress, cancellationToken), cancellationToken);
        // What an earlier release told is told, whatever comes out now.
        var ours = task.Cells.ToHashSet();
        return repaired with { Unsafe = [.. repaired.Unsafe.Where(cell => !pattern.Unsafe.Contains(cell) && (ours.Contains(cell) || task.System.Cells[cell].Kind == CellKind.Derivable))] };
    }

    private void Explain(SuppressionTask task, Repaired repair)
    {
        foreach (var cell in repair.Unsafe.Take(MostCellsExplained))
        {
            _terminal.Error.WriteLine($"{task.System.Cells[cell].Id} cannot be made safe: all that would help is forced, or public already.");
        }

        SayMore(repair.Unsafe.Count);
    }

    private void SayMore(int count)
    {
        if (count > MostCellsExplained)
        {
            _terminal.Error.WriteLine($"The same holds for {count - MostCellsExplained} more cells.");
        }
    }

    private void Explain(SuppressionTask task, Pattern pattern)
    {
        var published = Enumerable.Range(0, task.System.Cells.Count).Where(pattern.Publication.Shows).ToList();
        foreach (var cell in pattern.Unsafe.Take(MostCellsExplained))
        {
            var reveal = Derivation.Of(task.System, published, cell).Select(each => task.System.Cells[each].Id);
            _terminal.Error.WriteLine($"{task.System.Cells[cell].Id} follows from {string.Join("; ", reveal)}.");
        }

        SayMore(pattern.Unsafe.Count);
    }

    private IReadOnlyList<int> Forced(string name, ProtectableTable table)
    {
        using var file = CsvTable.Open(name, _terminal);
        return ForcedCells.Read(file, table);
    }

    private Task<Pattern> Eliminate(SuppressionTask task, bool json, CancellationToken cancellationToken) =>
        Bar.Over(_terminal, "Deciding", !json, progress => Elimination.Run(task.System, task.Input, progress, cancellationToken), cancellationToken);
}
