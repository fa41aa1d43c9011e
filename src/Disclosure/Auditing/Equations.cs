using System.Runtime.InteropServices;

namespace Regional.Disclosure.Auditing;

/// <summary>
/// A system of sums as few and short equations: each sum equals the largest sums inside it, down to single inner cells. Cells that are the same sum are one
/// unknown.
/// </summary>
internal sealed class Equations
{
    private readonly CellSystem _system;
    private readonly List<Sum> _sums = [];
    private readonly List<List<int>> _sumsOf = [];
    private readonly Dictionary<Sum, int> _bySum = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _unknowns = [];
    private readonly List<long> _coefficients = [];
    private readonly List<int> _heads = [];
    private readonly long[] _left;

    private Equations(CellSystem system)
    {
        _system = system;
        _left = new long[system.InnerCells.Count];
        for (var inner = 0; inner < system.InnerCells.Count; inner++)
        {
            _sums.Add(new([inner], [1]));
            _sumsOf.Add([inner]);
            _bySum.Add(_sums[inner], inner);
        }

        UnknownOfCell = new int[system.Cells.Count];
        var cells = Enumerable.Range(0, system.Cells.Count).Select(cell => (Cell: cell, Sum: SumOf(cell)));
        foreach (var (cell, sum) in cells.OrderBy(each => each.Sum.Inner.Length).ThenBy(each => each.Cell))
        {
            UnknownOfCell[cell] = Add(sum);
        }

        Counts = [.. Enumerable.Range(0, system.InnerCells.Count).Where(inner => system.InnerCells[inner].ChangeOf is not null).Select(inner => Add(CountAt(inner)))];
        RowsOf = Transposed();
    }

    /// <summary>How many unknowns there are; the first are the inner cells.</summary>
    public int UnknownCount => _sums.Count;

    /// <summary>How many equations there are.</summary>
    public int RowCount => _starts.Count - 1;

    /// <summary>The unknown that each cell is.</summary>
    public int[] UnknownOfCell { get; }

    /// <summary>The unknowns that are a count after a change, and so not negative.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>The equations in which each unknown occurs.</summary>
    public int[][] RowsOf { get; }

    public static Equations Of(CellSystem system) => new(system);

    /// <summary>The unknowns of an equation. Times their coefficients they add up to zero.</summary>
    public ReadOnlySpan<int> Unknowns(int row) => CollectionsMarshal.AsSpan(_unknowns)[_starts[row].._starts[row + 1]];

    public ReadOnlySpan<long> Coefficients(int row) => CollectionsMarshal.AsSpan(_coefficients)[_starts[row].._starts[row + 1]];

    /// <summary>The unknown that an equation takes apart; its coefficient is -1, and its equation holds nothing that is not inside it.</summary>
    public int HeadOf(int row) => _heads[row];

    /// <summary>Indices of the inner cells of an unknown.</summary>
    public IReadOnlyList<int> InnerOf(int unknown) => _sums[unknown].Inner;

    /// <summary>The equations of an unknown and of all sums that lie inside it, but for inner cells that are nobody.</summary>
    public IReadOnlyList<int> RowsInside(int unknown, bool[] isNobody)
    {
        var inside = _sums[unknown].Inner.ToHashSet();
        return [.. _sums[unknown].Inner.SelectMany(inner => _sumsOf[inner]).Distinct().Where(sum => sum >= _system.InnerCells.Count && Array.TrueForAll(_sums[sum].Inner, inner => isNobody[inner] || inside.Contains(inner)))
            .SelectMany(sum => RowsOf[sum].Where(row => _heads[row] == sum)).Order()];
    }

    /// <summary>The sums that an unknown lies inside, but for inner cells that are nobody.</summary>
    public IEnumerable<int> SumsOver(int unknown, bool[] isNobody)
    {
        var somebody = _sums[unknown].Inner.Where(inner => !isNobody[inner]).ToList();
        return somebody.Count == 0 ? [] : _sumsOf[somebody[0]].Where(sum => sum != unknown && somebody.TrueForAll(inner => Array.BinarySearch(_sums[sum].Inner, inner) >= 0));
    }

