namespace Regional.Disclosure.Auditing;

/// <summary>How a search for the largest value ended.</summary>
internal enum Ending
{
    /// <summary>Nothing is larger.</summary>
    Optimal,

    /// <summary>As large as was asked for; there may be larger.</summary>
    Enough,

    /// <summary>There is no largest value.</summary>
    Unbounded,

    /// <summary>Given up: too many steps, or a basis too close to singular.</summary>
    Stopped,
}

/// <summary>
/// The bounded primal simplex method for equations: moves from point to point, each satisfying all equations, as long as the objective grows. It begins at any
/// point that satisfies them, so that a search near the true table begins there.
/// </summary>
/// <remarks>
/// Variables from <see cref="Matrix.Columns"/> on are the rows' own: what an equation is short of. They are 0 except while a first point is looked for.
/// Dantzig's rule; where many steps make no way, the next variable is drawn at random, which cannot cycle for ever.
/// </remarks>
internal sealed class Simplex
{
    private const double Tiny = 1e-9;
    private const double LeastPivot = 1e-7;
    private const double Slack = 1e-9;
    private const int Stalled = 40;

    private readonly Matrix _matrix;
    private readonly double[] _rightSide;
    private readonly Basis _basis;
    private readonly double[] _column;
    private readonly double[] _multipliers;
    private uint _random = 2463534242;

    /// <param name="matrix">The coefficients of the equations.</param>
    /// <param name="rightSide">What each equation adds up to.</param>
    public Simplex(Matrix matrix, double[] rightSide)
    {
        (_matrix, _rightSide, _basis) = (matrix, rightSide, new(matrix));
        var variables = matrix.Columns + matrix.Rows;
        (Lower, Upper, Point) = (new double[variables], new double[variables], new double[variables]);
        (_column, _multipliers) = (new double[matrix.Rows], new double[matrix.Rows]);
        MostSteps = 200 + 20 * variables;
    }

    /// <summary>After so many steps a search is given up.</summary>
    public int MostSteps { get; init; }

    public double[] Lower { get; }

    public double[] Upper { get; }

    /// <summary>The value of each variable.</summary>
    public double[] Point { get; }

    /// <summary>After a search that ended optimal: how much the objective would grow with the right side of each row.</summary>
    public ReadOnlySpan<double> Multipliers => _multipliers;

    /// <summary>Forgets the basis; the point, which the caller may have changed, stays.</summary>
    public void Restart() => _basis.Restart();

    /// <summary>Makes the objective as large as it can be.</summary>
    /// <param name="costs">The objective, by variable.</param>
    /// <param name="enough">Stop when it is as large as this.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Ending Maximize(double[] costs, double enough, CancellationToken cancellation)
    {
        for (int step = 0, stalled = 0; step < MostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Objective(costs) >= enough)
            {
                return Ending.Enough;
            }

            Price(costs);
            var (entering, direction) = Entering(costs, isRandom: stalled > Stalled);
            if (entering < 0)
            {
                return Ending.Optimal;
            }

            _basis.Express(entering, _column);
            var (length, row) = Ratio(entering, direction);
            if (double.IsInfinity(length))
            {
                return Ending.Unbounded;
            }

            // A row's own variable leaves once and for all, so that is a step forward though the point stays.
            stalled = length > Slack || (row >= 0 && _basis.Variables[row] >= _matrix.Columns) ? 0 : stalled + 1;
            Move(entering, direction * length);
            if (row < 0)
            {
                Point[entering] = direction > 0 ? Upper[entering] : Lower[entering];
            }
            else if (!Exchange(entering, row, direction))
            {
                return Ending.Stopped;
            }
        }

