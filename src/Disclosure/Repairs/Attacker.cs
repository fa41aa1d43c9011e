using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Repairs;

/// <summary>
/// Somebody from whom cells are to be safe, kept up to date while cells are hidden and given back. He remembers which unknowns the tables move that show a cell
/// to be safe: as long as none of these is published the cell stays so, and need not be looked at again.
/// </summary>
/// <param name="equations">All equations.</param>
/// <param name="told">What everybody is told of each unknown; his own copy follows.</param>
/// <param name="point">The true table.</param>
/// <param name="insider">What he knows beside it; null for a stranger.</param>
/// <param name="stranger">Who knows only what is published; null when it is this one.</param>
internal sealed class Attacker(Equations equations, Bounds[] told, double[] point, Insider? insider, Attacker? stranger)
{
    /// <summary>All that hangs together.</summary>
    public const int Everything = int.MaxValue;

    private const double Slack = 1e-6;

    // To move what is hidden already costs nothing but that there is more of it.
    private const double PriceOfHidden = 0.01;

    private static readonly int[] Sizes = [40, 200];
    private static readonly int[] SizesOfTables = [200, 600];

    private readonly Bounds[] _told = Knowing(told, point, insider);
    private readonly HashSet<int> _known = [.. insider?.Inner ?? []];
    private readonly Proofs _proofs = new();
    private readonly OtherTables _others = new(equations, point);
    private readonly Dictionary<int, int[]> _broken = [];
    private readonly HashSet<int> _found = [];
    private readonly Dictionary<int, Neighbourhood> _components = [];
    private Gathering? _gathering;

    private Gathering Near => _gathering ??= new(equations, _told);

    /// <summary>Whether he knows all that an unknown adds up, but for who is nobody, so that nothing can be kept from him.</summary>
    public bool Knows(int unknown) => _known.Count > 0 && equations.InnerOf(unknown).All(inner => _known.Contains(inner) || Near.IsNobody[inner]);

    /// <summary>Whether an unknown was found safe, and nothing that was told since can have changed that.</summary>
    public bool IsProven(int unknown) => _proofs.Of(unknown) is not null || (stranger?._proofs.Of(unknown) is { } moved && !Array.Exists(moved, _known.Contains));

    /// <summary>How many were found safe by tables that move an unknown.</summary>
    public int CountRestingOn(int unknown) => _proofs.RestingOn(unknown).Count();

    /// <summary>Whether he sees the value of an unknown.</summary>
    public bool IsShown(int unknown) => _told[unknown].IsFixed;

    /// <summary>Tells him something else of an unknown than before.</summary>
    /// <returns>What was proven safe, and is so no more; first what took the largest tables to prove.</returns>
    public IReadOnlyList<int> Tell(int unknown, Bounds bounds)
    {
        _found.Clear();
        _broken.Clear();
        if (_known.Contains(unknown))
        {
            return [];
        }

        // What is hidden newly may lower the least that the parts of a larger sum allow, and that sum has to reach it.
        var concerned = bounds.IsFixed ? _proofs.RestingOn(unknown) : equations.SumsOver(unknown, Near.IsNobody);
        foreach (var proven in concerned.ToList())
        {
            if (_proofs.Of(proven) is { } moved)
            {
                _broken.Add(proven, moved);
                _proofs.Remove(proven);
            }
        }

        Set(unknown, bounds);
        return [.. _broken.OrderByDescending(proof => proof.Value.Length).ThenBy(proof => proof.Key).Select(proof => proof.Key)];
    }

    /// <summary>Takes back what was told last; what was proven before is so again.</summary>
    /// <param name="unknown">Of what it was.</param>
    /// <param name="before">What was told before.</param>
    public void TakeBack(int unknown, Bounds before)
    {
        if (!_known.Contains(unknown))
        {
            Set(unknown, before);
        }

        foreach (var proven in _found)
        {
            _proofs.Remove(proven);
        }

        foreach (var (proven, moved) in _broken)
        {
            _proofs.Set(proven, moved);
        }
    }

