namespace Regional.Disclosure.Auditing;

/// <summary>A reader of the publication who knows all inner cells of one school, board or gemeente, and looks for its neighbours.</summary>
/// <param name="Unit">What he knows.</param>
/// <param name="Inner">Indices of its inner cells.</param>
public sealed record Insider(string Unit, IReadOnlyList<int> Inner)
{
    /// <summary>The insiders of a dimension: one for each member and each group.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="dimension">Index of the dimension.</param>
    public static IReadOnlyList<Insider> Of(CellSystem system, int dimension) =>
        [.. system.Cells.Where(cell => cell.Labels.Count > dimension).Select(cell => cell.Labels[dimension]).Where(label => label != Dimension.Total).Distinct(StringComparer.Ordinal)
            .Select(label => new Insider(label, system.InnerCellsOf(dimension, label)))];
}
