using Regional.Cli.Csv;
using Regional.Cli.Disclosing;
using Regional.Disclosure;
using Regional.Disclosure.Auditing;

namespace Regional.Cli.Auditing;

/// <summary>Reads any system of sums of which some are hidden: a file of cells, and a file that says which inner cells each of them adds up.</summary>
internal static class MaskedCells
{
    /// <exception cref="CliFault">They cannot be used; a line for each fault.</exception>
    public static MaskedTable Read(CsvTable cellFile, CsvTable matrixFile, long threshold)
    {
        var (id, count) = (cellFile.Column("cell"), CellFiles.CountColumn(cellFile));
        int[] dimensions = [.. Enumerable.Range(0, count).Where(column => column != id)];
        var columns = new MaskedColumns(cellFile, count, threshold);
        var (lines, rows) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, Row>(StringComparer.Ordinal));
        foreach (var row in cellFile.Rows())
        {
            if (CellFiles.IsNewId(cellFile, row, id, lines) && columns.Read(row) is { } view)
            {
                rows.Add(row.Fields[id], new([.. dimensions.Select(column => string.Intern(row.Fields[column]))], view));
            }
        }

        cellFile.ThrowIfFaulty();
        List<string> ids = [.. CellFiles.InIdOrder(rows.Keys)];
        var matrix = MatrixFile.Read(matrixFile, ids);
        return Build(ids, rows, matrix, [.. dimensions.Select(column => cellFile.Columns[column])]);
    }

    private static MaskedTable Build(IReadOnlyList<string> ids, Dictionary<string, Row> rows, MatrixFile matrix, IReadOnlyList<string> dimensions)
    {
        var builder = new CellSystemBuilder(dimensions);
        foreach (var _ in matrix.InnerIds)
        {
            builder.AddInner(new(null));
        }

        for (var cell = 0; cell < ids.Count; cell++)
        {
            builder.Add(new(ids[cell], rows[ids[cell]].View.Value ?? 0) { Labels = rows[ids[cell]].Labels }, matrix.Inner(cell), matrix.Coefficients(cell));
        }

        CellView[] cells = [.. ids.Select(id => rows[id].View)];
        var counts = Array.TrueForAll(cells, cell => cell.Value is not null) ? InnerCounts.Of(matrix, [.. cells.Select(cell => cell.Value!.Value)]) : new long?[matrix.InnerIds.Count];
        return new(builder.Build(), cells, counts, matrix.InnerIds);
    }

    private sealed record Row(IReadOnlyList<string> Labels, CellView View);
}
