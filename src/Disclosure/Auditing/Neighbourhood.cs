namespace Regional.Disclosure.Auditing;

/// <summary>
/// Some equations around an unknown, with all that is unknown in them. Unknowns at its edge occur in other equations too. With the edge held still a point is
/// one of the whole system; with the edge free its bounds hold in the whole system. Where there is no edge the two are one.
/// </summary>
internal sealed class Neighbourhood
{
    // Whole numbers divided by small ones are what multipliers of table equations are; this many parts hold all up to sixteen but thirteen.
    private const double Parts = 5040 * 11;

    private readonly Equations _equations;
    private readonly Bounds[] _bounds;
    private readonly int[] _rows;
    private readonly bool[] _isEdge;
    private readonly Matrix _matrix;
    private readonly double[] _rightSide;
    private readonly double[] _costs;
    private bool _isPlaced;

    /// <param name="equations">All equations.</param>
    /// <param name="bounds">What is known; an unknown whose bounds meet is none.</param>
    /// <param name="rows">The equations.</param>
    /// <param name="unknowns">All that is unknown in them.</param>
    /// <param name="isEdge">Which of these occur in other equations too.</param>
    /// <param name="places">By index of an unknown its place among them; -1 where it has none.</param>
    public Neighbourhood(Equations equations, Bounds[] bounds, int[] rows, int[] unknowns, bool[] isEdge, int[] places)
    {
        (_equations, _bounds, _rows, Unknowns, _isEdge) = (equations, bounds, rows, unknowns, isEdge);
        (_rightSide, _costs) = (new double[rows.Length], new double[rows.Length + unknowns.Length]);
        HasEdge = isEdge.Contains(true);
        _matrix = Columns(places);
        Simplex = new(_matrix, _rightSide);
    }

    /// <summary>The unknowns, by the index of the variable.</summary>
    public int[] Unknowns { get; }

    /// <summary>The equations.</summary>
    public IReadOnlyList<int> Rows => _rows;

    public Simplex Simplex { get; }

    /// <summary>The variable that an unknown is.</summary>
    public int IndexOf(int unknown) => Array.IndexOf(Unknowns, unknown);

    public bool HasEdge { get; }

    /// <summary>Puts the edge where it is in a point and begins there; where there is no edge, the search goes on from where it is.</summary>
    public void HoldEdge(double[] point)
    {
        if (_isPlaced)
        {
            return;
        }

        _isPlaced = !HasEdge;
        for (var i = 0; i < Unknowns.Length; i++)
        {
            var (value, bounds) = (point[Unknowns[i]], _bounds[Unknowns[i]]);
            Simplex.Point[i] = value;
            (Simplex.Lower[i], Simplex.Upper[i]) = _isEdge[i] ? (value, value) : (Real(bounds.Least), Real(bounds.Most));
        }

        Array.Clear(Simplex.Point, Unknowns.Length, _rows.Length);
        Simplex.Restart();
    }

    /// <summary>Goes back to a point that satisfies all equations and bounds, with the basis of the last push: the next one goes but a short way from there.</summary>
    public void Return(double[] point)
    {
        for (var i = 0; i < Unknowns.Length; i++)
        {
            Simplex.Point[i] = point[Unknowns[i]];
        }

        Array.Clear(Simplex.Point, Unknowns.Length, _rows.Length);
    }

    /// <summary>Lets the edge go where its bounds allow.</summary>
    public void FreeEdge()
    {
        _isPlaced = false;
        for (var i = 0; i < Unknowns.Length; i++)
        {
            (Simplex.Lower[i], Simplex.Upper[i]) = (Real(_bounds[Unknowns[i]].Least), Real(_bounds[Unknowns[i]].Most));
        }
    }

    /// <summary>Pushes an unknown up (1) or down (-1).</summary>
    /// <param name="unknown">One of <see cref="Unknowns"/>.</param>
    /// <param name="direction">1 or -1.</param>
    /// <param name="enough">The value at which to stop.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Ending Push(int unknown, int direction, double enough, CancellationToken cancellation)
    {
        Array.Clear(_costs);
        _costs[IndexOf(unknown)] = direction;
        var ending = Simplex.Maximize(_costs, direction * enough, cancellation);
        _isPlaced &= ending != Ending.Stopped;
        return ending;
    }

