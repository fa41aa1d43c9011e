namespace Regional.Disclosure.Auditing;

/// <summary>
/// One attacker: what he knows, and between which values each unknown lies for him. Outer bounds are proven by multipliers, inner ones by points that satisfy
/// every equation; where the two meet an interval is settled. Points lie near the table itself, so most searches are small.
/// </summary>
internal sealed class Attack
{
    /// <summary>Components of up to so many unknowns are searched for whole points.</summary>
    public const int MostUnknownsInWhole = 60;

    private const int Everything = int.MaxValue;

    // Most intervals are settled by what is near: on made-up school tables of 84,861 cells three in five.
    private static readonly int[] Sizes = [40, 200, Everything];

    private readonly Equations _equations;
    private readonly Bounds[] _told;
    private readonly Bounds[] _outer;
    private readonly Gathering _near;
    private readonly Gathering _nearAsTold;
    private readonly Dictionary<int, Neighbourhood> _components = [];
    private readonly double[] _base;
    private readonly Bounds[] _inner;
    private readonly (double Least, double Most)[] _reached;
    private readonly Dictionary<int, long> _leasts = [];
    private readonly CancellationToken _cancellation;

    private Attack(Equations equations, Bounds[] told, Bounds[] outer, Components components, CancellationToken cancellation)
    {
        (_equations, _told, _outer, Components, _cancellation) = (equations, told, outer, components, cancellation);
        (_near, _nearAsTold) = (new(equations, outer), new(equations, told));
        (_base, _inner, _reached) = (new double[equations.UnknownCount], new Bounds[equations.UnknownCount], new (double, double)[equations.UnknownCount]);
    }

    /// <summary>What hangs together, and what does not add up.</summary>
    public Components Components { get; }

    /// <summary>Prepares an attack.</summary>
    /// <param name="equations">All equations.</param>
    /// <param name="told">What the attacker is told of each unknown.</param>
    /// <param name="truth">The true values as far as the auditor knows them: only where to begin. Null where he does not.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Attack Of(Equations equations, Bounds[] told, IReadOnlyList<long?> truth, CancellationToken cancellation)
    {
        var outer = told.ToArray();
        var contradictions = Propagation.Run(equations, outer);
        var attack = new Attack(equations, told, outer, Components.Of(equations, told, outer, contradictions), cancellation);
        attack.FindBase(truth);
        return attack;
    }

    /// <summary>What the attacker is told of an unknown.</summary>
    public Bounds Told(int unknown) => _told[unknown];

    /// <summary>Whether the component of an unknown is small enough to be searched for whole points.</summary>
    public bool IsSmall(int unknown) => Components.SizeOf(unknown) <= MostUnknownsInWhole;

    /// <summary>Between which values an unknown certainly lies.</summary>
    public Bounds Outer(int unknown) => _outer[unknown];

    /// <summary>Whole values that it can certainly have.</summary>
    public Bounds Inner(int unknown) => _inner[unknown];

    /// <summary>Values that it can certainly have, perhaps broken ones.</summary>
    public (double Least, double Most) Reached(int unknown) => _reached[unknown];

    /// <summary>Finds the interval of an unknown.</summary>
    /// <param name="unknown">The unknown.</param>
    public void Settle(int unknown)
    {
        foreach (var size in Sizes)
        {
            if (IsSettled(unknown) || !Components.HasBase(unknown))
            {
                return;
            }

            var near = size == Everything ? ComponentOf(unknown) : _near.Around(unknown, size);

            Push(near, unknown, 1);
            Push(near, unknown, -1);
            if (!near.HasEdge)
            {
                SearchWhole(near, unknown);
                return;
            }
        }
    }

    /// <summary>The least that an unknown can be by what lies inside it alone.</summary>
    public long LeastOfParts(int unknown)
    {
        if (!_leasts.TryGetValue(unknown, out var known))
        {
            _leasts.Add(unknown, known = _nearAsTold.LeastOfParts(unknown, _cancellation));
        }

        return known;
    }

    /// <summary>The equations that bound an unknown as narrowly as it is, each as it was told; all of its component where no fewer were found to do.</summary>
    public IReadOnlyList<int> Revealing(int unknown)
    {
        foreach (var size in Sizes)
        {
            var near = _nearAsTold.Around(unknown, size);
            near.FreeEdge();
            if (near.Simplex.FindPoint(_cancellation) is true && Reveals(near, unknown, 1) is { } above && Reveals(near, unknown, -1) is { } below)
            {
                return [.. above.Union(below).Order()];
            }

            if (!near.HasEdge)
            {
                return [.. near.Rows.Order()];
            }
        }

        return [];
    }

    private List<int>? Reveals(Neighbourhood near, int unknown, int direction)
    {
        if (near.Push(unknown, direction, direction * double.PositiveInfinity, _cancellation) != Ending.Optimal)
        {
            return null;
        }

        var bound = near.ProvenBound(direction);
        return (direction > 0 ? bound < _outer[unknown].Most + 1 - 1e-6 : bound > _outer[unknown].Least - 1 + 1e-6) ? [.. near.Used().Select(used => used.Row)] : null;
    }

    private bool IsSettled(int unknown) => Components.IsContradictory(unknown) || (IsReached(unknown, 1) && IsReached(unknown, -1));

