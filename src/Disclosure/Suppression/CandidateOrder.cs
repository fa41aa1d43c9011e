namespace Regional.Disclosure.Suppression;

/// <summary>What is published first stays published: the order of the candidates is the cost function of the suppression.</summary>
public static class CandidateOrder
{
    /// <summary>
    /// Zeros where they are not protected (hiding them protects nothing), then the largest value times weight, then the cell whose inner cells weigh most in
    /// the whole publication, then the first by index. Cells that were hidden before come last, so that the same ones are hidden again.
    /// </summary>
    /// <remarks>Langsrud, Secondary Cell Suppression by Gaussian Elimination, PSD 2024: the order of its default.</remarks>
    /// <param name="system">The cells.</param>
    /// <param name="protectsZeros">Whether zeros are hidden.</param>
    /// <param name="hiddenBefore">Indices of cells that an earlier release did not show.</param>
    /// <returns>Indices of all outputs, first to publish first.</returns>
    public static IReadOnlyList<int> Of(CellSystem system, bool protectsZeros, IReadOnlySet<int> hiddenBefore)
    {
        var masses = Masses(system);
        return [.. Enumerable.Range(0, system.Cells.Count)
            .Where(cell => system.Cells[cell].Kind == CellKind.Output)
            .OrderBy(hiddenBefore.Contains)
            .ThenBy(cell => protectsZeros || system.Cells[cell].Value != 0)
            .ThenByDescending(cell => Mass(system.Cells[cell]))
            .ThenByDescending(cell => masses[cell])
            .ThenBy(cell => cell)];
    }

    private static Int128 Mass(Cell cell) => ((Int128)cell.Value + 1) * cell.Weight;

    // How much is published of the inner cells of a cell, all cells that contain them taken together.
    private static Int128[] Masses(CellSystem system)
    {
        var inner = new Int128[system.InnerCells.Count];
        var masses = new Int128[system.Cells.Count];
        for (var cell = 0; cell < masses.Length; cell++)
        {
            var column = system.ColumnOf(cell);
            var mass = Mass(system.Cells[cell]);
            for (var i = 0; i < column.Inner.Length && system.Cells[cell].Kind == CellKind.Output; i++)
            {
                inner[column.Inner[i]] += column.Coefficients[i] * mass;
            }
        }

        for (var cell = 0; cell < masses.Length; cell++)
        {
            var column = system.ColumnOf(cell);
            for (var i = 0; i < column.Inner.Length; i++)
            {
                masses[cell] += column.Coefficients[i] * inner[column.Inner[i]];
            }
        }

        return masses;
    }
}
