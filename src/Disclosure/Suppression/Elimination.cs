namespace Regional.Disclosure.Suppression;

/// <summary>
/// Secondary suppression by Gaussian elimination. Cells are published one after the other; one that would put a primary cell, or a multiple of it, into the
/// span of the published ones is hidden instead. Afterwards no primary cell is a linear combination of published cells.
/// </summary>
/// <remarks>
/// The method is Langsrud's (Privacy in Statistical Databases 2024, doi 10.1007/978-3-031-69651-0_6). The pattern does not depend on the choice of pivots,
/// because a candidate is compared with the primary cells modulo the span; so the rarest row is taken, which keeps the columns short.
/// </remarks>
public sealed class Elimination
{
    private readonly CellSystem _system;
    private readonly SparseColumns _columns;
    private readonly int[] _first;
    private readonly IReadOnlyList<int> _candidates;
    private readonly IReadOnlyList<int> _protected;
    private readonly bool[] _isForced;
    private readonly bool[] _isSingleton;
    private readonly bool[] _isUsedInDifference;
    private readonly CellStatus[] _statuses;
    private readonly SortedSet<int> _unsafe = [];

    private Elimination(CellSystem system, SuppressionInput input)
    {
        _system = system;
        List<int> forced = [.. input.Forced.Union(Enumerable.Range(0, system.Cells.Count).Where(cell => system.Cells[cell].IsPublicAlready)).Order()];
        _isForced = Marks(forced);
        // Where nothing is primary, a pupil who is counted alone is not either.
        var isRuled = input.Singletons == SingletonRule.AnySum && input.Primary.Count > 0;
        _isSingleton = [.. system.InnerCells.Select(inner => isRuled && IsSingleton(inner, input.ProtectsZeros))];
        _isUsedInDifference = new bool[system.InnerCells.Count];
        _statuses = new CellStatus[system.Cells.Count];
        foreach (var primary in input.Primary)
        {
            _statuses[primary] = _isForced[primary] ? CellStatus.Published : CellStatus.Primary;
        }

        // Cells that are the same sum share their fate, so the first of them stands for all.
        _first = SameSums.FirstOf(system, [.. forced, .. input.Primary.Order(), .. input.Order]);
        _candidates = [.. forced.Concat(input.Order).Where(cell => _first[cell] == cell && _statuses[cell] != CellStatus.Primary).Distinct()];
        _protected = [.. input.Primary.Order().Where(cell => _statuses[cell] == CellStatus.Primary && (_first[cell] == cell || _isForced[_first[cell]]))
            .Where(cell => forced.Count > 0 || !IsSumOfSingletons(cell)).Distinct()];
        _columns = new(system.InnerCells.Count, _candidates.Count + _protected.Count);
        for (var i = 0; i < _candidates.Count + _protected.Count; i++)
        {
            _columns.Set(i, system.ColumnOf(CellAt(i)));
        }
    }

    /// <summary>Decides on every cell.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="input">What is primary, what is public, and in which order the rest is to be published.</param>
    /// <param name="progress">Told the share of the candidates that is decided, from 0 to 1.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Pattern Run(CellSystem system, SuppressionInput input, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var elimination = new Elimination(system, input);
        elimination.Run(progress, cancellation);
        return elimination.Result(input);
    }

    private void Run(IProgress<double>? progress, CancellationToken cancellation)
    {
        for (var i = 0; i < _candidates.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (i % 256 == 0)
            {
                progress?.Report((double)i / _candidates.Count);
            }

            if (!_columns.IsZero(i) && !_isForced[_candidates[i]] && (TellsSingletons(i) || _columns.HasMultiple(i, first: _candidates.Count)))
            {
                _statuses[_candidates[i]] = CellStatus.Secondary;
                _columns.Drop(i);
            }
            else if (!_columns.IsZero(i))
            {
                // What is empty already follows from what was published before.
                _columns.Eliminate(i, Pivot(i), NotePrimary);
            }
        }

        progress?.Report(1);
    }

    private Pattern Result(SuppressionInput input)
    {
        foreach (var cell in input.Order.Where(cell => _first[cell] != cell && _statuses[cell] != CellStatus.Primary && !_isForced[cell]))
        {
            _statuses[cell] = _statuses[_first[cell]] == CellStatus.Published ? CellStatus.Published : CellStatus.Secondary;
        }

        _unsafe.UnionWith([.. input.Primary.Where(cell => !_isForced[cell] && _unsafe.Contains(_first[cell]))]);
        return new(new(_system, _statuses), [.. _unsafe]);
    }

    private int CellAt(int column) => column < _candidates.Count ? _candidates[column] : _protected[column - _candidates.Count];

    // Only forced cells can do this: all others are hidden instead.
    private void NotePrimary(int column)
    {
        if (column >= _candidates.Count)
        {
            _unsafe.Add(CellAt(column));
        }
    }

    // Rows of singletons are left to the end: a candidate of which only they are left is a sum of singletons.
    private int Pivot(int column)
    {
        var rows = _columns.RowsOf(column);
        var best = rows[0];
        foreach (var row in rows)
        {
            best = (_isSingleton[row], _columns.Occurrences(row)).CompareTo((_isSingleton[best], _columns.Occurrences(best))) < 0 ? row : best;
        }

        return best;
    }

    private bool TellsSingletons(int column)
    {
        var (hasPositive, hasOther, isUsed) = (false, false, false);
        var rows = _columns.RowsOf(column);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!_isSingleton[rows[i]])
            {
                return false;
            }

            isUsed |= _isUsedInDifference[rows[i]];
        }

        foreach (var value in _columns.ValuesOf(column))
        {
            (hasPositive, hasOther) = Modular.SignOf(value) > 0 ? (true, hasOther) : (hasPositive, true);
        }

        if (!hasPositive || !hasOther || isUsed)
        {
            return true;
        }

        foreach (var row in rows)
        {
            _isUsedInDifference[row] = true;
        }

        return false;
    }

    // A primary cell made of singletons alone is never told, because no sum of singletons is; unless something is published that may not be hidden.
    private bool IsSumOfSingletons(int cell)
    {
        var column = _system.ColumnOf(cell);
        for (var i = 0; i < column.Inner.Length; i++)
        {
            if (!_isSingleton[column.Inner[i]] || column.Coefficients[i] < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSingleton(InnerCell inner, bool protectsZeros) => inner.ChangeOf is null && inner.Count == (protectsZeros ? 0 : 1);

    private bool[] Marks(IEnumerable<int> cells)
    {
        var marks = new bool[_system.Cells.Count];
        foreach (var cell in cells)
        {
            marks[cell] = true;
        }

        return marks;
    }
}
