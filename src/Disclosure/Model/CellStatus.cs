namespace Regional.Disclosure;

/// <summary>What becomes of a cell. Outside the engine's own records primary and secondary are one: hidden.</summary>
/// <remarks>
/// With two symbols an attacker knows that a primary cell lies under the threshold. On published test tables that alone made a third of the primary cells exact.
/// </remarks>
public enum CellStatus
{
    /// <summary>Shown with its value.</summary>
    Published,

    /// <summary>Hidden because a rule says that its own value tells too much.</summary>
    Primary,

    /// <summary>Hidden because a primary cell could be computed from it.</summary>
    Secondary,
}

/// <summary>A system and what becomes of each of its cells: what the world sees, and what an audit looks at.</summary>
/// <param name="System">All cells, with their true values.</param>
/// <param name="Statuses">By index of the cell. A derivable cell is <see cref="CellStatus.Primary"/> when it must not be computable, else <see cref="CellStatus.Published"/> without being shown.</param>
public sealed record Publication(CellSystem System, IReadOnlyList<CellStatus> Statuses)
{
    /// <summary>Whether the world sees the value.</summary>
    public bool Shows(int cell) => Statuses[cell] == CellStatus.Published && System.Cells[cell].Kind == CellKind.Output;

    /// <summary>Whether the world sees that there is a figure, and not which.</summary>
    public bool Hides(int cell) => Statuses[cell] != CellStatus.Published && System.Cells[cell].Kind == CellKind.Output;
}
