namespace Regional.Disclosure.Auditing;

/// <summary>What the world sees of a cell.</summary>
public enum Visibility
{
    /// <summary>Its value.</summary>
    Shown,

    /// <summary>That there is a figure, and not which.</summary>
    Hidden,

    /// <summary>Nothing: no table prints it.</summary>
    Unprinted,
}

/// <summary>A cell from outside, and what of it is known to whoever audits.</summary>
/// <param name="Visibility">What the world sees.</param>
/// <param name="Value">Its value where it is shown; its true value where the auditor knows it; else null.</param>
/// <param name="Below">A symbol of its own says that the count lies from 1 to one less than this; null where the symbol says nothing.</param>
/// <param name="IsProtected">Whether its interval must be wide: it is primary, or nobody knows which of the hidden cells are.</param>
public readonly record struct CellView(Visibility Visibility, long? Value, long? Below = null, bool IsProtected = false);

/// <summary>A publication as an attacker has it before him.</summary>
/// <param name="System">Which sums there are. The values in it are not looked at.</param>
/// <param name="Cells">By index of the cell.</param>
/// <param name="Counts">By index of the inner cell its true count where the auditor knows it; else null.</param>
/// <param name="Level">What he knows beside it.</param>
/// <param name="ShowsZeros">Whether zeros are shown, so that what is hidden is at least 1.</param>
public sealed record AttackerView(CellSystem System, IReadOnlyList<CellView> Cells, IReadOnlyList<long?> Counts, KnowledgeLevel Level, bool ShowsZeros)
{
    /// <summary>The view of what an engine decided: all that is hidden has one symbol.</summary>
    /// <param name="publication">The cells with their true values, and what became of each.</param>
    /// <param name="level">What the attacker knows beside it.</param>
    /// <param name="protectsZeros">Whether zeros are hidden.</param>
    /// <param name="threshold">At level C: k, as the symbol of a primary cell would tell it. Otherwise without meaning.</param>
    public static AttackerView Of(Publication publication, KnowledgeLevel level, bool protectsZeros, int threshold = ProtectionRules.LeastThresholdInProduction) =>
        new(publication.System, [.. publication.System.Cells.Select((cell, index) => ViewOf(cell, publication.Statuses[index], threshold))], [.. publication.System.InnerCells.Select(inner => inner.Count)], level, !protectsZeros);

    /// <summary>Indices of the cells whose interval is asked for: what is hidden, and what nobody may be able to compute.</summary>
    public IReadOnlyList<int> Targets { get; } = [.. Enumerable.Range(0, Cells.Count).Where(cell => Cells[cell].Visibility == Visibility.Hidden || Cells[cell].IsProtected)];

    /// <summary>What the attacker knows of the value of a cell that he sees so.</summary>
    internal Bounds BoundsOf(CellView cell) => cell switch
    {
        { Visibility: Visibility.Shown } => Bounds.Exactly(cell.Value ?? throw new ArgumentException("A cell is shown, and its value is not given.")),
        { Visibility: Visibility.Unprinted } => Bounds.Any,
        // What a symbol says is believed unless the auditor knows better: a zero may be hidden beside an earlier release.
        _ when Level == KnowledgeLevel.C && cell.Below is { } below && cell.Value is null or >= 1 && !(cell.Value >= below) => new(1, below - 1),
        _ => Level != KnowledgeLevel.A && ShowsZeros && cell.Value is null or >= 1 ? new(1, Bounds.None) : Bounds.Any,
    };

    private static CellView ViewOf(Cell cell, CellStatus status, int threshold) => (cell.Kind, status) switch
    {
        (CellKind.Derivable, _) => new(Visibility.Unprinted, cell.Value, IsProtected: status == CellStatus.Primary),
        (_, CellStatus.Published) => new(Visibility.Shown, cell.Value),
        (_, CellStatus.Primary) => new(Visibility.Hidden, cell.Value, threshold, IsProtected: true),
        _ => new(Visibility.Hidden, cell.Value),
    };
}
