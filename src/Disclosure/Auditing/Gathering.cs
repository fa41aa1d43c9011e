namespace Regional.Disclosure.Auditing;

/// <summary>Gathers neighbourhoods, one after the other.</summary>
/// <param name="equations">All equations.</param>
/// <param name="bounds">What is known, as it is when a neighbourhood is gathered; an unknown whose bounds meet is none.</param>
internal sealed class Gathering(Equations equations, Bounds[] bounds)
{
    private readonly int[] _places = Filled(equations.UnknownCount);
    private readonly List<int> _unknowns = [];
    private readonly HashSet<int> _rows = [];
    private bool[]? _isNobody;

    /// <summary>By inner cell, whether a zero tells that it is nobody.</summary>
    public bool[] IsNobody => _isNobody ??= equations.Nobody(bounds);

    /// <summary>The equations around an unknown, the nearest first, until they hold about so many unknowns.</summary>
    public Neighbourhood Around(int centre, int most)
    {
        Take(centre);
        for (var next = 0; next < _unknowns.Count && _unknowns.Count < most; next++)
        {
            foreach (var row in equations.RowsOf[_unknowns[next]])
            {
                TakeRow(row);
            }
        }

        return Result();
    }

    /// <summary>The least that an unknown can be by what lies inside it alone, but for what is known to be nobody.</summary>
    public long LeastOfParts(int unknown, CancellationToken cancellation)
    {
        var least = bounds[unknown].Least;
        var inside = equations.RowsInside(unknown, IsNobody);
        if (inside.Count == 0 || bounds[unknown].IsFixed)
        {
            return least;
        }

        inside.ToList().ForEach(TakeRow);
        var parts = Result();
        parts.FreeEdge();
        for (var place = 0; place < parts.Unknowns.Length; place++)
        {
            if (parts.Unknowns[place] < IsNobody.Length && IsNobody[parts.Unknowns[place]])
            {
                parts.Simplex.Upper[place] = parts.Simplex.Lower[place];
            }
        }

        // Free above: that there is so much of it is told from outside.
        parts.Simplex.Upper[parts.IndexOf(unknown)] = double.PositiveInfinity;
        return parts.Simplex.FindPoint(cancellation) is true && parts.Push(unknown, -1, double.NegativeInfinity, cancellation) == Ending.Optimal
            ? Math.Max(least, (long)Math.Ceiling(parts.ProvenBound(-1) - 1e-6))
            : least;
    }

    private static int[] Filled(int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        return places;
    }

    private void TakeRow(int row)
    {
        if (_rows.Add(row))
        {
            foreach (var unknown in equations.Unknowns(row))
            {
                Take(unknown);
            }
        }
    }

    private void Take(int unknown)
    {
        if (_places[unknown] < 0 && !bounds[unknown].IsFixed)
        {
            _places[unknown] = _unknowns.Count;
            _unknowns.Add(unknown);
        }
    }

    private Neighbourhood Result()
    {
        var result = new Neighbourhood(equations, bounds, [.. _rows], [.. _unknowns], [.. _unknowns.Select(unknown => !Array.TrueForAll(equations.RowsOf[unknown], _rows.Contains))], _places);
        foreach (var unknown in _unknowns)
        {
            _places[unknown] = -1;
        }

        _unknowns.Clear();
        _rows.Clear();
        return result;
    }
}
