using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Repairs;

/// <summary>
/// Hides more, until every protected cell is safe for every attacker and no hidden one is exact, and then gives back what was hidden needlessly.
/// </summary>
/// <remarks>
/// An end of an interval that is too near is held there by some published cells, those on which the proof of the bound rests; one of them must be hidden. To find
/// it by publishing longer and longer prefixes of the order takes an audit for each; so it is voted on instead: the cell that holds most ends for the fewest
/// inner cells it adds up, and of equals the last in the order. What is given back is tried in the order, what matters most first.
/// </remarks>
public sealed class Repair
{
    // Where more hangs together, to try every hidden cell takes too long.
    private const int MostUnknownsToTry = 1_500;

    // Of many cells that fail at once, one hidden cell heals more than its own.
    private const int ShareHiddenAtOnce = 4;

    private readonly RepairInput _input;
    private readonly CellSystem _system;
    private readonly CellStatus[] _statuses;
    private readonly Equations _equations;
    private readonly AttackerView _view;
    private readonly Bounds[] _unseen;
    private readonly List<Attacker> _attackers;
    private readonly ILookup<int, int> _cellsOf;
    private readonly Dictionary<int, int> _rankOf;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _cancellation;

    private Repair(RepairInput input, IProgress<double>? progress, CancellationToken cancellation)
    {
        (_input, _system, _progress, _cancellation) = (input, input.Start.System, progress, cancellation);
        _statuses = [.. input.Start.Statuses];
        _equations = Equations.Of(_system);
        _view = AttackerView.Of(input.Start, input.Level, input.Suppression.ProtectsZeros);
        var point = Knowledge.Truth(_view, _equations).Select(value => (double)(value ?? throw new ArgumentException("What is to be repaired must be known: the count of an inner cell is not."))).ToArray();
        var told = Knowledge.Told(_view, _equations, (_, _) => { });
        _unseen = Knowledge.Told(_view with { Cells = [.. _view.Cells.Select(_ => new CellView(Visibility.Unprinted, null))] }, _equations, (_, _) => { });
        IReadOnlyList<Insider?> insiders = [null, .. input.Insiders];
        _attackers = [.. insiders.Select(insider => new Attacker(_equations, told, point, insider))];
        _cellsOf = Enumerable.Range(0, _system.Cells.Count).ToLookup(cell => _equations.UnknownOfCell[cell]);
        _rankOf = input.Suppression.Order.Select((cell, rank) => (cell, rank)).ToDictionary(each => each.cell, each => each.rank);
    }

