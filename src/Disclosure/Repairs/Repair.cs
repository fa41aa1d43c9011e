using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Repairs;

/// <summary>
/// Hides more, until every protected cell is safe for every attacker and no hidden one is exact, and then gives back what was hidden needlessly.
/// </summary>
/// <remarks>
/// A cell that is not safe needs another table that looks the same and in which it is something else. The cheapest one near is looked for, what is published and
/// differs in it is hidden, and from then on that table is there. Where none is found, the end that is too near is held there by some published cells, those on which
/// the proof of the bound rests, and one of them must be hidden: the one that holds most ends for its price, of equals the last in the order, and then the same for the
/// ends that are left. What is given back is tried in the order, what matters most first.
/// </remarks>
public sealed class Repair
{
    // Where more hangs together, all of it is not looked at for every hidden cell that might be shown: that takes too long.
    private const int MostUnknownsToTry = 600;

    // Each of these would have to be found anew. In tables so large that more rest on one cell, those that were tried could not be shown.
    private const int MostProofsToReplace = 100;

    // How many unknowns may move in the tables that are looked for; what is found among few is found soon.
    private static readonly int[] SizesOfTables = [150, 600, 1_500];

    private readonly RepairInput _input;
    private readonly CellSystem _system;
    private readonly CellStatus[] _statuses;
    private readonly Equations _equations;
    private readonly AttackerView _view;
    private readonly Bounds[] _unseen;
    private readonly Bounds[] _ifHidden;
    private readonly List<Attacker> _attackers;
    private readonly List<int> _targets;
    private readonly HashSet<int> _protected;
    private readonly ILookup<int, int> _cellsOf;
    private readonly Dictionary<int, int> _rankOf;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _cancellation;
    private (double Done, double Step) _share = (0, 0.125);

    private Repair(RepairInput input, IProgress<double>? progress, CancellationToken cancellation)
    {
        (_input, _system, _progress, _cancellation) = (input, input.Start.System, progress, cancellation);
        _statuses = [.. input.Start.Statuses];
        _equations = Equations.Of(_system);
        _view = AttackerView.Of(input.Start, input.Level, input.Suppression.ProtectsZeros);
        var point = Knowledge.Truth(_view, _equations).Select(value => (double)(value ?? throw new ArgumentException("What is to be repaired must be known: the count of an inner cell is not."))).ToArray();
        var told = Knowledge.Told(_view, _equations, (_, _) => { });
        _unseen = Knowledge.Told(_view with { Cells = [.. _view.Cells.Select(_ => new CellView(Visibility.Unprinted, null))] }, _equations, (_, _) => { });
        Attacker stranger = new(_equations, told, point, null, null);
        _attackers = [stranger, .. input.Insiders.Select(insider => new Attacker(_equations, told, point, insider, stranger))];
        _targets = [.. _view.Targets.Select(cell => _equations.UnknownOfCell[cell]).Distinct()];
        _protected = [.. input.Protected.Select(cell => _equations.UnknownOfCell[cell])];
        _cellsOf = Enumerable.Range(0, _system.Cells.Count).ToLookup(cell => _equations.UnknownOfCell[cell]);
        _rankOf = input.Suppression.Order.Select((cell, rank) => (cell, rank)).ToDictionary(each => each.cell, each => each.rank);
        _ifHidden = [.. told.Select((bounds, unknown) => MayHide(unknown) ? BoundsOf(unknown, Visibility.Hidden) : bounds)];
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
        var notTried = repair.GiveBack(hopeless);
        return new(new(repair._system, repair._statuses), before, notTried, [.. hopeless.SelectMany(unknown => repair._cellsOf[unknown]).Where(input.Protected.Contains).Order()]);
    }

    private HashSet<int> HideMore()
    {
        var hopeless = new HashSet<int>();
        for (var open = Failing(hopeless); open.Count > 0; open = Failing(hopeless))
        {
            _share.Done += _share.Step;
            var before = _targets.Count;
            var left = Widen(open);
            // How many rounds there will be is not known; each is worth half of the one before.
            _share = (_share.Done + _share.Step, _share.Step / 2);
            if (2 * left.Count > open.Count)
            {
                var remedies = left.ConvertAll(failure => (failure.Unknown, Cells: RemediesFor(failure)));
                Remedies([.. remedies.Where(failure => failure.Cells.Count > 0).Select(failure => failure.Cells)]).ForEach(Hide);
                // What was hidden in this round may help those too for which there is no remedy.
                hopeless.UnionWith(remedies.Where(failure => failure.Cells.Count == 0 && _targets.Count == before).Select(failure => failure.Unknown));
            }
        }

        return hopeless;
    }

    // Hides what is published and moves in the cheapest tables that are found near; what is hidden for one serves those after it. What is left was not helped.
    private List<Failure> Widen(List<Failure> open)
    {
        var (left, before) = (new List<Failure>(), _targets.Count);
        for (var i = 0; i < open.Count; i++)
        {
            Report((double)i / open.Count);
            _cancellation.ThrowIfCancellationRequested();
            var (attacker, unknown, _, _) = open[i];
            var moved = SizesOfTables.Select(size => attacker.Moving(unknown, _protected.Contains(unknown), each => _ifHidden[each], PriceOf, size, _cancellation)).FirstOrDefault(moved => moved is not null);
            moved?.Where(attacker.IsShown).Order().ToList().ForEach(Hide);
            if (moved is null || _targets.Count == before)
            {
                left.Add(open[i]);
            }
        }

        return left;
    }

