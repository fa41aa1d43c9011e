namespace Regional.Disclosure.Auditing;

/// <summary>A basis as the product of a lower and an upper triangle, both sparse.</summary>
/// <remarks>
/// Pivots are chosen as Markowitz does, by how few other entries they touch: first columns and rows of one entry, which is most of a table's basis, then the
/// shortest column and in it the shortest row whose entry is not small.
/// </remarks>
internal sealed class Factors
{
    private const double LeastPivot = 1e-7;
    private const double LeastShare = 0.1;
    private const double Dust = 1e-12;

    private readonly List<(int Row, double Value, int LowerEnd, int UpperEnd)> _pivots = [];
    private readonly Entries _lower = new();
    private readonly Entries _upper = new();

    /// <summary>Makes the factors of the identity.</summary>
    public void Clear()
    {
        _pivots.Clear();
        _lower.Clear();
        _upper.Clear();
    }

    /// <summary>Factors a basis.</summary>
    /// <param name="rows">How many rows and columns it has.</param>
    /// <param name="columnOf">The entries of a column.</param>
    /// <returns>By row the column that has its pivot there; null when the basis is as good as singular.</returns>
    public int[]? Factor(int rows, Func<int, (int Row, double Value)[]> columnOf)
    {
        Clear();
        var active = new ActiveMatrix(rows, columnOf);
        var columns = new int[rows];
        for (var step = 0; step < rows; step++)
        {
            var (row, column) = active.NextPivot(LeastPivot, LeastShare);
            if (row < 0)
            {
                return null;
            }

            columns[row] = column;
            var pivot = active.Take(row, column, (other, factor) => _lower.Add(other, factor), Dust);
            foreach (var (above, value) in active.Above(column))
            {
                _upper.Add(above, value);
            }

            _pivots.Add((row, pivot, _lower.Count, _upper.Count));
        }

        return columns;
    }

    /// <summary>Turns a column into its coefficients over the basis, each at the row of its pivot.</summary>
    public void Solve(Span<double> column)
    {
        var start = 0;
        foreach (var (row, _, end, _) in _pivots)
        {
            if (column[row] is not 0 and var entry)
            {
                for (var i = start; i < end; i++)
                {
                    column[_lower.Rows[i]] -= _lower.Values[i] * entry;
                }
            }

            start = end;
        }

        for (var step = _pivots.Count - 1; step >= 0; step--)
        {
            var (row, pivot, _, end) = _pivots[step];
            if (column[row] is not 0 and var entry)
            {
                var value = column[row] = entry / pivot;
                for (var i = step == 0 ? 0 : _pivots[step - 1].UpperEnd; i < end; i++)
                {
                    column[_upper.Rows[i]] -= _upper.Values[i] * value;
                }
            }
        }
    }

    /// <summary>Turns costs over the basis into multipliers of the rows.</summary>
    public void SolveTransposed(Span<double> costs)
    {
        var start = 0;
        foreach (var (row, pivot, _, end) in _pivots)
        {
            var sum = costs[row];
            for (var i = start; i < end; i++)
            {
                sum -= _upper.Values[i] * costs[_upper.Rows[i]];
            }

            costs[row] = sum / pivot;
            start = end;
        }

        for (var step = _pivots.Count - 1; step >= 0; step--)
        {
            var (row, _, end, _) = _pivots[step];
            for (var i = step == 0 ? 0 : _pivots[step - 1].LowerEnd; i < end; i++)
            {
                costs[row] -= _lower.Values[i] * costs[_lower.Rows[i]];
            }
        }
    }

    private sealed class Entries
    {
        public int[] Rows { get; private set; } = new int[256];

        public double[] Values { get; private set; } = new double[256];

        public int Count { get; private set; }

        public void Clear() => Count = 0;

        public void Add(int row, double value)
        {
            if (Count == Rows.Length)
            {
                (var rows, var values) = (Rows, Values);
                Array.Resize(ref rows, 2 * Count);
                Array.Resize(ref values, 2 * Count);
                (Rows, Values) = (rows, values);
            }

            (Rows[Count], Values[Count++]) = (row, value);
        }
    }
}
