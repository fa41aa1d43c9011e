namespace Regional.Disclosure.Auditing;

/// <summary>
/// The attacker's own arithmetic: between which values each hidden cell lies for somebody who has the whole publication before him. It shares nothing with what
/// hid the cells, so a mistake made there is seen here.
/// </summary>
public sealed class Audit
{
    /// <summary>A safe cell can have at least so many values.</summary>
    public const int LeastValues = 3;

    private readonly AttackerView _view;
    private readonly Equations _equations;
    private readonly Attack _attack;
    private readonly List<Contradiction> _clashes = [];
    private readonly Dictionary<int, long> _leasts = [];

    private Audit(AttackerView view, CancellationToken cancellation)
    {
        (_view, _equations) = (view, Equations.Of(view.System));
        _attack = Attack.Of(_equations, Told(), Truth(view, _equations), cancellation);
    }

    /// <summary>Finds the interval of every hidden cell.</summary>
    /// <param name="view">What the attacker sees.</param>
    /// <param name="progress">Told the share of the cells that is done, from 0 to 1.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Audit Run(AttackerView view, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var audit = new Audit(view, cancellation);
        audit.Run(progress);
        return audit;
    }

    /// <summary>What was found.</summary>
    public AuditReport Report { get; private set; } = null!;

    /// <summary>The equations that tell an interval; as few as were found to do.</summary>
    /// <param name="cell">Index of a hidden cell.</param>
    public IReadOnlyList<Equation> Revealing(int cell) => [.. _attack.Revealing(_equations.UnknownOfCell[cell]).Select(ToEquation)];

    private void Run(IProgress<double>? progress)
    {
        var intervals = new List<CellInterval>();
        foreach (var cell in _view.Targets)
        {
            if (intervals.Count % 64 == 0)
            {
                progress?.Report((double)intervals.Count / _view.Targets.Count);
            }

            var unknown = _equations.UnknownOfCell[cell];
            _attack.Settle(unknown);
            intervals.Add(IntervalOf(cell, unknown));
        }

        progress?.Report(1);
        Report = new(_view.Level, intervals, [.. _clashes, .. _attack.Components.Contradictions.Select(ToContradiction)]);
    }

    private CellInterval IntervalOf(int cell, int unknown)
    {
        var (inner, outer) = (_attack.Inner(unknown), _attack.Outer(unknown));
        var proof = inner == outer ? Proof.Integer : Proof.Linear;
        return new(cell, outer.Least <= -Bounds.None ? null : outer.Least, outer.Most >= Bounds.None ? null : outer.Most, VerdictOn(unknown), proof);
    }

    private Verdict VerdictOn(int unknown)
    {
        var (inner, outer) = (_attack.Inner(unknown), _attack.Outer(unknown));
        if (_attack.Components.IsContradictory(unknown))
        {
            return Verdict.Contradictory;
        }

        if (outer.IsFixed)
        {
            return Verdict.Exact;
        }

        if (outer.Most - outer.Least < LeastValues - 1 || !IsAsLow(outer.Least, unknown))
        {
            return Verdict.Narrow;
        }

        return IsSafe(inner, unknown) || IsSafe(WholeEnds(unknown), unknown) ? Verdict.Safe : Verdict.Unproven;
    }

    // In a large component the ends of linear programming are believed, as far as points reach them.
    private Bounds WholeEnds(int unknown)
    {
        var (least, most) = _attack.Reached(unknown);
        return _attack.IsSmall(unknown) ? new(1, 0) : new((long)Math.Ceiling(Math.Max(least, -Bounds.None) - 1e-6), (long)Math.Floor(Math.Min(most, Bounds.None) + 1e-6));
    }

    private bool IsSafe(Bounds reached, int unknown) => reached.Most - reached.Least >= LeastValues - 1 && IsAsLow(reached.Least, unknown);

    // A difference that may be negative has no least value.
    private bool IsAsLow(long least, int unknown) => least <= _attack.Told(unknown).Least || LeastOf(unknown) is var parts && (least <= parts || parts <= -Bounds.None);

    private long LeastOf(int unknown)
    {
        if (!_leasts.TryGetValue(unknown, out var least))
        {
            least = _attack.LeastOfParts(unknown);
            _leasts.Add(unknown, least);
        }

        return least;
    }

    private Contradiction ToContradiction((IReadOnlyList<int> Unknowns, IReadOnlyList<int> Rows) contradiction)
    {
        var unknowns = contradiction.Unknowns.ToHashSet();
        return new([.. _view.Targets.Where(cell => unknowns.Contains(_equations.UnknownOfCell[cell]))], [.. contradiction.Rows.Select(ToEquation)]);
    }

    private Equation ToEquation(int row)
    {
        var (unknown, known, sum) = (new List<Term>(), new List<Term>(), 0L);
        var unknowns = _equations.Unknowns(row);
        var coefficients = _equations.Coefficients(row);
        for (var i = 0; i < unknowns.Length; i++)
        {
            var told = _attack.Told(unknowns[i]);
            if (told.IsFixed)
            {
                known.Add(TermOf(unknowns[i], coefficients[i]));
                sum -= coefficients[i] * told.Least;
            }
            else
            {
                unknown.Add(TermOf(unknowns[i], coefficients[i]));
            }
        }

        // The total, which counts -1, is written without a sign.
        return unknown.Count > 0 && unknown.TrueForAll(term => term.Coefficient < 0)
            ? new([.. unknown.Select(term => term with { Coefficient = -term.Coefficient })], -sum, known)
            : new(unknown, sum, known);
    }

    private Term TermOf(int unknown, long coefficient) =>
        CellOf.TryGetValue(unknown, out var cell) ? new(cell, null, coefficient) : new(null, unknown, coefficient);

    private Dictionary<int, int> CellOf => field ??= Enumerable.Range(0, _view.System.Cells.Count).GroupBy(cell => _equations.UnknownOfCell[cell]).ToDictionary(group => group.Key, group => group.First());

    private Bounds[] Told()
    {
        var told = new Bounds[_equations.UnknownCount];
        Array.Fill(told, Bounds.Any);
        for (var inner = 0; inner < _view.System.InnerCells.Count; inner++)
        {
            told[inner] = _view.System.InnerCells[inner].ChangeOf is null ? Bounds.NotNegative : Bounds.Any;
        }

        foreach (var count in _equations.Counts)
        {
            told[count] = told[count].And(Bounds.NotNegative);
        }

        for (var cell = 0; cell < _view.Cells.Count; cell++)
        {
            var unknown = _equations.UnknownOfCell[cell];
            var both = told[unknown].And(_view.BoundsOf(cell));
            if (both.IsEmpty)
            {
                // The same sum under two names, with two figures: the first is believed.
                _clashes.Add(new([], [new([], told[unknown].Least - _view.BoundsOf(cell).Least, [new(CellOf[unknown], null, 1), new(cell, null, -1)])]));
            }
            else
            {
                told[unknown] = both;
            }
        }

        return told;
    }

    private static long?[] Truth(AttackerView view, Equations equations)
    {
        var truth = new long?[equations.UnknownCount];
        for (var cell = 0; cell < view.Cells.Count; cell++)
        {
            truth[equations.UnknownOfCell[cell]] = view.Cells[cell].Value;
        }

        for (var inner = 0; inner < view.System.InnerCells.Count; inner++)
        {
            truth[inner] = view.System.InnerCells[inner].Count ?? truth[inner];
        }

        foreach (var count in equations.Counts)
        {
            truth[count] = equations.InnerOf(count).Aggregate((long?)0, (sum, inner) => sum + truth[inner]);
        }

        return truth;
    }
}
