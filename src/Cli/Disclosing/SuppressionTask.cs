using Regional.Disclosure;
using Regional.Disclosure.Releases;
using Regional.Disclosure.Suppression;

namespace Regional.Cli.Disclosing;

/// <summary>What the user chose.</summary>
/// <param name="Threshold">k; null where the user did not say.</param>
/// <param name="ProtectsZeros">Whether zeros are hidden.</param>
/// <param name="Singletons">The rule for inner cells of one pupil.</param>
/// <param name="Forced">Indices of cells of the table that are published whatever follows.</param>
internal sealed record Choices(int? Threshold, bool ProtectsZeros, SingletonRule Singletons, IReadOnlyList<int> Forced)
{
    public int ThresholdInForce => Threshold ?? ProtectionRules.LeastThresholdInProduction;
}

/// <summary>A table ready for the elimination, alone or beside earlier releases.</summary>
/// <param name="System">All cells that are judged together.</param>
/// <param name="Input">What is to be decided.</param>
/// <param name="Cells">Index in the system of each cell of the table.</param>
internal sealed record SuppressionTask(CellSystem System, SuppressionInput Input, IReadOnlyList<int> Cells)
{
    /// <summary>Indices in the system of the cells that are primary by themselves, and not for having been hidden before.</summary>
    public required IReadOnlySet<int> Protected { get; init; }

    // Cells of the table that were published before, each under its name of then.
    private IReadOnlyList<int> PublishedBefore { get; init; } = [];

    public static SuppressionTask Alone(ProtectableTable table, Choices choices)
    {
        var input = InputOf(table, choices, new HashSet<int>());
        return new(table.System, input, [.. Enumerable.Range(0, table.System.Cells.Count)]) { Protected = input.Primary.ToHashSet() };
    }

    /// <exception cref="CliFault">The choices do not go with what was released, or the count of an inner cell is not known.</exception>
    public static SuppressionTask Beside(RegisterFolder register, ProtectableTable table, Choices choices)
    {
        if (register.Latest is { } latest && (choices.ThresholdInForce < latest.Threshold || choices.ProtectsZeros != latest.ProtectsZeros))
        {
            throw CliFault.Usage(
                $"--register: release {latest.Number} has --threshold {latest.Threshold} and zeros {(latest.ProtectsZeros ? "protected" : "shown")}. Of a released period the threshold never falls, and zeros stay as they are.");
        }

        if (table.System.InnerCells.ToList().FindIndex(inner => inner.Count is null) is >= 0 and var unknown)
        {
            throw CliFault.NotDone($"--register: the count of inner cell {table.InnerIds[unknown]} does not follow from the cells, so releases cannot be compared. Add a cell of which it is the only inner cell.");
        }

        var joint = JointSystem.Of(register.Releases, new(table.System, table.InnerIds), choices.ThresholdInForce);
        var cells = Enumerable.Range(0, table.System.Cells.Count).ToList();
        var alone = InputOf(table, choices, cells.Where(cell => register.Releases.Exists(release => Was(release, table.System.Cells[cell].Id, hidden: true))).ToHashSet());
        var rules = new ProtectionRules { Threshold = choices.ThresholdInForce, ProtectZeros = choices.ProtectsZeros };
        var input = alone with
        {
            Primary = [.. joint.Primary(rules).Union(alone.Primary.Select(cell => joint.Next[cell]))],
            Forced = [.. alone.Forced.Select(cell => joint.Next[cell])],
            Order = [.. alone.Order.Select(cell => joint.Next[cell])],
        };
        return new(joint.System, input, joint.Next)
        {
            Protected = PrimaryCells.Of(joint.System, rules).Union(alone.Primary.Select(cell => joint.Next[cell])).Intersect(input.Primary).ToHashSet(),
            PublishedBefore = [.. cells.Where(cell => register.Releases.Exists(release => Was(release, table.System.Cells[cell].Id, hidden: false)))],
        };
    }

    /// <summary>How many cells were published before and are hidden now.</summary>
    /// <param name="statuses">By index of the cell of the table.</param>
    public int Standing(IReadOnlyList<CellStatus> statuses) => PublishedBefore.Count(cell => statuses[cell] != CellStatus.Published);

    private static bool Was(Release release, string id, bool hidden) => release.Content.System.Find(id) is { } cell && (release.Statuses[cell] != CellStatus.Published) == hidden;

    private static SuppressionInput InputOf(ProtectableTable table, Choices choices, IReadOnlySet<int> hiddenBefore)
    {
        // A file that names its primary cells is believed; a threshold that is given beside it can only add some.
        var threshold = table.Primary is null ? choices.ThresholdInForce : choices.Threshold ?? 1;
        var judged = PrimaryCells.Of(table.System, new() { Threshold = threshold, ProtectZeros = choices.ProtectsZeros });
        return new(
            [.. (table.Primary ?? []).Union(judged).Order()], choices.Forced, table.Order ?? CandidateOrder.Of(table.System, choices.ProtectsZeros, hiddenBefore),
            choices.Singletons, choices.ProtectsZeros);
    }
}