    // Few that break every proof: the one that breaks most for its price, then the one that breaks most of those that are left.
    private List<int> Remedies(List<IReadOnlyList<int>> failures)
    {
        var remedies = new List<int>();
        while (failures.Count > 0)
        {
            var best = failures.SelectMany(failure => failure).CountBy(remedy => remedy)
                .OrderByDescending(votes => votes.Value / PriceOf(votes.Key)).ThenByDescending(votes => Rank(votes.Key)).First().Key;
            failures.RemoveAll(failure => failure.Contains(best));
            remedies.Add(best);
        }

        return remedies;
    }

    // A sum of many is worth more than one of few, but not as many times as much; and of two alike the one that is later in the order is hidden.
    private double PriceOf(int unknown) => Math.Sqrt(_equations.InnerOf(unknown).Count) * (1.01 - 0.01 * Rank(unknown) / _rankOf.Count);

    private List<Failure> Failing(HashSet<int> hopeless)
    {
        var failing = new List<Failure>();
        foreach (var (attacker, number) in _attackers.Select((attacker, number) => (attacker, number)))
        {
            var open = _targets.Where(target => !hopeless.Contains(target) && !attacker.Knows(target) && !attacker.IsProven(target)).ToList();
            for (var i = 0; i < open.Count; i++)
            {
                Report((number + (double)i / open.Count) / _attackers.Count);
                _cancellation.ThrowIfCancellationRequested();
                if (attacker.Judge(open[i], _protected.Contains(open[i]), Attacker.Everything, _cancellation) is { } found)
                {
                    failing.Add(new(attacker, open[i], found.Where, found.End));
                }
            }
        }

        return failing;
    }

    private void Report(double share) => _progress?.Report(_share.Done + _share.Step * share);

    // What may be hidden of all that holds an end; where that is nothing, the other end has to move.
    private IReadOnlyList<int> RemediesFor(Failure failure)
    {
        foreach (var direction in failure.Where is null ? [] : new[] { failure.End, -failure.End })
        {
            var remedies = failure.Attacker.Holding(failure.Where!, failure.Unknown, direction, _cancellation).Where(MayHide).ToList();
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
        SetStatus(unknown, CellStatus.Secondary);
        _attackers.ForEach(attacker => attacker.Tell(unknown, BoundsOf(unknown)));
        _targets.Add(unknown);
    }

    private void SetStatus(int unknown, CellStatus status)
    {
        foreach (var cell in _cellsOf[unknown].Where(cell => _statuses[cell] != CellStatus.Primary))
        {
            _statuses[cell] = status;
        }
    }

    // What everybody is told of it, as it stands now.
    private Bounds BoundsOf(int unknown) => BoundsOf(unknown, _statuses[_cellsOf[unknown].First()] == CellStatus.Published ? Visibility.Shown : Visibility.Hidden);

    private Bounds BoundsOf(int unknown, Visibility visibility) => _unseen[unknown].And(_view.BoundsOf(new(visibility, _system.Cells[_cellsOf[unknown].First()].Value)));

    // What too many proofs rest on is not tried.
    private int GiveBack(HashSet<int> hopeless)
    {
        _share = (0.5, 0.5);
        foreach (var (attacker, target) in _attackers.SelectMany(attacker => _targets, (attacker, target) => (attacker, target)))
        {
            attacker.ProveByLess(target, _protected.Contains(target), _cancellation);
        }

        var candidates = _input.Suppression.Order.Where(cell => _statuses[cell] == CellStatus.Secondary).Select(cell => _equations.UnknownOfCell[cell]).Distinct()
            .Where(unknown => _cellsOf[unknown].All(cell => _statuses[cell] == CellStatus.Secondary)).ToList();
        var notTried = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            Report((double)i / candidates.Count);
            if (_attackers.Max(attacker => attacker.CountRestingOn(candidates[i])) > MostProofsToReplace)
            {
                notTried += _cellsOf[candidates[i]].Count();
            }
            else if (!MayBeShown(candidates[i], hopeless))
            {
                SetStatus(candidates[i], CellStatus.Secondary);
                _attackers.ForEach(attacker => attacker.TakeBack(candidates[i], BoundsOf(candidates[i])));
            }
        }

        return notTried;
    }

    private bool MayBeShown(int candidate, HashSet<int> hopeless)
    {
        SetStatus(candidate, CellStatus.Published);
        var broken = _attackers.ConvertAll(attacker => attacker.Tell(candidate, BoundsOf(candidate)));
        // A stranger's proof serves the others too.
        return _attackers.Zip(broken).All(each => each.Second.Union(broken[0]).ToList().TrueForAll(target => target == candidate || hopeless.Contains(target) || IsSafeFrom(each.First, target)));
    }

    private bool IsSafeFrom(Attacker attacker, int target) =>
        attacker.Knows(target) || attacker.IsProven(target) || attacker.Judge(target, _protected.Contains(target), MostUnknownsToTry, _cancellation) is null;

    private sealed record Failure(Attacker Attacker, int Unknown, Neighbourhood? Where, int End);
}
