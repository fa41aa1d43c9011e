using System.Text.Json;
using Regional.Disclosure;
using Regional.Disclosure.Repairs;
using Regional.Disclosure.Suppression;
using Spectre.Console;

namespace Regional.Cli.Disclosing;

/// <summary>What the repair did.</summary>
/// <param name="Level">The level of knowledge at which all cells are safe now.</param>
/// <param name="Eliminated">How many cells were secondary after the elimination.</param>
/// <param name="BeforeGivingBack">How many when all cells were safe.</param>
/// <param name="AfterGivingBack">How many when needless ones had been given back.</param>
/// <param name="NotTried">How many of these were not looked at, because too much hangs on each.</param>
internal sealed record RepairCounts(KnowledgeLevel Level, int Eliminated, int BeforeGivingBack, int AfterGivingBack, int NotTried)
{
    public static RepairCounts Of(Pattern pattern, Repaired repaired, KnowledgeLevel level) => new(level, Secondary(pattern.Publication), repaired.BeforeGivingBack, Secondary(repaired.Publication), repaired.NotTried);

    private static int Secondary(Publication publication) => publication.Statuses.Count(status => status == CellStatus.Secondary);
}

/// <summary>Prints what became of the cells of a table.</summary>
/// <param name="system">The cells.</param>
/// <param name="statuses">What became of each.</param>
/// <param name="unsafe">Ids of cells that could not be protected.</param>
/// <param name="standing">How many cells were published before and are hidden now.</param>
/// <param name="repair">What the repair did; null where there was none.</param>
internal sealed class DiscloseResult(CellSystem system, IReadOnlyList<CellStatus> statuses, IReadOnlyList<string> @unsafe, int standing, RepairCounts? repair)
{
    public void Write(Terminal terminal, bool json)
    {
        var (published, primary, secondary) = (Count(CellStatus.Published), Count(CellStatus.Primary), Count(CellStatus.Secondary));
        if (json)
        {
            // One line, and the last: whoever reads it need not know what came before.
            terminal.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Cells = statuses.Count,
                    Published = published,
                    Primary = primary,
                    Secondary = secondary,
                    Standing = standing,
                    Unsafe = @unsafe,
                    Level = repair?.Level.ToString(),
                    repair?.Eliminated,
                    repair?.BeforeGivingBack,
                    repair?.AfterGivingBack,
                    repair?.NotTried,
                },
                new JsonSerializerOptions(Output.Json) { WriteIndented = false }));
            return;
        }

        var lines = Output.Table("", "Cells", "Sum of their counts");
        lines.AddRow(Output.Text("published"), Output.Number(published), Output.Number(Sum(CellStatus.Published)));
        lines.AddRow(Output.Text("primary"), Output.Number(primary), Output.Number(Sum(CellStatus.Primary)));
        lines.AddRow(Output.Text("secondary"), Output.Number(secondary), Output.Number(Sum(CellStatus.Secondary)));
        terminal.Write(lines, terminal.Out);
        if (repair is not null)
        {
            var safe = @unsafe.Count == 0 ? "every primary cell can have at least three values" : $"all but {@unsafe.Count:N0} primary cells can have at least three values";
            terminal.Out.WriteLine($"At level {repair.Level} {safe}. Secondary after the elimination {repair.Eliminated:N0}, after the repair {repair.BeforeGivingBack:N0}, after giving back {repair.AfterGivingBack:N0}.");
            if (repair.NotTried > 0)
            {
                terminal.Out.WriteLine($"{repair.NotTried:N0} of these were not tried: so much hangs on each that it would take too long. Some could perhaps be shown.");
            }
        }

        if (standing > 0)
        {
            terminal.Out.WriteLine($"{standing} cells were published before and are hidden now: the change is about too few pupils. Let the earlier figure stand, marked as known to be revised.");
        }
    }

    private int Count(CellStatus status) => statuses.Count(each => each == status);

    private long Sum(CellStatus status) => system.Cells.Where((_, cell) => statuses[cell] == status).Sum(cell => cell.Value);
}
