using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Repairs;

/// <summary>Somebody from whom cells are to be safe, kept up to date while cells are hidden and given back.</summary>
/// <param name="equations">All equations.</param>
/// <param name="told">What everybody is told of each unknown; his own copy follows.</param>
/// <param name="point">The true table.</param>
/// <param name="insider">What he knows beside it; null for a stranger.</param>
internal sealed class Attacker(Equations equations, Bounds[] told, double[] point, Insider? insider)
{
    private const double Near = 1e-6;

    private readonly Bounds[] _told = Knowing(told, point, insider);
    private readonly HashSet<int> _known = [.. insider?.Inner ?? []];
    private Neighbourhood.Gathering? _gathering;

    /// <summary>Whether he knows all that an unknown adds up, so that nothing can be kept from him.</summary>
    public bool Knows(int unknown) => _known.Count > 0 && equations.InnerOf(unknown).All(_known.Contains);

    public bool IsTold(int unknown) => _told[unknown].IsFixed;

    /// <summary>Tells him something else of an unknown than before.</summary>
    public void Tell(int unknown, Bounds bounds)
    {
        if (!_known.Contains(unknown))
        {
            _told[unknown] = bounds;
        }
    }

    /// <summary>All that hangs together with an unknown, at the true table.</summary>
    public Neighbourhood ComponentOf(int unknown)
    {
        _gathering ??= new(equations, _told);
        return _gathering.Around(unknown, int.MaxValue);
    }

    /// <summary>Whether an unknown can have enough values: a protected one three, with the least that its parts allow among them, any other one two.</summary>
    /// <param name="component">Its component, which may have been searched before.</param>
    /// <param name="unknown">The unknown.</param>
    /// <param name="isProtected">Whether it is protected.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>0 when it is so; else the end of its interval that must move: -1 the lower one, 1 the upper one.</returns>
    public int FailingEnd(Neighbourhood component, int unknown, bool isProtected, CancellationToken cancellation)
    {
        if (_told[unknown].IsFixed)
        {
            return 1;
        }

        var low = End(component, unknown, -1, _told[unknown].Least, cancellation);
        if (isProtected && low > _told[unknown].Least + Near && _gathering!.LeastOfParts(unknown, cancellation) is var least && least > -Bounds.None && low > least + Near)
        {
            return -1;
        }

        var values = isProtected ? Audit.LeastValues : 2;
        return End(component, unknown, 1, low + values - 1, cancellation) - low >= values - 1 - Near ? 0 : 1;
    }

    /// <summary>The published unknowns that hold an end of an interval where it is: were each of them hidden, it might move.</summary>
    public IEnumerable<int> Holding(Neighbourhood component, int unknown, int direction, CancellationToken cancellation)
    {
        component.HoldEdge(point);
        component.Push(unknown, direction, direction * double.PositiveInfinity, cancellation);
        var weights = new Dictionary<int, double>();
        foreach (var (row, multiplier) in component.Used())
        {
            var unknowns = equations.Unknowns(row);
            for (var i = 0; i < unknowns.Length; i++)
            {
                if (_told[unknowns[i]].IsFixed)
                {
                    weights[unknowns[i]] = weights.GetValueOrDefault(unknowns[i]) + multiplier * equations.Coefficients(row)[i];
                }
            }
        }

        return weights.Where(weight => Math.Abs(weight.Value) > Near && !Knows(weight.Key)).Select(weight => weight.Key);
    }

    // Whole tables are what counts where they can be found; in a large component linear programming is believed.
    private double End(Neighbourhood component, int unknown, int direction, double enough, CancellationToken cancellation)
    {
        component.HoldEdge(point);
        if (component.Push(unknown, direction, enough, cancellation) == Ending.Unbounded)
        {
            return direction * double.PositiveInfinity;
        }

        if (component.Unknowns.Length > Attack.MostUnknownsInWhole || component.WholePoint() is not null)
        {
            return component.IsSound() ? component.Simplex.Point[component.IndexOf(unknown)] : point[unknown];
        }

        var (whole, _) = IntegerSearch.Run(component, unknown, direction, cancellation);
        return whole is null ? point[unknown] : whole[component.IndexOf(unknown)];
    }

    private static Bounds[] Knowing(Bounds[] told, double[] point, Insider? insider)
    {
        var own = told.ToArray();
        foreach (var inner in insider?.Inner ?? [])
        {
            own[inner] = Bounds.Exactly((long)point[inner]);
        }

        return own;
    }
}
