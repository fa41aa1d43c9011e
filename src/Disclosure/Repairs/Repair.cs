using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Repairs;

/// <summary>
/// Hides more, until every protected cell is safe for every attacker and no hidden one is exact, and then gives back what was hidden needlessly.
/// </summary>
/// <remarks>
/// An end of an interval that is too near is held there by some published cells, those on which the proof of the bound rests; one of them must be hidden. To find
/// it by publishing longer and longer prefixes of the order takes an audit for each; so it is voted on instead: the cell that holds most ends for few inner cells
/// that it adds up, of equals the last in the order, and then the same for the ends that are left. What is given back is tried in the order, what matters most first.
/// </remarks>
public sealed class Repair
{
    // Where more hangs together, all of it is not looked at for every hidden cell that might be shown: that takes too long.
    private const int MostUnknownsToTry = 600;

    private readonly RepairInput _input;
    private readonly CellSystem _system;
    private readonly CellStatus[] _statuses;
    private readonly Equations _equations;
    private readonly AttackerView _view;
    private readonly Bounds[] _unseen;
    private readonly List<Attacker> _attackers;
    private readonly List<int> _targets;
    private readonly HashSet<int> _protected;
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
        Attacker stranger = new(_equations, told, point, null, null);
        _attackers = [stranger, .. input.Insiders.Select(insider => new Attacker(_equations, told, point, insider, stranger))];
        _targets = [.. _view.Targets.Select(cell => _equations.UnknownOfCell[cell]).Distinct()];
        _protected = [.. input.Protected.Select(cell => _equations.UnknownOfCell[cell])];
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
        return new(new(repair._system, repair._statuses), before, [.. hopeless.SelectMany(unknown => repair._cellsOf[unknown]).Where(input.Protected.Contains).Order()]);
    }

    private HashSet<int> HideMore()
    {
        var hopeless = new HashSet<int>();
        for (var open = Failing(hopeless); open.Count > 0; open = Failing(hopeless))
        {
            hopeless.UnionWith(open.Where(failure => failure.Remedies.Count == 0).Select(failure => failure.Unknown));
            foreach (var remedy in Remedies([.. open.Where(failure => failure.Remedies.Count > 0)]))
            {
                Hide(remedy);
                _targets.Add(remedy);
            }
        }

        return hopeless;
    }

    // Few that break every proof: the one that breaks most for its price, then the one that breaks most of those that are left.
    private List<int> Remedies(List<Failure> failures)
    {
        var remedies = new List<int>();
        while (failures.Count > 0)
        {
            var best = failures.SelectMany(failure => failure.Remedies).CountBy(remedy => remedy)
                .OrderByDescending(votes => votes.Value / Math.Sqrt(_equations.InnerOf(votes.Key).Count)).ThenByDescending(votes => Rank(votes.Key)).First().Key;
            failures.RemoveAll(failure => failure.Remedies.Contains(best));
            remedies.Add(best);
        }

        return remedies;
    }

    private List<Failure> Failing(HashSet<int> hopeless)
    {
        var failing = new List<Failure>();
        foreach (var (attacker, number) in _attackers.Select((attacker, number) => (attacker, number)))
        {
            var open = _targets.Where(target => !hopeless.Contains(target) && !attacker.Knows(target) && !attacker.IsProven(target)).ToList();
            for (var i = 0; i < open.Count; i++)
            {
                _progress?.Report(0.5 * (number + (double)i / open.Count) / _attackers.Count);
                _cancellation.ThrowIfCancellationRequested();
                if (attacker.Judge(open[i], _protected.Contains(open[i]), Attacker.Everything, _cancellation) is { } found)
                {
                    failing.Add(new(open[i], RemediesFor(attacker, found.Where, open[i], found.End)));
                }
            }
        }

        return failing;
    }

    // What may be hidden of all that holds an end; where that is nothing, the other end has to move.
    private IReadOnlyList<int> RemediesFor(Attacker attacker, Neighbourhood? where, int unknown, int end)
    {
        foreach (var direction in where is null ? [] : new[] { end, -end })
        {
            var remedies = attacker.Holding(where!, unknown, direction, _cancellation).Where(MayHide).ToList();
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
    }

    private void SetStatus(int unknown, CellStatus status)
    {
        foreach (var cell in _cellsOf[unknown].Where(cell => _statuses[cell] != CellStatus.Primary))
        {
            _statuses[cell] = status;
        }
    }

    // What everybody is told of it, as it stands now.
    private Bounds BoundsOf(int unknown)
    {
        var cell = _cellsOf[unknown].First();
        return _unseen[unknown].And(_view.BoundsOf(new(_statuses[cell] == CellStatus.Published ? Visibility.Shown : Visibility.Hidden, _system.Cells[cell].Value)));
    }

    private void GiveBack(HashSet<int> hopeless)
    {
        var candidates = _input.Suppression.Order.Where(cell => _statuses[cell] == CellStatus.Secondary).Select(cell => _equations.UnknownOfCell[cell]).Distinct()
            .Where(unknown => _cellsOf[unknown].All(cell => _statuses[cell] == CellStatus.Secondary)).ToList();
        for (var i = 0; i < candidates.Count; i++)
        {
            _progress?.Report(0.5 + 0.5 * i / candidates.Count);
            if (!MayBeShown(candidates[i], hopeless))
            {
                SetStatus(candidates[i], CellStatus.Secondary);
                _attackers.ForEach(attacker => attacker.TakeBack(candidates[i], BoundsOf(candidates[i])));
            }
        }
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

    private sealed record Failure(int Unknown, IReadOnlyList<int> Remedies);
}
