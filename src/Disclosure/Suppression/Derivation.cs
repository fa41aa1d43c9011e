namespace Regional.Disclosure.Suppression;

/// <summary>Explains how a cell follows from published ones: for a refusal that names what stands in the way.</summary>
public static class Derivation
{
    /// <summary>The published cells of which a cell is a linear combination.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="published">Indices of what is published.</param>
    /// <param name="cell">Index of the cell.</param>
    /// <returns>Indices, ascending; empty when the cell does not follow from them.</returns>
    public static IReadOnlyList<int> Of(CellSystem system, IReadOnlyList<int> published, int cell)
    {
        // Each published column carries a row of its own along, which tells in the end how often it was used.
        var inner = system.InnerCells.Count;
        var columns = new SparseColumns(inner + published.Count, published.Count + 1);
        for (var i = 0; i < published.Count; i++)
        {
            var column = system.ColumnOf(published[i]);
            columns.Set(i, new([.. column.Inner, inner + i], [.. column.Coefficients, 1]));
        }

        columns.Set(published.Count, system.ColumnOf(cell));
        for (var i = 0; i < published.Count; i++)
        {
            if (columns.RowsOf(i)[0] < inner)
            {
                columns.Eliminate(i, columns.RowsOf(i).ToArray().Where(row => row < inner).MinBy(columns.Occurrences), _ => { });
            }
        }

        var left = columns.RowsOf(published.Count).ToArray();
        return left.Length > 0 && left[0] >= inner ? [.. left.Select(row => published[row - inner])] : [];
    }
}