    // Whether an end of the interval is known. In a large component linear programming has the last word; in a small one there must be a whole table.
    private bool IsReached(int unknown, int direction)
    {
        var end = End(_outer[unknown], direction);
        return End(_inner[unknown], direction) == end
            || (!IsSmall(unknown) && (direction > 0 ? _reached[unknown].Most > end - 1e-6 : _reached[unknown].Least < end + 1e-6));
    }

    private void Push(Neighbourhood near, int unknown, int direction)
    {
        if (IsReached(unknown, direction))
        {
            return;
        }

        var furthest = direction * double.PositiveInfinity;
        near.HoldEdge(_base);
        var ending = near.Push(unknown, direction, furthest, _cancellation);
        Note(near, unknown, direction, ending);
        if (near.HasEdge && ending == Ending.Optimal && !IsReached(unknown, direction))
        {
            near.FreeEdge();
            ending = near.Push(unknown, direction, furthest, _cancellation);
        }

        if (ending == Ending.Optimal)
        {
            Bound(unknown, direction, near.ProvenBound(direction));
        }
    }

    private static long End(Bounds bounds, int direction) => direction > 0 ? bounds.Most : bounds.Least;

    private void Note(Neighbourhood near, int unknown, int direction, Ending ending)
    {
        var whole = near.WholePoint();
        if (whole is null && !near.IsSound())
        {
            return;
        }

        for (var i = 0; i < near.Unknowns.Length; i++)
        {
            var (at, value) = (near.Unknowns[i], near.Simplex.Point[i]);
            if (whole is not null && Components.HasWholeBase(at))
            {
                _inner[at] = new(Math.Min(_inner[at].Least, whole[i]), Math.Max(_inner[at].Most, whole[i]));
            }

            _reached[at] = (Math.Min(_reached[at].Least, value), Math.Max(_reached[at].Most, value));
        }

        if (ending == Ending.Unbounded)
        {
            _inner[unknown] = direction > 0 ? _inner[unknown] with { Most = Bounds.None } : _inner[unknown] with { Least = -Bounds.None };
        }
    }

    private void Bound(int unknown, int direction, double bound)
    {
        if (double.IsFinite(bound))
        {
            var whole = direction > 0 ? new Bounds(-Bounds.None, (long)Math.Floor(bound + 1e-6)) : new((long)Math.Ceiling(bound - 1e-6), Bounds.None);
            _outer[unknown] = _outer[unknown].And(whole);
        }
    }

    private void SearchWhole(Neighbourhood component, int unknown)
    {
        foreach (var direction in new[] { 1, -1 })
        {
            if (component.Unknowns.Length > MostUnknownsInWhole || End(_inner[unknown], direction) == End(_outer[unknown], direction))
            {
                continue;
            }

            var (point, isProven) = IntegerSearch.Run(component, unknown, direction, _cancellation);
            if (point is not null)
            {
                var value = point[component.IndexOf(unknown)];
                _inner[unknown] = new(Math.Min(_inner[unknown].Least, value), Math.Max(_inner[unknown].Most, value));
                if (isProven)
                {
                    Bound(unknown, direction, value);
                }
            }
        }
    }

    private Neighbourhood ComponentOf(int unknown)
    {
        var component = Components.Of(unknown);
        if (!_components.TryGetValue(component, out var whole))
        {
            whole = _near.Around(unknown, Everything);
            _components.Add(component, whole);
        }

        return whole;
    }

    // The true table where it is known, else any table that looks like it.
    private void FindBase(IReadOnlyList<long?> truth)
    {
        foreach (var unknowns in Components.Unknowns())
        {
            _cancellation.ThrowIfCancellationRequested();
            if (!IsBase(unknowns, truth))
            {
                SeekBase(unknowns);
            }
        }

        for (var unknown = 0; unknown < _base.Length; unknown++)
        {
            if (_outer[unknown].IsFixed)
            {
                _base[unknown] = _outer[unknown].Least;
            }

            _inner[unknown] = Components.HasWholeBase(unknown) ? Bounds.Exactly((long)_base[unknown]) : new(Bounds.None, -Bounds.None);
            _reached[unknown] = (_base[unknown], _base[unknown]);
        }
    }

    private bool IsBase(IReadOnlyList<int> unknowns, IReadOnlyList<long?> truth)
    {
        foreach (var unknown in unknowns)
        {
            if (truth[unknown] is not { } value || !_outer[unknown].Contains(value))
            {
                return false;
            }

            _base[unknown] = value;
        }

        var component = _near.Around(unknowns[0], Everything);
        component.HoldEdge(_base);
        return component.WholePoint() is not null;
    }

    private void SeekBase(IReadOnlyList<int> unknowns)
    {
        var component = ComponentOf(unknowns[0]);
        component.FreeEdge();
        var found = component.Simplex.FindPoint(_cancellation);
        var whole = found is true ? component.WholePoint() : null;
        if (found is true && whole is null && component.Unknowns.Length <= MostUnknownsInWhole)
        {
            (whole, var isProven) = IntegerSearch.Run(component, unknowns[0], 1, _cancellation);
            found = whole is null && isProven ? false : found;
        }

        for (var i = 0; i < component.Unknowns.Length; i++)
        {
            _base[component.Unknowns[i]] = whole is null ? component.Simplex.Point[i] : whole[i];
        }

        Components.SetBase(unknowns[0], found, isWhole: whole is not null, component.Rows);
    }
}