    /// <summary>Repairs a pattern.</summary>
    /// <param name="input">What is to be repaired; the counts of all inner cells are known.</param>
    /// <param name="progress">Told the share of the work that is done, from 0 to 1.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Repaired Run(RepairInput input, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var repair = new Repair(input, progress, cancellation);
        var hopeless = repair.HideMore();
        var before = repair._statuses.Count(status => status == CellStatus.Secondary);
        repair.GiveBack(hopeless);
        return new(new(repair._system, repair._statuses), before, [.. hopeless.Order()]);
    }

    private HashSet<int> HideMore()
    {
        var hopeless = new HashSet<int>();
        for (var open = Failing(_view.Targets, hopeless); open.Count > 0;)
        {
            var concerned = open.Select(failure => failure.Cell).ToHashSet();
            foreach (var component in open.Where(failure => failure.Remedies.Count > 0).GroupBy(failure => failure.Component))
            {
                var remedies = component.SelectMany(failure => failure.Remedies).CountBy(remedy => remedy).OrderByDescending(votes => (double)votes.Value / _equations.InnerOf(votes.Key).Count).ThenByDescending(votes => Rank(votes.Key)).ToList();
                foreach (var (remedy, _) in remedies.Take((remedies.Count + ShareHiddenAtOnce - 1) / ShareHiddenAtOnce))
                {
                    Hide(remedy);
                    concerned.UnionWith(_cellsOf[remedy]);
                }
            }

            hopeless.UnionWith(open.Where(failure => failure.Remedies.Count == 0).Select(failure => failure.Cell));
            open = Failing([.. concerned], hopeless);
        }

        return hopeless;
    }

    private List<Failure> Failing(IReadOnlyList<int> cells, HashSet<int> hopeless)
    {
        var failing = new List<Failure>();
        foreach (var (attacker, number) in _attackers.Select((attacker, number) => (attacker, number)))
        {
            _progress?.Report(0.5 * number / _attackers.Count);
            var left = cells.Where(cell => !hopeless.Contains(cell) && !attacker.Knows(_equations.UnknownOfCell[cell])).ToHashSet();
            while (left.Count > 0)
            {
                var unknown = _equations.UnknownOfCell[left.First()];
                var component = attacker.ComponentOf(unknown);
                var here = component.Unknowns.ToHashSet();
                var first = component.Unknowns[0];
                foreach (var cell in left.Where(cell => here.Contains(_equations.UnknownOfCell[cell])).Order().ToList())
                {
                    left.Remove(cell);
                    _cancellation.ThrowIfCancellationRequested();
                    if (attacker.FailingEnd(component, _equations.UnknownOfCell[cell], _input.Protected.Contains(cell), _cancellation) is not 0 and var end)
                    {
                        failing.Add(new(cell, (number, first), RemediesFor(attacker, component, _equations.UnknownOfCell[cell], end)));
                    }
                }
            }
        }

        return failing;
    }

    // What may be hidden of all that holds an end; where that is nothing, the other end has to move.
    private IReadOnlyList<int> RemediesFor(Attacker attacker, Neighbourhood component, int unknown, int end)
    {
        foreach (var direction in new[] { end, -end })
        {
            var remedies = attacker.Holding(component, unknown, direction, _cancellation).Where(MayHide).ToList();
            if (remedies.Count > 0)
            {
                return remedies;
            }
        }

        return [];
    }

    // A zero that is shown with all zeros cannot be hidden: nobody would believe it.
    private bool MayHide(int unknown) =>
        _cellsOf[unknown].Any() && _cellsOf[unknown].All(cell => _rankOf.ContainsKey(cell) && !_system.Cells[cell].IsPublicAlready && !_input.Suppression.Forced.Contains(cell)
            && (_system.Cells[cell].Value != 0 || _input.Suppression.ProtectsZeros));

    private int Rank(int unknown) => _cellsOf[unknown].Min(cell => _rankOf[cell]);

    private void Hide(int unknown)
    {
        foreach (var cell in _cellsOf[unknown].Where(cell => _statuses[cell] == CellStatus.Published))
        {
            _statuses[cell] = CellStatus.Secondary;
        }

        Tell(unknown);
    }

    private void Show(int unknown)
    {
        foreach (var cell in _cellsOf[unknown])
        {
            _statuses[cell] = CellStatus.Published;
        }

        Tell(unknown);
    }

    private void Tell(int unknown)
    {
        var cell = _cellsOf[unknown].First();
        var seen = new CellView(_statuses[cell] == CellStatus.Published ? Visibility.Shown : Visibility.Hidden, _system.Cells[cell].Value);
        var bounds = _unseen[unknown].And(_view.BoundsOf(seen));
        foreach (var attacker in _attackers)
        {
            attacker.Tell(unknown, bounds);
        }
    }

    private void GiveBack(HashSet<int> hopeless)
    {
        var candidates = _input.Suppression.Order.Where(cell => _statuses[cell] == CellStatus.Secondary).Select(cell => _equations.UnknownOfCell[cell]).Distinct()
            .Where(unknown => _cellsOf[unknown].All(cell => _statuses[cell] == CellStatus.Secondary)).ToList();
        for (var i = 0; i < candidates.Count; i++)
        {
            _progress?.Report(0.5 + 0.5 * i / candidates.Count);
            var around = _attackers[0].ComponentOf(candidates[i]);
            if (around.Unknowns.Length > MostUnknownsToTry)
            {
                continue;
            }

            var concerned = around.Unknowns.SelectMany(unknown => _cellsOf[unknown]).Where(cell => _statuses[cell] != CellStatus.Published && !hopeless.Contains(cell) && _equations.UnknownOfCell[cell] != candidates[i]).ToList();
            Show(candidates[i]);
            if (!_attackers.TrueForAll(attacker => IsSafeFrom(attacker, concerned)))
            {
                Hide(candidates[i]);
            }
        }
    }

    private bool IsSafeFrom(Attacker attacker, IReadOnlyList<int> cells)
    {
        var left = cells.Where(cell => !attacker.Knows(_equations.UnknownOfCell[cell])).ToHashSet();
        while (left.Count > 0)
        {
            var first = left.First();
            var component = attacker.ComponentOf(_equations.UnknownOfCell[first]);
            foreach (var cell in component.Unknowns.SelectMany(unknown => _cellsOf[unknown]).Append(first).Where(left.Remove).ToList())
            {
                if (attacker.FailingEnd(component, _equations.UnknownOfCell[cell], _input.Protected.Contains(cell), _cancellation) != 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private sealed record Failure(int Cell, (int Attacker, int First) Component, IReadOnlyList<int> Remedies);
}