    /// <summary>
    /// Looks whether an unknown can have enough values: a protected one three, with the least that its parts allow among them, any other one two. It looks near
    /// first: with the edge of a neighbourhood held still it finds tables, with the edge free it finds bounds of all tables.
    /// </summary>
    /// <param name="unknown">The unknown.</param>
    /// <param name="isProtected">Whether it is protected.</param>
    /// <param name="largest">How many unknowns may be looked at; where more hang together and less does not tell, it is taken for unsafe.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null when it is so; else where it is not, null if that is not known, and the end of its interval that must move: -1 the lower one, 1 the upper one.</returns>
    public (Neighbourhood? Where, int End)? Judge(int unknown, bool isProtected, int largest, CancellationToken cancellation)
    {
        if (_told[unknown].IsFixed)
        {
            return (null, 1);
        }

        var (values, parts) = (isProtected ? Audit.LeastValues : 2, (long?)null);
        foreach (var size in Sizes.Append(largest))
        {
            var near = size == largest ? ComponentOf(unknown) : Near.Around(unknown, size);
            if (size == largest && near.Unknowns.Length > largest)
            {
                break;
            }

            var moved = new HashSet<int>();
            // Between halves lies one whole number less than they are apart.
            var low = Math.Ceiling(End(near, unknown, -1, _told[unknown].Least, moved, cancellation) - Slack);
            var high = Math.Floor(End(near, unknown, 1, low + values - 1, moved, cancellation) + Slack);
            // It takes long to find, and does not depend on how much is looked at.
            var least = !isProtected || low <= _told[unknown].Least ? -Bounds.None : parts ??= Near.LeastOfParts(unknown, cancellation);
            var tellsMore = least > -Bounds.None && low > least;
            if (!tellsMore && high - low >= values - 1)
            {
                _proofs.Set(unknown, moved);
                _found.Add(unknown);
                return null;
            }

            if (!near.HasEdge)
            {
                return (near, tellsMore ? -1 : 1);
            }

            near.FreeEdge();
            var (lowest, highest) = (Math.Ceiling(Bound(near, unknown, -1, cancellation) - Slack), Math.Floor(Bound(near, unknown, 1, cancellation) + Slack));
            if (tellsMore && lowest > least)
            {
                return (near, -1);
            }

            if (highest - lowest < values - 1)
            {
                return (near, 1);
            }
        }

        return (null, 1);
    }

    /// <summary>Finds near, if it can, two tables in which an unknown has values that are far enough apart, one of them the least that its parts allow where it is protected.</summary>
    /// <param name="unknown">The unknown.</param>
    /// <param name="isProtected">Whether it is protected.</param>
    /// <param name="ifHidden">Where a published unknown can move were it hidden; where it may not be hidden, nowhere.</param>
    /// <param name="priceOf">What it costs to move a published unknown by one.</param>
    /// <param name="most">How many unknowns may move.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What moves in these tables, published or not; null where none were found.</returns>
    public IReadOnlyCollection<int>? Moving(int unknown, bool isProtected, Func<int, Bounds> ifHidden, Func<int, double> priceOf, int most, CancellationToken cancellation)
    {
        var (moved, truth, values) = (new HashSet<int>(), point[unknown], isProtected ? Audit.LeastValues : 2);
        var least = isProtected && _told[unknown].Least > -Bounds.None ? Near.LeastOfParts(unknown, cancellation) : truth;
        return (least >= truth || Finds(least)) && (least + values - 1 <= truth || Finds(least + values - 1)) ? moved : null;

        bool Finds(double wanted)
        {
            var found = _others.Cheapest(unknown, wanted, BoundsOf, each => _told[each].IsFixed && !moved.Contains(each) ? priceOf(each) : PriceOfHidden, most, cancellation);
            moved.UnionWith(found ?? []);
            return found is not null;
        }

        Bounds BoundsOf(int each) => _told[each].IsFixed && !Knows(each) ? ifHidden(each) : _told[each];
    }

