using System.CommandLine;
using System.Text.Json;
using Regional.Cli.CommandLine;
using Regional.Cli.Csv;
using Regional.Cli.Disclosing;
using Regional.Disclosure;
using Regional.Disclosure.Suppression;
using Spectre.Console;

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
    private readonly Option<bool> _noRepair = new("--no-repair") { Description = "Stop after the elimination" };
    private readonly Option<string?> _forced = new("--forced") { Description = "A file that names cells to be published whatever follows", HelpName = "file" };
    private readonly Option<string?> _register = new("--register") { Description = "A folder with all earlier releases over the same pupils and period; this one is judged beside them and added", HelpName = "folder" };
    private readonly Option<string> _out = new("--out") { Description = "The file to write; packed where its name ends in .gz", Required = true, HelpName = "file" };
    private readonly Option<bool> _public = new("--public") { Description = $"Write the version for the world: '{PatternFile.Hidden}' for every hidden cell, whatever the reason" };
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

        if (!parsed.GetValue(_noRepair))
        {
            _terminal.Error.WriteLine("Not audited: no hidden cell is a linear combination of published ones, nor a sum of single pupils if the rule was any-sum; how wide its interval is was not looked at.");
        }

        var statuses = task.Cells.Select(cell => pattern.Publication.Statuses[cell]).ToList();
        // What is out must be in the register; the other way round does no harm.
        register?.Append(table, statuses, choices.ThresholdInForce, choices.ProtectsZeros);
        PatternFile.Write(table, statuses, parsed.GetRequiredValue(_out), isPublic, _terminal);
        Report(table.System, statuses, [.. pattern.Unsafe.Select(cell => task.System.Cells[cell].Id)], task.Standing(statuses), json);
        return pattern.Unsafe.Count > 0 ? ExitCode.DoneInPart : ExitCode.Done;
    }

    private void Explain(SuppressionTask task, Pattern pattern)
    {
        var published = Enumerable.Range(0, task.System.Cells.Count).Where(pattern.Publication.Shows).ToList();
        foreach (var cell in pattern.Unsafe.Take(MostCellsExplained))
        {
            var reveal = Derivation.Of(task.System, published, cell).Select(each => task.System.Cells[each].Id);
            _terminal.Error.WriteLine($"{task.System.Cells[cell].Id} follows from {string.Join("; ", reveal)}.");
        }

        if (pattern.Unsafe.Count > MostCellsExplained)
        {
            _terminal.Error.WriteLine($"So do {pattern.Unsafe.Count - MostCellsExplained} more cells.");
        }
    }

    private IReadOnlyList<int> Forced(string name, ProtectableTable table)
    {
        using var file = CsvTable.Open(name, _terminal);
        return ForcedCells.Read(file, table);
    }

    private Task<Pattern> Eliminate(SuppressionTask task, bool json, CancellationToken cancellationToken) =>
        Bar.Over(_terminal, "Deciding", !json, progress => Elimination.Run(task.System, task.Input, progress, cancellationToken), cancellationToken);

    private void Report(CellSystem system, IReadOnlyList<CellStatus> statuses, IReadOnlyList<string> @unsafe, int standing, bool json)
    {
        var (published, primary, secondary) = (Count(CellStatus.Published), Count(CellStatus.Primary), Count(CellStatus.Secondary));
        if (json)
        {
            // One line, and the last: whoever reads it need not know what came before.
            _terminal.Out.WriteLine(JsonSerializer.Serialize(
                new { Cells = statuses.Count, Published = published, Primary = primary, Secondary = secondary, Standing = standing, Unsafe = @unsafe },
                new JsonSerializerOptions(Output.Json) { WriteIndented = false }));
            return;
        }

        var lines = Output.Table("", "Cells", "Sum of their counts");
        lines.AddRow(Output.Text("published"), Output.Number(published), Output.Number(Sum(CellStatus.Published)));
        lines.AddRow(Output.Text("primary"), Output.Number(primary), Output.Number(Sum(CellStatus.Primary)));
        lines.AddRow(Output.Text("secondary"), Output.Number(secondary), Output.Number(Sum(CellStatus.Secondary)));
        _terminal.Write(lines, _terminal.Out);
        if (standing > 0)
        {
            _terminal.Out.WriteLine($"{standing} cells were published before and are hidden now: the change is about too few pupils. Let the earlier figure stand, marked as known to be revised.");
        }

        int Count(CellStatus status) => statuses.Count(each => each == status);
        long Sum(CellStatus status) => system.Cells.Where((_, cell) => statuses[cell] == status).Sum(cell => cell.Value);
    }
}
