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
    private readonly TableOptions _table = new();
    private readonly Option<int?> _threshold = new("--threshold")
    {
        Description = $"Counts from 1 to one less than this are hidden [default: {ProtectionRules.LeastThresholdInProduction}; with a column 'primary' in the cells, what that says]",
        HelpName = "number",
    };

    private readonly Option<bool> _protectZeros = new("--protect-zeros") { Description = "Hide zeros too" };
    private readonly Option<string> _singletons = new("--singletons") { Description = "The rule for inner cells of one pupil: any-sum hides every sum of them, none trusts to linear combinations", HelpName = "rule", DefaultValueFactory = _ => "any-sum" };
    private readonly Option<bool> _noRepair = new("--no-repair") { Description = "Stop after the elimination" };
    private readonly Option<string?> _forced = new("--forced") { Description = "A file that names cells to be published whatever follows", HelpName = "file" };
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
        _threshold.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--threshold: A threshold is 1 or more; 1 hides no count for being small.");
            }
        });
        _singletons.AcceptOnlyFromAmong("any-sum", "none");
        _table.AddTo(this);
        Options.Add(_threshold);
        Options.Add(_protectZeros);
        Options.Add(_singletons);
        Options.Add(_noRepair);
        Options.Add(_forced);
        Options.Add(_out);
        Options.Add(_public);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var table = _table.Read(parsed, _terminal);
        var input = InputOf(parsed, table);
        var pattern = await Eliminate(table.System, input, WantsJson(parsed), cancellationToken);
        var isPublic = parsed.GetValue(_public);
        foreach (var cell in pattern.Unsafe)
        {
            _terminal.Error.WriteLine($"{table.System.Cells[cell].Id} follows from the cells that are forced.");
        }

        if (isPublic && pattern.Unsafe.Count > 0)
        {
            throw CliFault.NotDone("Nothing was written: these cells cannot be hidden beside the forced ones. Force fewer cells.");
        }

        PatternFile.Write(table, pattern.Publication.Statuses, parsed.GetRequiredValue(_out), isPublic, _terminal);
        Report(table, pattern, WantsJson(parsed));
        return pattern.Unsafe.Count > 0 ? ExitCode.DoneInPart : ExitCode.Done;
    }

    private SuppressionInput InputOf(ParseResult parsed, ProtectableTable table)
    {
        var threshold = parsed.GetValue(_threshold);
        var protectsZeros = parsed.GetValue(_protectZeros);
        // A file that names its primary cells is believed; a threshold that is given beside it can only add some.
        var judged = table.Primary is null || threshold is not null || protectsZeros
            ? PrimaryCells.Of(table.System, new() { Threshold = threshold ?? (table.Primary is null ? ProtectionRules.LeastThresholdInProduction : 1), ProtectZeros = protectsZeros })
            : [];
        return new(
            [.. (table.Primary ?? []).Union(judged).Order()],
            parsed.GetValue(_forced) is { } forced ? Forced(forced, table) : [],
            table.Order ?? CandidateOrder.Of(table.System, protectsZeros, new HashSet<int>()),
            parsed.GetValue(_singletons) == "none" ? SingletonRule.None : SingletonRule.AnySum,
            protectsZeros);
    }

    private IReadOnlyList<int> Forced(string name, ProtectableTable table)
    {
        using var file = CsvTable.Open(name, _terminal);
        return ForcedCells.Read(file, table);
    }

    private async Task<Pattern> Eliminate(CellSystem system, SuppressionInput input, bool json, CancellationToken cancellationToken)
    {
        if (!_terminal.IsInteractive || json)
        {
            return Elimination.Run(system, input, cancellation: cancellationToken);
        }

        return await _terminal.ConsoleOn(_terminal.Error).Progress().AutoClear(true).StartAsync(progress =>
        {
            var bar = progress.AddTask("Deciding", maxValue: 1);
            return Task.Run(() => Elimination.Run(system, input, new Bar(bar), cancellationToken), cancellationToken);
        });
    }

    private void Report(ProtectableTable table, Pattern pattern, bool json)
    {
        var statuses = pattern.Publication.Statuses;
        var (published, primary, secondary) = (Count(CellStatus.Published), Count(CellStatus.Primary), Count(CellStatus.Secondary));
        if (json)
        {
            // One line, and the last: whoever reads it need not know what came before.
            _terminal.Out.WriteLine(JsonSerializer.Serialize(
                new { Cells = statuses.Count, Published = published, Primary = primary, Secondary = secondary, Unsafe = pattern.Unsafe.Select(cell => table.System.Cells[cell].Id) },
                new JsonSerializerOptions(Output.Json) { WriteIndented = false }));
            return;
        }

        var lines = Output.Table("", "Cells", "Sum of their counts");
        lines.AddRow(Output.Text("published"), Output.Number(published), Output.Number(Sum(CellStatus.Published)));
        lines.AddRow(Output.Text("primary"), Output.Number(primary), Output.Number(Sum(CellStatus.Primary)));
        lines.AddRow(Output.Text("secondary"), Output.Number(secondary), Output.Number(Sum(CellStatus.Secondary)));
        _terminal.Write(lines, _terminal.Out);

        int Count(CellStatus status) => statuses.Count(each => each == status);
        long Sum(CellStatus status) => table.System.Cells.Where((_, cell) => statuses[cell] == status).Sum(cell => cell.Value);
    }

    // Progress<T> hands each report to another thread; a late one would come after the bar is gone.
    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
