namespace Regional.Disclosure;

/// <summary>
/// All that a publication says, as one system of sums: every table, every margin, every grouping, what was released earlier and what must not be
/// computable, over the same inner cells. A cell is safe in the system or it is not; table by table proves nothing.
/// </summary>
/// <remarks>Built by <see cref="CellSystemBuilder"/>. Columns lie one behind the other, so that 100,000 cells are a few megabytes.</remarks>
public sealed class CellSystem
{
    private readonly int[] _starts;
    private readonly int[] _inner;
    private readonly int[] _coefficients;
    private readonly Dictionary<string, int> _byId;

    internal CellSystem(
        IReadOnlyList<string> dimensions, IReadOnlyList<InnerCell> innerCells, IReadOnlyList<Cell> cells, IReadOnlyList<Share> shares,
        int[] starts, int[] inner, int[] coefficients, Dictionary<string, int> byId)
    {
        (Dimensions, InnerCells, Cells, Shares) = (dimensions, innerCells, cells, shares);
        (_starts, _inner, _coefficients, _byId) = (starts, inner, coefficients, byId);
    }

    /// <summary>Names of the dimensions that <see cref="Cell.Labels"/> follow.</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>The unknowns, seen from an attacker.</summary>
    public IReadOnlyList<InnerCell> InnerCells { get; }

    /// <summary>The sums over them, in the order in which they are printed and in which ties are broken.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Parts and wholes whose difference is judged too.</summary>
    public IReadOnlyList<Share> Shares { get; }

    /// <summary>How many entries all columns have together.</summary>
    public int Entries => _inner.Length;

    /// <summary>The sum that a cell is.</summary>
    public Column ColumnOf(int cell)
    {
        var range = _starts[cell].._starts[cell + 1];
        return new(_inner.AsSpan(range), _coefficients.AsSpan(range));
    }

    /// <summary>The index of a cell; null when there is none of that id.</summary>
    public int? Find(string id) => _byId.TryGetValue(id, out var cell) ? cell : null;

    /// <summary>All inner cells of one school, board or gemeente: what its insider knows.</summary>
    /// <param name="dimension">Index of the dimension.</param>
    /// <param name="label">The label of the unit in that dimension.</param>
    /// <returns>Indices of inner cells, ascending; empty when no cell has that label.</returns>
    public IReadOnlyList<int> InnerCellsOf(int dimension, string label)
    {
        var known = new SortedSet<int>();
        for (var cell = 0; cell < Cells.Count; cell++)
        {
            if (Cells[cell].Labels.Count > dimension && Cells[cell].Labels[dimension] == label)
            {
                known.UnionWith(ColumnOf(cell).Inner.ToArray());
            }
        }

        return [.. known];
    }

    /// <summary>The cells whose value is not the sum of their inner cells, where all of these are known.</summary>
    public IReadOnlyList<(int Cell, long Sum)> CellsThatDoNotAddUp() =>
        [.. Enumerable.Range(0, Cells.Count).Select(cell => (Cell: cell, Sum: SumOf(cell) ?? Cells[cell].Value)).Where(each => each.Sum != Cells[each.Cell].Value)];

    /// <summary>The sum of a cell's inner cells; null when one of them is not known.</summary>
    public long? SumOf(int cell)
    {
        var column = ColumnOf(cell);
        var sum = 0L;
        for (var i = 0; i < column.Inner.Length; i++)
        {
            if (InnerCells[column.Inner[i]].Count is not { } count)
            {
                return null;
            }

            sum = checked(sum + column.Coefficients[i] * count);
        }

        return sum;
    }

    /// <summary>How many pupils a difference is about, those added and those removed taken together; null when an inner cell is not known.</summary>
    /// <remarks>One pupil gone and one come is no difference in the count, and two pupils all the same.</remarks>
    public long? Turnover(int cell) => Turnover(ColumnOf(cell), InnerCells);

    internal static long? Turnover(Column column, IReadOnlyList<InnerCell> innerCells)
    {
        // Who is in one of two areas counts with what the count is by then; who is in both counts with each change.
        var whole = new Dictionary<int, long>();
        var changes = new List<(int Of, long Change)>();
        for (var i = 0; i < column.Inner.Length; i++)
        {
            var inner = innerCells[column.Inner[i]];
            if (inner.Count is not { } count)
            {
                return null;
            }

            if (inner.ChangeOf is { } of)
            {
                changes.Add((of, column.Coefficients[i] * count));
            }
            else
            {
                whole.Add(column.Inner[i], column.Coefficients[i] * count);
            }
        }

        var moved = 0L;
        foreach (var (of, change) in changes)
        {
            if (whole.TryGetValue(of, out var sum))
            {
                whole[of] = sum + change;
            }
            else
            {
                moved += Math.Abs(change);
            }
        }

        return moved + whole.Values.Sum(Math.Abs);
    }
}
