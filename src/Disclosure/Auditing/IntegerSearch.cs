namespace Regional.Disclosure.Auditing;

/// <summary>Branch and bound: the largest or smallest whole value of an unknown among whole points, for components that are small enough.</summary>
internal sealed class IntegerSearch
{
    private const int MostNodes = 2_000;

    private readonly Neighbourhood _component;
    private readonly int _unknown;
    private readonly int _direction;
    private readonly CancellationToken _cancellation;
    private double _best = double.NegativeInfinity;
    private int _nodes;
    private bool _isComplete = true;

    private IntegerSearch(Neighbourhood component, int unknown, int direction, CancellationToken cancellation) =>
        (_component, _unknown, _direction, _cancellation) = (component, unknown, direction, cancellation);

    /// <summary>Whole values of all unknowns with one of them as large (1) or as small (-1) as can be; null where there are none.</summary>
    /// <param name="component">A neighbourhood without an edge.</param>
    /// <param name="unknown">The one.</param>
    /// <param name="direction">1 or -1.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The point, and whether it is proven that there is none better.</returns>
    public static (long[]? Point, bool IsProven) Run(Neighbourhood component, int unknown, int direction, CancellationToken cancellation)
    {
        var search = new IntegerSearch(component, unknown, direction, cancellation);
        component.FreeEdge();
        var (lower, upper) = (component.Simplex.Lower.ToArray(), component.Simplex.Upper.ToArray());
        search.Descend(lower, upper);
        lower.CopyTo(component.Simplex.Lower, 0);
        upper.CopyTo(component.Simplex.Upper, 0);
        return (search.Point, search._isComplete);
    }

    private long[]? Point { get; set; }

    private void Descend(double[] lower, double[] upper)
    {
        if (_nodes++ >= MostNodes)
        {
            _isComplete = false;
            return;
        }

        var simplex = _component.Simplex;
        lower.CopyTo(simplex.Lower, 0);
        upper.CopyTo(simplex.Upper, 0);
        if (simplex.FindPoint(_cancellation) is not true and var found)
        {
            _isComplete &= found is false;
            return;
        }

        var ending = _component.Push(_unknown, _direction, _direction * double.PositiveInfinity, _cancellation);
        if (ending != Ending.Optimal)
        {
            _isComplete = false;
            return;
        }

        if (Math.Floor(_direction * _component.ProvenBound(_direction) + 1e-6) <= _best)
        {
            return;
        }

        if (_component.WholePoint() is { } whole)
        {
            (_best, Point) = (_direction * whole[_component.IndexOf(_unknown)], whole);
            return;
        }

        Branch(lower, upper, MostBroken(simplex.Point));
    }

    private void Branch(double[] lower, double[] upper, int variable)
    {
        if (variable < 0)
        {
            // All whole and not a point: rounding has won.
            _isComplete = false;
            return;
        }

        var value = _component.Simplex.Point[variable];
        var (low, high) = (lower.ToArray(), upper.ToArray());
        (low[variable], high[variable]) = (Math.Ceiling(value), Math.Floor(value));
        Descend(low, upper);
        Descend(lower, high);
    }

    private int MostBroken(double[] point)
    {
        var (most, distance) = (-1, 1e-6);
        for (var variable = 0; variable < _component.Unknowns.Length; variable++)
        {
            if (Math.Abs(point[variable] - Math.Round(point[variable])) is var off && off > distance)
            {
                (most, distance) = (variable, off);
            }
        }

        return most;
    }
}
