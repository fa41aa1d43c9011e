namespace Regional.Disclosure.Auditing;

/// <summary>A sparse matrix by column.</summary>
internal sealed record Matrix(int Rows, int[] Starts, int[] RowIndices, double[] Values)
{
    public int Columns => Starts.Length - 1;

    /// <summary>The entries of a variable; one beyond the columns is a row's own.</summary>
    public (int Row, double Value)[] EntriesOf(int variable)
    {
        if (variable >= Columns)
        {
            return [(variable - Columns, 1)];
        }

        var entries = new (int, double)[Starts[variable + 1] - Starts[variable]];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = (RowIndices[Starts[variable] + i], Values[Starts[variable] + i]);
        }

        return entries;
    }
}

/// <summary>Which variable is basic at each row, and what every other column is in terms of these.</summary>
internal sealed class Basis
{
    // Exchanges make each solution longer, and a new factorization takes about as long as so many of them.
    private const int MostExchanges = 100;

    private readonly Matrix _matrix;
    private readonly int[] _variables;
    private readonly int[] _rows;
    private readonly Factors _factors = new();
    private readonly EtaFile _exchanges = new();

    public Basis(Matrix matrix)
    {
        (_matrix, _variables, _rows) = (matrix, new int[matrix.Rows], new int[matrix.Columns + matrix.Rows]);
        Restart();
    }

    /// <summary>By row the variable that is basic there.</summary>
    public ReadOnlySpan<int> Variables => _variables;

    public bool Holds(int variable) => _rows[variable] >= 0;

    /// <summary>Makes each row's own variable basic.</summary>
    public void Restart()
    {
        _factors.Clear();
        _exchanges.Clear();
        Array.Fill(_rows, -1);
        for (var row = 0; row < _variables.Length; row++)
        {
            (_variables[row], _rows[_matrix.Columns + row]) = (_matrix.Columns + row, row);
        }
    }

    /// <summary>Writes a variable's column, in terms of the basis.</summary>
    public void Express(int variable, Span<double> column)
    {
        column.Clear();
        if (variable >= _matrix.Columns)
        {
            column[variable - _matrix.Columns] = 1;
        }
        else
        {
            for (var i = _matrix.Starts[variable]; i < _matrix.Starts[variable + 1]; i++)
            {
                column[_matrix.RowIndices[i]] = _matrix.Values[i];
            }
        }

        Solve(column);
    }

    /// <summary>Turns a column into its coefficients over the basis.</summary>
    public void Solve(Span<double> column)
    {
        _factors.Solve(column);
        _exchanges.Solve(column);
    }

    /// <summary>Turns costs of the basic variables, by row, into multipliers of the rows.</summary>
    public void SolveTransposed(Span<double> costs)
    {
        _exchanges.SolveTransposed(costs);
        _factors.SolveTransposed(costs);
    }

    /// <summary>Makes a variable basic at a row in the place of another.</summary>
    /// <param name="entering">The variable.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The variable's column in terms of the basis.</param>
    /// <returns>Whether it is time to factor anew.</returns>
    public bool Exchange(int entering, int row, ReadOnlySpan<double> column)
    {
        _rows[_variables[row]] = -1;
        (_variables[row], _rows[entering]) = (entering, row);
        _exchanges.Add(column, row);
        return _exchanges.Count >= MostExchanges;
    }

    /// <summary>Factors the basis anew, which also takes out what rounding has left.</summary>
    /// <returns>False when it is as good as singular.</returns>
    public bool TryFactor()
    {
        var basic = _variables.ToArray();
        if (_factors.Factor(basic.Length, column => _matrix.EntriesOf(basic[column])) is not { } columns)
        {
            return false;
        }

        _exchanges.Clear();
        for (var row = 0; row < columns.Length; row++)
        {
            (_variables[row], _rows[basic[columns[row]]]) = (basic[columns[row]], row);
        }

        return true;
    }
}