    /// <summary>
    /// After a push that ended optimal: a value that the unknown cannot pass, whatever errors the search made. The multipliers prove it by themselves: times
    /// them the equations add up to one that bounds the unknown.
    /// </summary>
    public double ProvenBound(int direction)
    {
        var multipliers = new double[_rows.Length];
        var bound = 0.0;
        for (var row = 0; row < _rows.Length; row++)
        {
            var (exact, snapped) = (Simplex.Multipliers[row], Math.Round(Simplex.Multipliers[row] * Parts) / Parts);
            multipliers[row] = Math.Abs(exact - snapped) < 1e-9 ? snapped : exact;
            bound += multipliers[row] * _rightSide[row];
        }

        for (var i = 0; i < Unknowns.Length; i++)
        {
            var gain = _costs[i];
            for (var at = _matrix.Starts[i]; at < _matrix.Starts[i + 1]; at++)
            {
                gain -= multipliers[_matrix.RowIndices[at]] * _matrix.Values[at];
            }

            if (Math.Abs(gain) > 1e-11)
            {
                bound += gain * (gain > 0 ? Simplex.Upper[i] : Simplex.Lower[i]);
            }
        }

        return direction * bound;
    }

    /// <summary>The equations that the last push used to bound the unknown, each with its multiplier.</summary>
    public IEnumerable<(int Row, double Multiplier)> Used() =>
        Enumerable.Range(0, _rows.Length).Select(row => (_rows[row], Simplex.Multipliers[row])).Where(used => Math.Abs(used.Item2) > 1e-7);

    /// <summary>The point as whole numbers, if it is one and satisfies every equation exactly; else null.</summary>
    public long[]? WholePoint()
    {
        var whole = new long[Unknowns.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = (long)Math.Round(Simplex.Point[i]);
            if (Math.Abs(Simplex.Point[i] - whole[i]) > 1e-6 || whole[i] < Simplex.Lower[i] || whole[i] > Simplex.Upper[i])
            {
                return null;
            }
        }

        var sums = new long[_rows.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            for (var at = _matrix.Starts[i]; at < _matrix.Starts[i + 1]; at++)
            {
                sums[_matrix.RowIndices[at]] += (long)_matrix.Values[at] * whole[i];
            }
        }

        return sums.Zip(_rightSide).All(pair => pair.First == (long)pair.Second) ? whole : null;
    }

    /// <summary>Whether the point satisfies bounds and equations, but for rounding.</summary>
    public bool IsSound()
    {
        var sums = new double[_rows.Length];
        for (var i = 0; i < Unknowns.Length; i++)
        {
            if (Simplex.Point[i] < Simplex.Lower[i] - 1e-6 || Simplex.Point[i] > Simplex.Upper[i] + 1e-6)
            {
                return false;
            }

            for (var at = _matrix.Starts[i]; at < _matrix.Starts[i + 1]; at++)
            {
                sums[_matrix.RowIndices[at]] += _matrix.Values[at] * Simplex.Point[i];
            }
        }

        return sums.Zip(_rightSide).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
    }

    private static double Real(long bound) => bound <= -Bounds.None ? double.NegativeInfinity : bound >= Bounds.None ? double.PositiveInfinity : bound;

    private Matrix Columns(int[] places)
    {
        var starts = new int[Unknowns.Length + 1];
        foreach (var row in _rows)
        {
            foreach (var unknown in _equations.Unknowns(row))
            {
                starts[places[unknown] + 1] += places[unknown] >= 0 ? 1 : 0;
            }
        }

        for (var i = 0; i < Unknowns.Length; i++)
        {
            starts[i + 1] += starts[i];
        }

        var (next, rowIndices, values) = (starts.ToArray(), new int[starts[^1]], new double[starts[^1]]);
        for (var row = 0; row < _rows.Length; row++)
        {
            var unknowns = _equations.Unknowns(_rows[row]);
            var coefficients = _equations.Coefficients(_rows[row]);
            for (var i = 0; i < unknowns.Length; i++)
            {
                if (places[unknowns[i]] is >= 0 and var place)
                {
                    rowIndices[next[place]] = row;
                    values[next[place]++] = coefficients[i];
                }
                else
                {
                    _rightSide[row] -= coefficients[i] * _bounds[unknowns[i]].Least;
                }
            }
        }

        return new(_rows.Length, starts, rowIndices, values);
    }
}
