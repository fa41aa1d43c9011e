namespace Regional.Disclosure.Auditing;

/// <summary>The inverse of a basis as a product: one sparse column for each exchange, applied one after the other.</summary>
internal sealed class EtaFile
{
    // What a subtraction leaves of two equal numbers; table coefficients are small whole numbers.
    private const double Dust = 1e-12;

    private readonly List<(int Row, double Pivot, int End)> _etas = [];
    private int[] _rows = new int[256];
    private double[] _values = new double[256];
    private int _length;

    public int Count => _etas.Count;

    public void Clear()
    {
        _etas.Clear();
        _length = 0;
    }

    /// <summary>Adds the exchange that puts a column into the basis at a row.</summary>
    /// <param name="column">The column, as <see cref="Solve"/> leaves it.</param>
    /// <param name="row">The row; its entry is not zero.</param>
    public void Add(ReadOnlySpan<double> column, int row)
    {
        for (var i = 0; i < column.Length; i++)
        {
            if (i != row && Math.Abs(column[i]) > Dust)
            {
                if (_length == _rows.Length)
                {
                    Array.Resize(ref _rows, 2 * _length);
                    Array.Resize(ref _values, 2 * _length);
                }

                (_rows[_length], _values[_length++]) = (i, column[i]);
            }
        }

        _etas.Add((row, column[row], _length));
    }

    /// <summary>Turns a column into its coefficients over the basis.</summary>
    public void Solve(Span<double> column)
    {
        var start = 0;
        foreach (var (row, pivot, end) in _etas)
        {
            if (column[row] is not 0 and var entry)
            {
                var factor = entry / pivot;
                for (var i = start; i < end; i++)
                {
                    column[_rows[i]] -= factor * _values[i];
                }

                column[row] = factor;
            }

            start = end;
        }
    }

    /// <summary>Turns costs over the basis into multipliers of the rows.</summary>
    public void SolveTransposed(Span<double> costs)
    {
        for (var e = _etas.Count - 1; e >= 0; e--)
        {
            var (row, pivot, end) = _etas[e];
            var sum = costs[row];
            for (var i = e == 0 ? 0 : _etas[e - 1].End; i < end; i++)
            {
                sum -= _values[i] * costs[_rows[i]];
            }

            costs[row] = sum / pivot;
        }
    }
}
