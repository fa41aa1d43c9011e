using Regional.Cli.Csv;
using Regional.Csv;
using Regional.Disclosure;

namespace Regional.Cli.Disclosing;

/// <summary>
/// Reads any system of sums: a file of cells, and a file that says which inner cells each of them adds up.
/// <code>
/// cell,region,hovedint,ant,primary,candidate_rank        inner,cell,coef
/// 1,Total,Total,596,0,1                                  1,1,1
/// </code>
/// The columns between the id and the count are the dimensions; columns that are not named here are ignored.
/// </summary>
internal static class CellFiles
{
    private static readonly string[] CountColumns = ["count", "freq", "ant"];

    /// <summary>Reads both files.</summary>
    /// <exception cref="CliFault">They cannot be used; a line for each fault.</exception>
    public static ProtectableTable Read(CsvTable cellFile, CsvTable matrixFile)
    {
        var cells = Cells(cellFile, out var dimensions);
        var idOrder = InIdOrder(cells.Select(cell => cell.Id)).ToList();
        var matrix = MatrixFile.Read(matrixFile, idOrder);
        var byId = cells.ToDictionary(cell => cell.Id, StringComparer.Ordinal);
        var sorted = idOrder.Select(id => byId[id]).ToList();
        var builder = new CellSystemBuilder([.. dimensions]);
        foreach (var count in InnerCounts.Of(matrix, [.. sorted.Select(cell => cell.Count)]))
        {
            builder.AddInner(new(count));
        }

        for (var i = 0; i < sorted.Count; i++)
        {
            builder.Add(new(sorted[i].Id, sorted[i].Count) { Labels = sorted[i].Labels }, matrix.Inner(i), matrix.Coefficients(i));
        }

        var system = builder.Build();
        foreach (var (cell, sum) in system.CellsThatDoNotAddUp())
        {
            cellFile.Fault(sorted[cell].Line, "NOT_ADDITIVE", $"cell {sorted[cell].Id} is {sorted[cell].Count}, and its inner cells add up to {sum}. Mend the count, or its rows in {matrixFile.Name}.");
        }

        cellFile.ThrowIfFaulty();
        return new(system, matrix.InnerIds, [.. cells.Select(cell => system.Find(cell.Id)!.Value)])
        {
            KeyColumns = ["cell", .. dimensions],
            KeyOf = cell => [cell.Id, .. cell.Labels],
            Primary = cellFile.Find("primary") is null ? null : [.. Enumerable.Range(0, sorted.Count).Where(i => sorted[i].IsPrimary)],
            Order = cellFile.Find("candidate_rank") is null ? null : [.. Enumerable.Range(0, sorted.Count).OrderBy(i => sorted[i].Rank)],
        };
    }

    /// <summary>Ids that are all numbers go by size, others by their characters: ties are broken by it.</summary>
    public static IEnumerable<string> InIdOrder(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        return all.TrueForAll(id => long.TryParse(id, out _)) ? all.OrderBy(long.Parse).ThenBy(id => id, StringComparer.Ordinal) : all.Order(StringComparer.Ordinal);
    }

    /// <summary>The place of the column with the counts.</summary>
    public static int CountColumn(CsvTable file) => CountColumns.Select(file.Find).FirstOrDefault(column => column is not null)
        ?? throw CliFault.NotDone($"{file.Name}:1: there is no column with the counts. Name it count, freq or ant. [CSV_COLUMN_MISSING]");

    /// <summary>Whether a row has an id that no row before it had; if not, that is a fault.</summary>
    public static bool IsNewId(CsvTable file, CsvRecord row, int column, Dictionary<string, int> lines)
    {
        var id = row.Fields[column];
        if (id.Length > 0 && lines.TryAdd(id, row.Line))
        {
            return true;
        }

        if (id.Length == 0)
        {
            file.Fault(row.Line, "EMPTY", "the cell has no id. Give each cell its own.");
        }
        else
        {
            file.Fault(row.Line, "DUPLICATE", $"cell {id} was on line {lines[id]} already. Give each cell its own id.");
        }

        return false;
    }

    private static List<CellRow> Cells(CsvTable file, out IReadOnlyList<string> dimensions)
    {
        var (id, count) = (file.Column("cell"), CountColumn(file));
        int[] dimensionColumns = [.. Enumerable.Range(0, count).Where(column => column != id)];
        dimensions = [.. dimensionColumns.Select(column => file.Columns[column])];
        var (primary, rank) = (file.Find("primary"), file.Find("candidate_rank"));
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var cells = new List<CellRow>();
        foreach (var row in file.Rows())
        {
            if (IsNewId(file, row, id, lines) && file.Count(row, count) is { } value)
            {
                var isPrimary = primary is { } flag && IsSet(file, row, flag);
                cells.Add(new(row.Line, row.Fields[id], [.. dimensionColumns.Select(column => string.Intern(row.Fields[column]))], value, isPrimary, rank is { } place ? file.Number(row, place) ?? 0 : 0));
            }
        }

        file.ThrowIfFaulty();
        return cells;
    }

    private static bool IsSet(CsvTable file, CsvRecord row, int column)
    {
        if (row.Fields[column] is not ("0" or "1"))
        {
            file.Fault(row.Line, "FLAG", $"{file.Columns[column]} is '{row.Fields[column]}'. Write 1 for yes and 0 for no.");
        }

        return row.Fields[column] == "1";
    }

    private sealed record CellRow(int Line, string Id, IReadOnlyList<string> Labels, long Count, bool IsPrimary, int Rank);
}
