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
    private readonly CancellationToken _cancellation;
    private readonly List<Contradiction> _clashes = [];
    private readonly Bounds[] _told;
    private readonly long?[] _truth;
    private readonly Attack _stranger;
    private Attack _attack;
    private bool[]? _isNobody;

    private Audit(AttackerView view, CancellationToken cancellation)
    {
        (_view, _equations, _cancellation) = (view, Equations.Of(view.System), cancellation);
        (_told, _truth) = (Knowledge.Told(view, _equations, NoteClash), Knowledge.Truth(view, _equations));
        _attack = _stranger = Attack.Of(_equations, _told, _truth, cancellation);
    }

    /// <summary>Finds the interval of every hidden cell.</summary>
    /// <param name="view">What the attacker sees.</param>
    /// <param name="insiders">At level D who he may be; each cell is judged by the one who knows most of it, but for those who know all of it. Otherwise none.</param>
    /// <param name="progress">Told the share of the work that is done, from 0 to 1.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">What an insider knows is not given.</exception>
    public static Audit Run(AttackerView view, IReadOnlyList<Insider> insiders, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var audit = new Audit(view, cancellation);
        var intervals = audit.Intervals(view.Targets, 0, insiders.Count + 1, progress);
        for (var i = 0; i < insiders.Count; i++)
        {
            audit.TakeIn(insiders[i], intervals, i + 1, insiders.Count + 1, progress);
        }

        progress?.Report(1);
        audit.Insiders = insiders;
        audit.Report = new(view.Level, [.. view.Targets.Select(cell => intervals[cell])], [.. audit._clashes, .. audit._stranger.Components.Contradictions.Select(audit.ToContradiction)]);
        return audit;
    }

    /// <summary>What was found.</summary>
    public AuditReport Report { get; private set; } = null!;

    private IReadOnlyList<Insider> Insiders { get; set; } = [];

    /// <summary>The equations that tell an interval; as few as were found to do.</summary>
    /// <param name="interval">One of the report's.</param>
    public IReadOnlyList<Equation> Revealing(CellInterval interval)
    {
        _attack = interval.Insider is { } unit ? AttackBy(Insiders.Single(insider => insider.Unit == unit)) : _stranger;
        return [.. _attack.Revealing(_equations.UnknownOfCell[interval.Cell]).Select(ToEquation)];
    }

    private Dictionary<int, CellInterval> Intervals(IReadOnlyList<int> cells, int done, int all, IProgress<double>? progress)
    {
        var intervals = new Dictionary<int, CellInterval>();
        foreach (var cell in cells)
        {
            if (intervals.Count % 64 == 0)
            {
                progress?.Report((done + (double)intervals.Count / cells.Count) / all);
            }

            var unknown = _equations.UnknownOfCell[cell];
            _attack.Settle(unknown);
            intervals.Add(cell, IntervalOf(cell, unknown));
        }

        return intervals;
    }

    // What he knows tells nothing of a component in which he knows nothing.
    private void TakeIn(Insider insider, Dictionary<int, CellInterval> worst, int done, int all, IProgress<double>? progress)
    {
        var (known, isNobody) = (insider.Inner.ToHashSet(), _isNobody ??= _equations.Nobody(_told));
        var touched = insider.Inner.Where(inner => !_told[inner].IsFixed).Select(_stranger.Components.AsTold).ToHashSet();
        var open = _view.Targets.Where(cell => _equations.UnknownOfCell[cell] is var unknown && touched.Contains(_stranger.Components.AsTold(unknown))
            && !_equations.InnerOf(unknown).All(inner => known.Contains(inner) || isNobody[inner])).ToList();
        if (open.Count == 0)
        {
            return;
        }

        _attack = AttackBy(insider);
        foreach (var (cell, interval) in Intervals(open, done, all, progress))
        {
            if (IsWorse(interval, worst[cell]))
            {
                worst[cell] = interval with { Insider = insider.Unit };
            }
        }
    }

    private Attack AttackBy(Insider insider)
    {
        var told = _told.ToArray();
        foreach (var inner in insider.Inner)
        {
            told[inner] = Bounds.Exactly(_view.Counts[inner] ?? throw new ArgumentException($"What an insider of {insider.Unit} knows is not given: the count of inner cell {inner}."));
        }

        return Attack.Of(_equations, told, _truth, _cancellation);
    }

    private static bool IsWorse(CellInterval one, CellInterval other) => (Severity(one.Verdict), -Width(one)).CompareTo((Severity(other.Verdict), -Width(other))) > 0;

    private static int Severity(Verdict verdict) => verdict switch
    {
        Verdict.Safe => 0,
        Verdict.Unproven => 1,
        Verdict.Narrow => 2,
        Verdict.Exact => 3,
        _ => 4,
    };

    private static long Width(CellInterval interval) => interval is { Lower: { } lower, Upper: { } upper } ? upper - lower : Bounds.None;

    private CellInterval IntervalOf(int cell, int unknown)
    {
        var (inner, outer) = (_attack.Inner(unknown), _attack.Outer(unknown));
        var proof = inner == outer ? Proof.Integer : Proof.Linear;
        return new(cell, outer.Least <= -Bounds.None ? null : outer.Least, outer.Most >= Bounds.None ? null : outer.Most, VerdictOn(unknown, _view.Cells[cell].IsProtected), proof);
    }

    private Verdict VerdictOn(int unknown, bool isProtected)
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

        if (outer.Most - outer.Least < LeastValues - 1 || (isProtected && !IsAsLow(outer.Least, unknown)))
        {
            return Verdict.Narrow;
        }

        return IsSafe(inner, unknown, isProtected) || IsSafe(WholeEnds(unknown), unknown, isProtected) ? Verdict.Safe : Verdict.Unproven;
    }

    // In a large component the ends of linear programming are believed, as far as points reach them.
    private Bounds WholeEnds(int unknown)
    {
        var (least, most) = _attack.Reached(unknown);
        return _attack.IsSmall(unknown) ? new(1, 0) : new((long)Math.Ceiling(Math.Max(least, -Bounds.None) - 1e-6), (long)Math.Floor(Math.Min(most, Bounds.None) + 1e-6));
    }

    private bool IsSafe(Bounds reached, int unknown, bool isProtected) => reached.Most - reached.Least >= LeastValues - 1 && (!isProtected || IsAsLow(reached.Least, unknown));

    // A difference that may be negative has no least value.
    private bool IsAsLow(long least, int unknown) => least <= _attack.Told(unknown).Least || _attack.LeastOfParts(unknown) is var parts && (least <= parts || parts <= -Bounds.None);

    private Contradiction ToContradiction((IReadOnlyList<int> Unknowns, IReadOnlyList<int> Rows) contradiction)
    {
        var unknowns = contradiction.Unknowns.ToHashSet();
        return new([.. _view.Targets.Where(cell => unknowns.Contains(_equations.UnknownOfCell[cell]))], [.. contradiction.Rows.Select(ToEquation)]);
    }

    // What is known stands on the right. Where only the total, which counts -1, is unknown, the sides are turned.
    private Equation ToEquation(int row)
    {
        var unknowns = _equations.Unknowns(row).ToArray();
        var terms = unknowns.Zip(_equations.Coefficients(row).ToArray()).ToLookup(term => _attack.Told(term.First).IsFixed);
        var sign = terms[false].All(term => term.Second < 0) ? -1 : 1;
        return new(
            [.. terms[false].Select(term => TermOf(term.First, sign * term.Second))],
            terms[true].Sum(term => -sign * term.Second * _attack.Told(term.First).Least),
            [.. terms[true].Select(term => TermOf(term.First, -sign * term.Second))]);
    }

    private void NoteClash(int cell, long known)
    {
        var (first, value) = (CellOf[_equations.UnknownOfCell[cell]], _view.BoundsOf(_view.Cells[cell]).Least);
        _clashes.Add(new([], [new([], known - value, [new(first, null, 1), new(cell, null, -1)])]));
    }

    private Term TermOf(int unknown, long coefficient) =>
        CellOf.TryGetValue(unknown, out var cell) ? new(cell, null, coefficient) : new(null, unknown, coefficient);

    private Dictionary<int, int> CellOf => field ??= Enumerable.Range(0, _view.System.Cells.Count).GroupBy(cell => _equations.UnknownOfCell[cell]).ToDictionary(group => group.Key, group => group.First());
}
