namespace Regional.Disclosure.Auditing;

/// <summary>
/// Presolve: what one equation alone tells, over and over. An equation with one unknown fixes it, one whose rest is zero empties all its members, and each
/// narrows the bounds of the others.
/// </summary>
internal sealed class Propagation
{
    // Bounds that creep by one each time are left to the simplex method.
    private const int MostVisits = 12;

    private readonly Equations _equations;
    private readonly Bounds[] _bounds;
    private readonly Queue<int> _waiting;
    private readonly bool[] _isWaiting;
    private readonly int[] _visits;
    private readonly SortedSet<int> _contradictions = [];

    private Propagation(Equations equations, Bounds[] bounds)
    {
        (_equations, _bounds, _waiting) = (equations, bounds, new(Enumerable.Range(0, equations.RowCount)));
        (_isWaiting, _visits) = (new bool[equations.RowCount], new int[equations.RowCount]);
        Array.Fill(_isWaiting, true);
    }

    /// <summary>Narrows bounds in place.</summary>
    /// <returns>The equations that cannot hold, ascending; what they concern is left as it was.</returns>
    public static IReadOnlyCollection<int> Run(Equations equations, Bounds[] bounds)
    {
        var propagation = new Propagation(equations, bounds);
        while (propagation._waiting.TryDequeue(out var row))
        {
            propagation._isWaiting[row] = false;
            propagation.Look(row);
        }

        return propagation._contradictions;
    }

    private void Look(int row)
    {
        if (_visits[row]++ > MostVisits)
        {
            return;
        }

        var unknowns = _equations.Unknowns(row);
        var coefficients = _equations.Coefficients(row);
        var (least, most) = (default(Activity), default(Activity));
        for (var i = 0; i < unknowns.Length; i++)
        {
            least.Add(Term(_bounds[unknowns[i]], coefficients[i]).Least, -Bounds.None);
            most.Add(Term(_bounds[unknowns[i]], coefficients[i]).Most, Bounds.None);
        }

        if ((least.Unlimited == 0 && least.Sum > 0) || (most.Unlimited == 0 && most.Sum < 0))
        {
            _contradictions.Add(row);
            return;
        }

        for (var i = 0; i < unknowns.Length; i++)
        {
            var term = Term(_bounds[unknowns[i]], coefficients[i]);
            // The others add up to the opposite of this one.
            var others = new Bounds(least.Without(term.Least, -Bounds.None), most.Without(term.Most, Bounds.None));
            Narrow(unknowns[i], Divide(new(Negate(others.Most), Negate(others.Least)), coefficients[i]), row);
        }
    }

    private void Narrow(int unknown, Bounds told, int by)
    {
        var narrowed = _bounds[unknown].And(told);
        if (narrowed.IsEmpty)
        {
            _contradictions.Add(by);
        }
        else if (narrowed != _bounds[unknown])
        {
            _bounds[unknown] = narrowed;
            foreach (var row in _equations.RowsOf[unknown])
            {
                if (!_isWaiting[row])
                {
                    _isWaiting[row] = true;
                    _waiting.Enqueue(row);
                }
            }
        }
    }

    private static Bounds Term(Bounds bounds, long coefficient)
    {
        var (one, other) = (Times(bounds.Least, coefficient), Times(bounds.Most, coefficient));
        return coefficient > 0 ? new(one, other) : new(other, one);
    }

    private static long Times(long bound, long coefficient) =>
        Math.Abs(bound) >= Bounds.None ? Bounds.None * Math.Sign(bound) * Math.Sign(coefficient) : (long)Int128.Clamp((Int128)bound * coefficient, -Bounds.None, Bounds.None);

    private static long Negate(long bound) => -bound;

    // Rounded inwards: what is counted is whole.
    private static Bounds Divide(Bounds bounds, long divisor)
    {
        var (least, most) = divisor > 0 ? bounds : new(Negate(bounds.Most), Negate(bounds.Least));
        var size = Math.Abs(divisor);
        return new(least <= -Bounds.None ? -Bounds.None : Ceiling(least, size), most >= Bounds.None ? Bounds.None : -Ceiling(-most, size));
    }

    private static long Ceiling(long value, long divisor) => value / divisor + (value % divisor > 0 ? 1 : 0);

    private struct Activity
    {
        public long Sum;
        public int Unlimited;

        public void Add(long term, long none)
        {
            if (term == none)
            {
                Unlimited++;
            }
            else
            {
                Sum += term;
            }
        }

        public readonly long Without(long term, long none) => Unlimited - (term == none ? 1 : 0) > 0 ? none : term == none ? Sum : Sum - term;
    }
}
