using Regional.Cli.Csv;
using Regional.Cli.Disclosing;
using Regional.Disclosure;
using Regional.Disclosure.Auditing;

namespace Regional.Cli.Auditing;

/// <summary>
/// Reads a table with its margins, in which some cells are hidden: a row for each cell, with the member, the group or <c>Total</c> in each dimension.
/// <code>
/// region,hovedint,count,status
/// Total,annet,124,published
/// A,annet,x,hidden
/// </code>
/// A margin without a row is not published. Where there are rows of single members, a combination without one has no pupils.
/// </summary>
internal sealed class MaskedCrossing
{
    private readonly CsvTable _file;
    private readonly IReadOnlyList<Dimension> _dimensions;
    private readonly CellSystem _system;
    private readonly CellView?[] _cells;
    private readonly int[] _lines;

    private MaskedCrossing(CsvTable file, IReadOnlyList<Dimension> dimensions)
    {
        (_file, _dimensions) = (file, dimensions);
        _system = CrossedTables.Build(dimensions, [TableShape.Whole(dimensions)], new long[CountTable.Combinations(file, dimensions)]).Build();
        (_cells, _lines) = (new CellView?[_system.Cells.Count], new int[_system.Cells.Count]);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="open">Opens it; it is gone through twice.</param>
    /// <param name="hierarchy">The open file that has the groups of the members; null where the table has them, or there are none.</param>
    /// <param name="count">The column with the counts.</param>
    /// <param name="dimensions">The columns that are crossed.</param>
    /// <param name="groupings">Which columns group the members of which of them.</param>
    /// <param name="threshold">k.</param>
    /// <exception cref="CliFault">It cannot be used; a line for each fault.</exception>
    public static MaskedTable Read(Func<CsvTable> open, CsvTable? hierarchy, string count, IReadOnlyList<string> dimensions, IReadOnlyList<GroupingOption> groupings, long threshold)
    {
        var read = Dimensions(open, hierarchy, dimensions, groupings);
        using var file = open();
        return new MaskedCrossing(file, read).Read(count, threshold);
    }

    private static List<Dimension> Dimensions(Func<CsvTable> open, CsvTable? hierarchy, IReadOnlyList<string> names, IReadOnlyList<GroupingOption> groupings)
    {
        using var own = hierarchy is null ? open() : null;
        var file = hierarchy ?? own!;
        if (hierarchy is null && groupings.FirstOrDefault(grouping => file.Find(grouping.Column) is null) is { } lost)
        {
            throw CliFault.Usage($"--grouping: {file.Name} has no column '{lost.Column}'. Name a file that has it, like the counts that the table was made of: --hierarchy counts.csv.");
        }

        List<DimensionColumn> columns = [.. names.Select(name => new DimensionColumn(file, name, [.. groupings.Where(grouping => grouping.Dimension == name).Select(grouping => grouping.Column)]))];
        foreach (var row in file.Rows())
        {
            foreach (var column in columns.Where(column => hierarchy is not null || !column.IsGroup(row)))
            {
                column.Take(row, isMargin: false);
            }
        }

        file.ThrowIfFaulty();
        return [.. columns.Select(column => column.ToDimension())];
    }

    private MaskedTable Read(string count, long threshold)
    {
        int[] columns = [.. _dimensions.Select(dimension => _file.Column(dimension.Name))];
        var masked = new MaskedColumns(_file, _file.Column(count), threshold);
        foreach (var row in _file.Rows())
        {
            var id = CrossedTables.IdOf(_dimensions, columns.Select(column => row.Fields[column]));
            if (_system.Find(id) is not { } cell)
            {
                _file.Fault(row.Line, "UNKNOWN_MEMBER", $"{id} has a member that is in no group and is none. Name its group, or take the row out.");
            }
            else if (_cells[cell] is not null)
            {
                _file.Fault(row.Line, "DUPLICATE", $"{id} was on line {_lines[cell]} already. Give each cell one row.");
            }
            else if (masked.Read(row) is { } view)
            {
                (_cells[cell], _lines[cell]) = (view, row.Line);
            }
        }

        _file.ThrowIfFaulty();
        return Result();
    }

    private MaskedTable Result()
    {
        var counts = new long?[_system.InnerCells.Count];
        var singles = Enumerable.Range(0, _cells.Length).Where(cell => _system.ColumnOf(cell).Inner.Length == 1 && IsSingle(cell)).ToList();
        var hasSingles = singles.Exists(cell => _cells[cell] is not null);
        foreach (var cell in singles)
        {
            _cells[cell] ??= hasSingles ? new CellView(Visibility.Shown, 0) : null;
            counts[_system.ColumnOf(cell).Inner[0]] = _cells[cell]?.Value;
        }

        return new(_system, [.. _cells.Select(cell => cell ?? new CellView(Visibility.Unprinted, null))], counts, [.. CountTable.InnerIds(_dimensions)]);
    }

    // A group of one member is the same sum, and a margin all the same.
    private bool IsSingle(int cell) => _system.Cells[cell].Labels.Zip(_dimensions).All(pair => pair.Second.IndexOf(pair.First) is not null);
}
