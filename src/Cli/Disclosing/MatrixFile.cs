using Regional.Cli.Csv;

namespace Regional.Cli.Disclosing;

/// <summary>Which inner cells each cell adds up, read from rows of inner cell, cell and coefficient in any order.</summary>
internal sealed class MatrixFile
{
    private readonly int[] _starts;
    private readonly int[] _inner;
    private readonly int[] _coefficients;

    private MatrixFile(IReadOnlyList<string> innerIds, int[] starts, int[] inner, int[] coefficients) =>
        (InnerIds, _starts, _inner, _coefficients) = (innerIds, starts, inner, coefficients);

    /// <summary>Names of the inner cells, by index.</summary>
    public IReadOnlyList<string> InnerIds { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="cells">Ids of the cells, by index.</param>
    /// <exception cref="CliFault">It cannot be used; a line for each fault.</exception>
    public static MatrixFile Read(CsvTable file, IReadOnlyList<string> cells)
    {
        var (inner, cell, coefficient) = (file.Column("inner"), file.Column("cell"), file.Column("coef"));
        var indexOfCell = cells.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index, StringComparer.Ordinal);
        var innerIndex = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = new List<Entry>();
        foreach (var row in file.Rows())
        {
            if (!indexOfCell.TryGetValue(row.Fields[cell], out var index))
            {
                file.Fault(row.Line, "UNKNOWN_MEMBER", $"there is no cell {row.Fields[cell]} in the file of cells. Name one that is there, or add it there.");
            }
            else if (file.Number(row, coefficient) is { } value && value != 0)
            {
                entries.Add(new(index, innerIndex.TryGetValue(row.Fields[inner], out var known) ? known : innerIndex[row.Fields[inner]] = innerIndex.Count, value, row.Line));
            }
            else if (row.Fields[coefficient].Trim('0').Length == 0)
            {
                file.Fault(row.Line, "COEFFICIENT", "the coefficient is 0. Leave out what a cell does not add up.");
            }
        }

        file.ThrowIfFaulty();
        return Sorted(file, cells, innerIndex, entries);
    }

    /// <summary>The inner cells of a cell, ascending.</summary>
    public ReadOnlySpan<int> Inner(int cell) => _inner.AsSpan(_starts[cell].._starts[cell + 1]);

    /// <summary>Their coefficients.</summary>
    public ReadOnlySpan<int> Coefficients(int cell) => _coefficients.AsSpan(_starts[cell].._starts[cell + 1]);

    private static MatrixFile Sorted(CsvTable file, IReadOnlyList<string> cells, Dictionary<string, int> innerIndex, List<Entry> entries)
    {
        List<string> ids = [.. CellFiles.InIdOrder(innerIndex.Keys)];
        var places = new int[ids.Count];
        for (var i = 0; i < ids.Count; i++)
        {
            places[innerIndex[ids[i]]] = i;
        }

        entries.Sort((a, b) => (a.Cell, places[a.Inner], a.Line).CompareTo((b.Cell, places[b.Inner], b.Line)));
        foreach (var (one, next) in entries.Zip(entries.Skip(1)).Where(pair => pair.First.Cell == pair.Second.Cell && pair.First.Inner == pair.Second.Inner))
        {
            file.Fault(next.Line, "DUPLICATE", $"inner cell {ids[places[one.Inner]]} of cell {cells[one.Cell]} was on line {one.Line} already. Give each pair one row.");
        }

        file.ThrowIfFaulty();
        var starts = new int[cells.Count + 1];
        foreach (var entry in entries)
        {
            starts[entry.Cell + 1]++;
        }

        for (var i = 0; i < cells.Count; i++)
        {
            starts[i + 1] += starts[i];
        }

        return new(ids, starts, [.. entries.Select(entry => places[entry.Inner])], [.. entries.Select(entry => entry.Coefficient)]);
    }

    private readonly record struct Entry(int Cell, int Inner, int Coefficient, int Line);
}