    /// <summary>By inner cell, whether it lies inside a plain sum that is known to be zero.</summary>
    public bool[] Nobody(Bounds[] bounds)
    {
        var isNobody = new bool[_system.InnerCells.Count];
        for (var sum = 0; sum < _sums.Count; sum++)
        {
            if (bounds[sum] == Bounds.Exactly(0) && Array.TrueForAll(_sums[sum].Coefficients, coefficient => coefficient > 0) && Array.TrueForAll(_sums[sum].Inner, inner => bounds[inner].Least >= 0))
            {
                Array.ForEach(_sums[sum].Inner, inner => isNobody[inner] = true);
            }
        }

        return isNobody;
    }

    private Sum SumOf(int cell)
    {
        var column = _system.ColumnOf(cell);
        return new(column.Inner.ToArray(), column.Coefficients.ToArray());
    }

    // What an inner cell counts after a change: itself and its changes up to that one.
    private Sum CountAt(int change)
    {
        int[] parts = [_system.InnerCells[change].ChangeOf!.Value, .. Enumerable.Range(0, change + 1).Where(inner => _system.InnerCells[inner].ChangeOf == _system.InnerCells[change].ChangeOf)];
        return new([.. parts.Order()], [.. parts.Select(_ => 1)]);
    }

    private int Add(Sum sum)
    {
        if (_bySum.TryGetValue(sum, out var known))
        {
            return known;
        }

        var unknown = _sums.Count;
        TakeApart(unknown, sum);
        _sums.Add(sum);
        _bySum.Add(sum, unknown);
        foreach (var inner in sum.Inner)
        {
            _sumsOf[inner].Add(unknown);
        }

        return unknown;
    }

    private void TakeApart(int unknown, Sum sum)
    {
        _heads.Add(unknown);
        Enter(unknown, -1);
        for (var i = 0; i < sum.Inner.Length; i++)
        {
            _left[sum.Inner[i]] = sum.Coefficients[i];
        }

        foreach (var inner in sum.Inner)
        {
            if (_left[inner] != 0)
            {
                var part = LargestPart(inner, sum);
                Enter(part, part < _system.InnerCells.Count ? _left[inner] : 1);
                foreach (var covered in _sums[part].Inner)
                {
                    _left[covered] = 0;
                }
            }
        }

        _starts.Add(_unknowns.Count);
    }

    // Longer sums came later, so the last that fits is the largest.
    private int LargestPart(int inner, Sum whole)
    {
        var sums = _sumsOf[inner];
        for (var i = sums.Count - 1; i > 0; i--)
        {
            if (_sums[sums[i]] is var part && part.Inner.Length < whole.Inner.Length && Fits(part))
            {
                return sums[i];
            }
        }

        return inner;
    }

    private bool Fits(Sum part)
    {
        for (var i = 0; i < part.Inner.Length; i++)
        {
            if (_left[part.Inner[i]] != part.Coefficients[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Enter(int unknown, long coefficient)
    {
        _unknowns.Add(unknown);
        _coefficients.Add(coefficient);
    }

    private int[][] Transposed()
    {
        var rows = new List<int>[UnknownCount];
        for (var row = 0; row < RowCount; row++)
        {
            foreach (var unknown in Unknowns(row))
            {
                (rows[unknown] ??= []).Add(row);
            }
        }

        return [.. rows.Select(list => list?.ToArray() ?? [])];
    }

    // A cell that adds up nothing is an unknown too: it is zero.
    private readonly record struct Sum(int[] Inner, int[] Coefficients)
    {
        public bool Equals(Sum other) => Inner.AsSpan().SequenceEqual(other.Inner) && Coefficients.AsSpan().SequenceEqual(other.Coefficients);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var inner in Inner)
            {
                hash.Add(inner);
            }

            return hash.ToHashCode();
        }
    }
}