        return Ending.Stopped;
    }

    /// <summary>Finds a point that satisfies all equations and bounds.</summary>
    /// <returns>True when there is one, and it is the point from now on; false when there is none; null when the search was given up.</returns>
    public bool? FindPoint(CancellationToken cancellation)
    {
        for (var variable = 0; variable < _matrix.Columns; variable++)
        {
            Point[variable] = double.IsFinite(Lower[variable]) ? Lower[variable] : double.IsFinite(Upper[variable]) ? Upper[variable] : 0;
        }

        Array.Clear(Point, _matrix.Columns, _matrix.Rows);
        Restart();
        Recompute();
        var costs = new double[Point.Length];
        for (var own = _matrix.Columns; own < Point.Length; own++)
        {
            (Lower[own], Upper[own]) = (Math.Min(0, Point[own]), Math.Max(0, Point[own]));
            costs[own] = -Math.Sign(Point[own]);
        }

        var ending = Maximize(costs, enough: -Slack, cancellation);
        var missing = -Objective(costs);
        Array.Clear(Lower, _matrix.Columns, _matrix.Rows);
        Array.Clear(Upper, _matrix.Columns, _matrix.Rows);
        return missing <= 1e-7 ? true : ending == Ending.Optimal && missing > 1e-5 ? false : null;
    }

    private double Objective(double[] costs)
    {
        var sum = 0.0;
        for (var i = 0; i < costs.Length; i++)
        {
            sum += costs[i] is 0 ? 0 : costs[i] * Point[i];
        }

        return sum;
    }

    private void Price(double[] costs)
    {
        for (var row = 0; row < _column.Length; row++)
        {
            _multipliers[row] = costs[_basis.Variables[row]];
        }

        _basis.SolveTransposed(_multipliers);
    }

    private (int Variable, int Direction) Entering(double[] costs, bool isRandom)
    {
        var (best, direction, most) = (-1, 0, 0.0);
        for (var variable = 0; variable < Point.Length; variable++)
        {
            if (_basis.Holds(variable) || Lower[variable] == Upper[variable])
            {
                continue;
            }

            var gain = costs[variable] - Priced(variable);
            var size = Math.Abs(gain);
            if (size > Tiny && (gain > 0 ? Point[variable] < Upper[variable] : Point[variable] > Lower[variable]))
            {
                size = isRandom ? NextRandom() : size;
                if (size > most)
                {
                    (best, direction, most) = (variable, Math.Sign(gain), size);
                }
            }
        }

        return (best, direction);
    }

    private double Priced(int variable)
    {
        if (variable >= _matrix.Columns)
        {
            return _multipliers[variable - _matrix.Columns];
        }

        var sum = 0.0;
        for (var i = _matrix.Starts[variable]; i < _matrix.Starts[variable + 1]; i++)
        {
            sum += _multipliers[_matrix.RowIndices[i]] * _matrix.Values[i];
        }

        return sum;
    }

    private double NextRandom()
    {
        _random ^= _random << 13;
        _random ^= _random >> 17;
        _random ^= _random << 5;
        return 1 + _random;
    }

    // How far the entering variable can go, and which row's variable then stands at its bound; row -1 when it is the entering one itself.
    private (double Length, int Row) Ratio(int entering, int direction)
    {
        var own = direction > 0 ? Upper[entering] - Point[entering] : Point[entering] - Lower[entering];
        var longest = double.PositiveInfinity;
        for (var row = 0; row < _column.Length; row++)
        {
            if (Math.Abs(_column[row]) > LeastPivot)
            {
                longest = Math.Min(longest, Room(row, direction) + Slack / Math.Abs(_column[row]));
            }
        }

        if (own <= longest)
        {
            return (own, -1);
        }

        // Among those that stop it about equally soon, the largest pivot is the steadiest.
        var (length, best, pivot) = (0.0, -1, 0.0);
        for (var row = 0; row < _column.Length; row++)
        {
            if (Math.Abs(_column[row]) is var size && size > LeastPivot && size > pivot && Room(row, direction) is var room && room <= longest)
            {
                (length, best, pivot) = (Math.Max(0, room), row, size);
            }
        }

        return (length, best);
    }

    private double Room(int row, int direction)
    {
        var (variable, rate) = (_basis.Variables[row], direction * _column[row]);
        return rate > 0 ? (Point[variable] - Lower[variable]) / rate : (Upper[variable] - Point[variable]) / -rate;
    }

    private void Move(int entering, double step)
    {
        Point[entering] += step;
        for (var row = 0; row < _column.Length && step != 0; row++)
        {
            if (_column[row] != 0)
            {
                Point[_basis.Variables[row]] -= step * _column[row];
            }
        }
    }

    // False when the basis has become too close to singular.
    private bool Exchange(int entering, int row, int direction)
    {
        var leaving = _basis.Variables[row];
        Point[leaving] = direction * _column[row] > 0 ? Lower[leaving] : Upper[leaving];
        if (!_basis.Exchange(entering, row, _column))
        {
            return true;
        }

        if (!_basis.TryFactor())
        {
            return false;
        }

        Recompute();
        return true;
    }

    // The basic variables follow from those that are not.
    private void Recompute()
    {
        _rightSide.CopyTo(_column, 0);
        for (var variable = 0; variable < Point.Length; variable++)
        {
            if (_basis.Holds(variable) || Point[variable] == 0)
            {
                continue;
            }

            foreach (var (row, value) in _matrix.EntriesOf(variable))
            {
                _column[row] -= value * Point[variable];
            }
        }

        _basis.Solve(_column);
        for (var row = 0; row < _column.Length; row++)
        {
            Point[_basis.Variables[row]] = _column[row];
        }
    }
}