    /// <summary>Looks for a proof that an unknown is safe that rests on little, where that which is known rests on much.</summary>
    /// <param name="unknown">The unknown.</param>
    /// <param name="isProtected">Whether it is protected.</param>
    /// <param name="cancellation">Ends the work.</param>
    public void ProveByLess(int unknown, bool isProtected, CancellationToken cancellation)
    {
        // What rests on so much hangs together with too much to be asked for whole numbers.
        if (_proofs.Of(unknown)?.Length > Sizes[^1])
        {
            var moved = SizesOfTables.Select(size => Moving(unknown, isProtected, each => _told[each], _ => PriceOfHidden, size, cancellation)).FirstOrDefault(moved => moved is not null);
            _proofs.Set(unknown, moved ?? _proofs.Of(unknown)!);
        }
    }

    /// <summary>The published unknowns that hold an end of an interval where it is: were each of them hidden, it might move.</summary>
    public IEnumerable<int> Holding(Neighbourhood near, int unknown, int direction, CancellationToken cancellation)
    {
        if (near.HasEdge)
        {
            near.FreeEdge();
        }
        else
        {
            near.HoldEdge(point);
        }

        near.Push(unknown, direction, direction * double.PositiveInfinity, cancellation);
        var weights = new Dictionary<int, double>();
        foreach (var (row, multiplier) in near.Used())
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

        return weights.Where(weight => Math.Abs(weight.Value) > Slack && !Knows(weight.Key)).Select(weight => weight.Key);
    }

    // Whole tables are what counts where they can be found; in a large neighbourhood linear programming is believed.
    private double End(Neighbourhood near, int unknown, int direction, double enough, HashSet<int> moved, CancellationToken cancellation)
    {
        near.HoldEdge(point);
        if (!near.HasEdge)
        {
            // From where the last search ended the tables would move what that one has moved, and each proof would rest on nearly everything.
            near.Return(point);
        }

        if (near.Push(unknown, direction, enough, cancellation) == Ending.Unbounded)
        {
            moved.UnionWith(near.Unknowns);
            return direction * double.PositiveInfinity;
        }

        IReadOnlyList<double> found = near.Simplex.Point;
        if (near.Unknowns.Length <= Attack.MostUnknownsInWhole && near.WholePoint() is null)
        {
            found = near.HasEdge ? [] : [.. (IntegerSearch.Run(near, unknown, direction, cancellation).Point ?? []).Select(value => (double)value)];
        }

        if (found.Count == 0 || (ReferenceEquals(found, near.Simplex.Point) && !near.IsSound()))
        {
            return point[unknown];
        }

        moved.UnionWith(near.Unknowns.Where((each, i) => Math.Abs(found[i] - point[each]) > Slack));
        return found[near.IndexOf(unknown)];
    }

    private static double Bound(Neighbourhood near, int unknown, int direction, CancellationToken cancellation) =>
        near.Push(unknown, direction, direction * double.PositiveInfinity, cancellation) == Ending.Optimal ? near.ProvenBound(direction) : direction * double.PositiveInfinity;

    // One for all of its unknowns, because the search for the next begins where that for the last has ended.
    private Neighbourhood ComponentOf(int unknown)
    {
        if (!_components.TryGetValue(unknown, out var component))
        {
            component = Near.Around(unknown, Everything);
            foreach (var each in component.Unknowns)
            {
                _components[each] = component;
            }
        }

        return component;
    }

    private void Set(int unknown, Bounds bounds)
    {
        // A zero that is shown or hidden makes somebody nobody, or somebody of him.
        _gathering = point[unknown] == 0 ? null : _gathering;
        _told[unknown] = bounds;
        _components.Clear();
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
