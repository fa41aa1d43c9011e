using System.Runtime.InteropServices;

namespace Regional.Disclosure.Auditing;

/// <summary>What is left of a matrix while it is factored.</summary>
internal sealed class ActiveMatrix
{
    private readonly List<(int Column, double Value)>[] _rows;
    private readonly List<int>[] _columns;
    private readonly List<(int Row, double Value)>[] _above;
    private readonly bool[] _isRowTaken;
    private readonly bool[] _isColumnTaken;
    private readonly Queue<int> _loneColumns = new();
    private readonly Queue<int> _loneRows = new();
    private readonly int[] _places;
    private List<int>? _rest;

    public ActiveMatrix(int size, Func<int, (int Row, double Value)[]> columnOf)
    {
        (_rows, _columns, _above) = (new List<(int, double)>[size], new List<int>[size], new List<(int, double)>[size]);
        (_isRowTaken, _isColumnTaken, _places) = (new bool[size], new bool[size], new int[size]);
        for (var i = 0; i < size; i++)
        {
            (_rows[i], _columns[i], _above[i]) = ([], [], []);
        }

        Array.Fill(_places, -1);
        for (var column = 0; column < size; column++)
        {
            foreach (var (row, value) in columnOf(column))
            {
                _rows[row].Add((column, value));
                _columns[column].Add(row);
            }
        }

        for (var i = 0; i < size; i++)
        {
            NoteLone(_columns[i].Count, _loneColumns, i);
            NoteLone(_rows[i].Count, _loneRows, i);
        }
    }

    /// <summary>What an untaken column has in rows that were taken before it.</summary>
    public IReadOnlyList<(int Row, double Value)> Above(int column) => _above[column];

    /// <summary>The next pivot; row -1 when all that is left is too small.</summary>
    public (int Row, int Column) NextPivot(double least, double share)
    {
        while (_loneColumns.TryDequeue(out var column))
        {
            if (!_isColumnTaken[column] && _columns[column].Count == 1 && Math.Abs(ValueAt(_columns[column][0], column)) >= least)
            {
                return (_columns[column][0], column);
            }
        }

        while (_loneRows.TryDequeue(out var row))
        {
            if (!_isRowTaken[row] && _rows[row].Count == 1 && Math.Abs(_rows[row][0].Value) >= least)
            {
                return (row, _rows[row][0].Column);
            }
        }

        return Shortest(least, share);
    }

    /// <summary>Takes a pivot out, with its row and column.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="lower">Told of each row below it, with the multiple of the pivot's row that was taken from it.</param>
    /// <param name="dust">What is smaller than this is rounding.</param>
    /// <returns>The pivot's value.</returns>
    public double Take(int row, int column, Action<int, double> lower, double dust)
    {
        var pivot = ValueAt(row, column);
        (_isRowTaken[row], _isColumnTaken[column]) = (true, true);
        foreach (var (other, value) in _rows[row])
        {
            if (other != column)
            {
                _above[other].Add((row, value));
                _columns[other].Remove(row);
                NoteLone(_columns[other].Count, _loneColumns, other);
            }
        }

        foreach (var below in _columns[column])
        {
            if (below != row)
            {
                var factor = ValueAt(below, column) / pivot;
                lower(below, factor);
                Subtract(below, factor, row, column, dust);
                NoteLone(_rows[below].Count, _loneRows, below);
            }
        }

        return pivot;
    }

    private static void NoteLone(int count, Queue<int> lone, int index)
    {
        if (count == 1)
        {
            lone.Enqueue(index);
        }
    }

    private (int Row, int Column) Shortest(double least, double share)
    {
        // Columns that were taken are dropped when they are met.
        _rest ??= [.. Enumerable.Range(0, _columns.Length)];
        _rest.RemoveAll(column => _isColumnTaken[column]);
        var shortest = -1;
        foreach (var column in _rest)
        {
            var count = _columns[column].Count;
            if (count > 0 && (shortest < 0 || count < _columns[shortest].Count) && Most(column) >= least)
            {
                shortest = column;
                if (count == 2)
                {
                    break;
                }
            }
        }

        if (shortest < 0)
        {
            return (-1, -1);
        }

        var (most, best) = (Most(shortest), -1);
        foreach (var row in _columns[shortest])
        {
            best = Math.Abs(ValueAt(row, shortest)) >= share * most && (best < 0 || _rows[row].Count < _rows[best].Count) ? row : best;
        }

        return (best, shortest);
    }

    private double Most(int column)
    {
        var most = 0.0;
        foreach (var row in _columns[column])
        {
            most = Math.Max(most, Math.Abs(ValueAt(row, column)));
        }

        return most;
    }

    private double ValueAt(int row, int column)
    {
        foreach (var (at, value) in CollectionsMarshal.AsSpan(_rows[row]))
        {
            if (at == column)
            {
                return value;
            }
        }

        return 0;
    }

    private void Subtract(int target, double factor, int source, int without, double dust)
    {
        var entries = _rows[target];
        for (var i = 0; i < entries.Count; i++)
        {
            _places[entries[i].Column] = i;
        }

        foreach (var (column, value) in _rows[source])
        {
            if (column == without)
            {
                continue;
            }

            if (_places[column] is >= 0 and var place)
            {
                entries[place] = (column, entries[place].Value - factor * value);
            }
            else
            {
                _columns[column].Add(target);
                _places[column] = entries.Count;
                entries.Add((column, -factor * value));
            }
        }

        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var (column, value) = entries[i];
            _places[column] = -1;
            if (column == without || Math.Abs(value) <= dust)
            {
                entries.RemoveAt(i);
                if (column != without)
                {
                    _columns[column].Remove(target);
                    NoteLone(_columns[column].Count, _loneColumns, column);
                }
            }
        }
    }
}
