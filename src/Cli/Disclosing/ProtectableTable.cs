using Regional.Disclosure;

namespace Regional.Cli.Disclosing;

/// <summary>A table as it was read, ready to be protected.</summary>
/// <param name="System">Its cells.</param>
/// <param name="InnerIds">Names of the inner cells, by index: the same pupils have the same name in every release.</param>
/// <param name="Printed">Indices of the cells in the order in which they are written.</param>
internal sealed record ProtectableTable(CellSystem System, IReadOnlyList<string> InnerIds, IReadOnlyList<int> Printed)
{
    /// <summary>The columns that name a cell: its id, or its place in each dimension.</summary>
    public required IReadOnlyList<string> KeyColumns { get; init; }

    /// <summary>What those columns hold of a cell.</summary>
    public required Func<Cell, IReadOnlyList<string>> KeyOf { get; init; }

    /// <summary>Cells that the file itself says are primary; null where it does not say.</summary>
    public IReadOnlyList<int>? Primary { get; init; }

    /// <summary>The order of publication that the file itself gives; null where it gives none.</summary>
    public IReadOnlyList<int>? Order { get; init; }
}
