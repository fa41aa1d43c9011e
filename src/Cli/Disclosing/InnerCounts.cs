namespace Regional.Cli.Disclosing;

/// <summary>
/// Finds the counts of inner cells, as far as the cells tell them: a cell of which all inner cells but one are known tells the last one, and a plain sum of
/// which nothing is left tells that all others are empty. Each entry of the matrix is looked at a few times at most.
/// </summary>
internal sealed class InnerCounts
{
    private readonly MatrixFile _matrix;
    private readonly long?[] _known;
    private readonly long[] _rests;
    private readonly int[] _unknown;
    private readonly bool[] _isPlain;
    private readonly ILookup<int, (int Cell, int Coefficient)> _containing;
    private readonly Queue<int> _telling;

    private InnerCounts(MatrixFile matrix, IReadOnlyList<long> counts)
    {
        (_matrix, _known, _rests) = (matrix, new long?[matrix.InnerIds.Count], [.. counts]);
        var cells = Enumerable.Range(0, counts.Count).ToList();
        _unknown = [.. cells.Select(cell => matrix.Inner(cell).Length)];
        _isPlain = [.. cells.Select(cell => matrix.Coefficients(cell).ToArray().All(coefficient => coefficient > 0))];
        _containing = cells.SelectMany(cell => matrix.Inner(cell).ToArray().Zip(matrix.Coefficients(cell).ToArray(), (inner, coefficient) => (inner, cell, coefficient)))
            .ToLookup(entry => entry.inner, entry => (entry.cell, entry.coefficient));
        _telling = new(cells.Where(Tells));
    }

    /// <summary>The counts by index of the inner cell; null where nothing tells.</summary>
    /// <param name="matrix">What each cell adds up.</param>
    /// <param name="counts">The counts of the cells, by index.</param>
    public static IReadOnlyList<long?> Of(MatrixFile matrix, IReadOnlyList<long> counts)
    {
        var found = new InnerCounts(matrix, counts);
        while (found._telling.TryDequeue(out var cell))
        {
            found.Learn(cell);
        }

        return found._known;
    }

    private bool Tells(int cell) => _unknown[cell] == 1 || (_unknown[cell] > 0 && _rests[cell] == 0 && _isPlain[cell]);

    private void Learn(int cell)
    {
        var (inner, coefficients) = (_matrix.Inner(cell).ToArray(), _matrix.Coefficients(cell).ToArray());
        for (var i = 0; i < inner.Length && Tells(cell); i++)
        {
            if (_known[inner[i]] is null && _rests[cell] % coefficients[i] == 0)
            {
                Know(inner[i], _rests[cell] / coefficients[i]);
            }
        }
    }

    private void Know(int inner, long count)
    {
        _known[inner] = count;
        foreach (var (cell, coefficient) in _containing[inner])
        {
            var told = Tells(cell);
            _unknown[cell]--;
            _rests[cell] -= coefficient * count;
            if (!told && Tells(cell))
            {
                _telling.Enqueue(cell);
            }
        }
    }
}
