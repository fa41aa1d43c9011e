namespace Regional.Disclosure.Suppression;

/// <summary>Columns over rows, both sparse, of numbers modulo a prime, from which rows are eliminated one by one.</summary>
internal sealed class SparseColumns(int rows, int columns)
{
    private readonly int[][] _rows = new int[columns][];
    private readonly ulong[][] _values = new ulong[columns][];
    private readonly int[] _lengths = new int[columns];

    // The columns that may have an entry in a row: each that has one, and some that had.
    private readonly int[][] _columns = Fill(rows);
    private readonly int[] _columnCounts = new int[rows];

    // How many columns have an entry in a row.
    private readonly int[] _occurrences = new int[rows];

    private int[] _spareRows = new int[16];
    private ulong[] _spareValues = new ulong[16];

    public ReadOnlySpan<int> RowsOf(int column) => _rows[column].AsSpan(0, _lengths[column]);

    public ReadOnlySpan<ulong> ValuesOf(int column) => _values[column].AsSpan(0, _lengths[column]);

    public bool IsZero(int column) => _lengths[column] == 0;

    public int Occurrences(int row) => _occurrences[row];

    public void Set(int column, Column entries)
    {
        _rows[column] = entries.Inner.ToArray();
        _values[column] = new ulong[entries.Inner.Length];
        _lengths[column] = entries.Inner.Length;
        for (var i = 0; i < entries.Inner.Length; i++)
        {
            _values[column][i] = Modular.Of(entries.Coefficients[i]);
            Enter(entries.Inner[i], column);
        }
    }

    public void SetZero(int column) => (_rows[column], _values[column]) = ([], []);

    /// <summary>Forgets a column.</summary>
    public void Drop(int column)
    {
        foreach (var row in RowsOf(column))
        {
            _occurrences[row]--;
        }

        SetZero(column);
        _lengths[column] = 0;
    }

