using Regional.Cli.Csv;
using Regional.Csv;
using Regional.Disclosure;

namespace Regional.Cli.Disclosing;

/// <summary>
/// Reads a table of counts, one row for each combination of members, and crosses it: every cell with all margins.
/// <code>
/// region,fylke,kostragr,hovedint,ant
/// A,1,300,annet,11
/// </code>
/// A combination without a row has no pupils. A row that has <c>Total</c> in a dimension is a margin: it must be the sum of its parts.
/// </summary>
internal sealed class CountTable
{
    // A table of a region is some ten thousand cells; this many inner cells are still a few hundred megabytes.
    private const long MostCombinations = 5_000_000;

    private readonly CsvTable _file;
    private readonly int? _count;
    private readonly IReadOnlyList<DimensionColumn> _dimensions;
    private readonly List<Row> _rows = [];

    private CountTable(CsvTable file, string? count, IReadOnlyList<string> dimensions, IReadOnlyList<GroupingOption> groupings)
    {
        _file = file;
        _count = count is null ? null : file.Column(count);
        _dimensions = [.. dimensions.Select(name => new DimensionColumn(file, name, [.. groupings.Where(grouping => grouping.Dimension == name).Select(grouping => grouping.Column)]))];
    }

    /// <summary>Reads and crosses a table.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="count">The column with the counts; null where each row is one pupil.</param>
    /// <param name="dimensions">The columns to cross.</param>
    /// <param name="groupings">Which columns group the members of which of them.</param>
    /// <exception cref="CliFault">The table cannot be used; a line for each fault.</exception>
    public static ProtectableTable Read(CsvTable file, string? count, IReadOnlyList<string> dimensions, IReadOnlyList<GroupingOption> groupings) =>
        new CountTable(file, count, dimensions, groupings).Read();

    /// <summary>How many combinations of members there are.</summary>
    /// <exception cref="CliFault">Too many.</exception>
    public static int Combinations(CsvTable file, IReadOnlyList<Dimension> dimensions)
    {
        var combinations = dimensions.Aggregate(1m, (product, dimension) => product * dimension.Members.Count);
        return combinations <= MostCombinations
            ? (int)combinations
            : throw CliFault.NotDone($"{file.Name}: the dimensions have {combinations:N0} combinations of members, and at most {MostCombinations:N0} can be judged at once. Leave a dimension out, or split by region or year. [TOO_LARGE]");
    }

    /// <summary>Names of the combinations, by index of the inner cell.</summary>
    public static IEnumerable<string> InnerIds(IReadOnlyList<Dimension> dimensions)
    {
        IEnumerable<IReadOnlyList<string>> combinations = [[]];
        foreach (var dimension in dimensions)
        {
            combinations = combinations.SelectMany(combination => dimension.Members, (combination, member) => (IReadOnlyList<string>)[.. combination, member]);
        }

        return combinations.Select(combination => CrossedTables.IdOf(dimensions, combination));
    }

    private ProtectableTable Read()
    {
        foreach (var record in _file.Rows())
        {
            Take(record);
        }

        _file.ThrowIfFaulty();
        if (_rows.Count == 0)
        {
            throw CliFault.NotDone($"{_file.Name}:1: there is no row below the header. [EMPTY]");
        }

        var dimensions = _dimensions.Select(column => column.ToDimension()).ToList();
        var system = CrossedTables.Build(dimensions, [TableShape.Whole(dimensions)], Counts(dimensions)).Build();
        CompareMargins(system, dimensions);
        _file.ThrowIfFaulty();
        return new(system, [.. InnerIds(dimensions)], [.. Enumerable.Range(0, system.Cells.Count)])
        {
            KeyColumns = system.Dimensions,
            KeyOf = cell => cell.Labels,
        };
    }

    private void Take(CsvRecord record)
    {
        var isMargin = _dimensions.Any(dimension => record.Fields[dimension.Column] == Dimension.Total);
        var labels = _dimensions.Select(dimension => dimension.Take(record, isMargin)).ToList();
        if ((_count is { } column ? _file.Count(record, column) : 1) is { } count)
        {
            _rows.Add(new(record.Line, labels, count, isMargin));
        }
    }

    private long[] Counts(IReadOnlyList<Dimension> dimensions)
    {
        var counts = new long[Combinations(_file, dimensions)];
        var lines = new Dictionary<int, int>();
        foreach (var row in _rows.Where(row => !row.IsMargin))
        {
            var index = CrossedTables.InnerIndex(dimensions, [.. row.Labels.Select((label, i) => dimensions[i].IndexOf(label)!.Value)]);
            if (!lines.TryAdd(index, row.Line) && _count is not null)
            {
                _file.Fault(row.Line, "DUPLICATE", $"{CrossedTables.IdOf(dimensions, row.Labels)} was on line {lines[index]} already. Give each combination one row.");
            }

            counts[index] += row.Count;
        }

        _file.ThrowIfFaulty();
        return counts;
    }

    private void CompareMargins(CellSystem system, IReadOnlyList<Dimension> dimensions)
    {
        foreach (var row in _rows.Where(row => row.IsMargin))
        {
            var id = CrossedTables.IdOf(dimensions, row.Labels);
            var sum = system.Cells[system.Find(id)!.Value].Value;
            if (sum != row.Count)
            {
                _file.Fault(row.Line, "NOT_ADDITIVE", $"{id} is {row.Count}, and its parts add up to {sum}. Mend the total or the parts, or leave the row out.");
            }
        }
    }

    private sealed record Row(int Line, IReadOnlyList<string> Labels, long Count, bool IsMargin);
}

/// <summary>A column whose values group the members of a dimension.</summary>
internal sealed record GroupingOption(string Dimension, string Column);