    /// <summary>Whether a column from <paramref name="first"/> on is a multiple of a column that is not zero.</summary>
    public bool HasMultiple(int column, int first)
    {
        var rows = RowsOf(column);
        var values = ValuesOf(column);
        // A multiple has an entry wherever the column has one, so those in its rarest row are all that can be.
        var rarest = RarestRow(rows);
        foreach (var other in _columns[rarest].AsSpan(0, _columnCounts[rarest]))
        {
            if (other >= first && other != column && _lengths[other] == rows.Length && RowsOf(other).SequenceEqual(rows) && IsMultiple(ValuesOf(other), values))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a column out of all others such that none of them has an entry in the row, and forgets it.</summary>
    /// <param name="pivot">The column.</param>
    /// <param name="row">A row in which it has an entry.</param>
    /// <param name="emptied">Told of each column of which nothing is left.</param>
    public void Eliminate(int pivot, int row, Action<int> emptied)
    {
        var inverse = Modular.Invert(_values[pivot][IndexOf(pivot, row)]);
        var (candidates, count) = (_columns[row], _columnCounts[row]);
        (_columns[row], _columnCounts[row]) = ([], 0);
        for (var i = 0; i < count; i++)
        {
            var column = candidates[i];
            if (column != pivot && IndexOf(column, row) is >= 0 and var at)
            {
                Subtract(column, Modular.Multiply(_values[column][at], inverse), pivot);
                if (_lengths[column] == 0)
                {
                    emptied(column);
                }
            }
        }

        Drop(pivot);
    }

    private int RarestRow(ReadOnlySpan<int> rows)
    {
        var rarest = rows[0];
        foreach (var row in rows)
        {
            rarest = _occurrences[row] < _occurrences[rarest] ? row : rarest;
        }

        return rarest;
    }

    private static bool IsMultiple(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        for (var i = 1; i < a.Length; i++)
        {
            if (Modular.Multiply(a[0], b[i]) != Modular.Multiply(b[0], a[i]))
            {
                return false;
            }
        }

        return true;
    }

    private int IndexOf(int column, int row) => _rows[column].AsSpan(0, _lengths[column]).BinarySearch(row);

    private void Subtract(int target, ulong multiple, int source)
    {
        ReadOnlySpan<int> rowsA = RowsOf(target), rowsB = RowsOf(source);
        ReadOnlySpan<ulong> valuesA = ValuesOf(target), valuesB = ValuesOf(source);
        Reserve(rowsA.Length + rowsB.Length);
        var (a, length) = (0, 0);
        for (var b = 0; b < rowsB.Length; b++)
        {
            // Most columns are long and most of what is taken out of them is short: what lies between is copied whole.
            var run = CountBelow(rowsA[a..], rowsB[b]);
            rowsA.Slice(a, run).CopyTo(_spareRows.AsSpan(length));
            valuesA.Slice(a, run).CopyTo(_spareValues.AsSpan(length));
            (a, length) = (a + run, length + run);
            var taken = Modular.Multiply(multiple, valuesB[b]);
            if (a == rowsA.Length || rowsA[a] != rowsB[b])
            {
                (_spareRows[length], _spareValues[length++]) = (rowsB[b], Modular.Subtract(0, taken));
                Enter(rowsB[b], target);
            }
            else if (valuesA[a] == taken)
            {
                _occurrences[rowsA[a++]]--;
            }
            else
            {
                (_spareRows[length], _spareValues[length++]) = (rowsA[a], Modular.Subtract(valuesA[a++], taken));
            }
        }

        rowsA[a..].CopyTo(_spareRows.AsSpan(length));
        valuesA[a..].CopyTo(_spareValues.AsSpan(length));
        length += rowsA.Length - a;
        Replace(target, length);
    }

    // Looks near the front first, where the answer mostly is.
    private static int CountBelow(ReadOnlySpan<int> rows, int row)
    {
        var reach = 1;
        while (reach < rows.Length && rows[reach - 1] < row)
        {
            reach *= 2;
        }

        var index = rows[..Math.Min(reach, rows.Length)].BinarySearch(row);
        return index >= 0 ? index : ~index;
    }

    private void Replace(int column, int length)
    {
        // Most columns stay about as long as they were; one that shrank a lot gives its space back.
        if (_rows[column].Length < length || _rows[column].Length > 2 * length + 16)
        {
            (_rows[column], _values[column]) = (new int[length + length / 4], new ulong[length + length / 4]);
        }

        _spareRows.AsSpan(0, length).CopyTo(_rows[column]);
        _spareValues.AsSpan(0, length).CopyTo(_values[column]);
        _lengths[column] = length;
    }

    private void Reserve(int length)
    {
        if (_spareRows.Length < length)
        {
            (_spareRows, _spareValues) = (new int[2 * length], new ulong[2 * length]);
        }
    }

    private void Enter(int row, int column)
    {
        if (_columnCounts[row] == _columns[row].Length)
        {
            MakeRoom(row);
        }

        _columns[row][_columnCounts[row]++] = column;
        _occurrences[row]++;
    }

    // To look through a list costs more than to make it longer, so that is done only when three in four entries are stale: a column that left a row and
    // came back stands there twice; one that left and did not come back stands there for nothing.
    private void MakeRoom(int row)
    {
        var columns = _columns[row].AsSpan(0, _columnCounts[row]);
        if (columns.Length <= 4 * _occurrences[row] + 64)
        {
            Array.Resize(ref _columns[row], Math.Max(4, 2 * columns.Length));
            return;
        }

        var kept = 0;
        columns.Sort();
        for (var i = 0; i < columns.Length; i++)
        {
            if ((i == 0 || columns[i] != columns[i - 1]) && IndexOf(columns[i], row) >= 0)
            {
                columns[kept++] = columns[i];
            }
        }

        _columnCounts[row] = kept;
    }

    private static int[][] Fill(int rows)
    {
        var lists = new int[rows][];
        Array.Fill(lists, []);
        return lists;
    }
}
