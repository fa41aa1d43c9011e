using Regional.Cli.Csv;

namespace Regional.Cli.Disclosing;

/// <summary>
/// Reads which cells are published whatever follows: a file with the columns that name a cell in the result, its id or its place in each dimension.
/// <code>
/// region,hovedint        cell
/// D,annet                17
/// </code>
/// </summary>
internal static class ForcedCells
{
    /// <summary>Indices of the cells that the file names, ascending.</summary>
    /// <exception cref="CliFault">It cannot be used; a line for each fault.</exception>
    public static IReadOnlyList<int> Read(CsvTable file, ProtectableTable table)
    {
        IReadOnlyList<string> keys = table.KeyColumns is ["cell", ..] ? ["cell"] : table.KeyColumns;
        int[] columns = [.. keys.Select(file.Column)];
        var forced = new SortedSet<int>();
        foreach (var row in file.Rows())
        {
            var id = keys is ["cell"] ? row.Fields[columns[0]] : string.Join(", ", keys.Zip(columns, (key, column) => $"{key}={row.Fields[column]}"));
            if (table.System.Find(id) is { } cell)
            {
                forced.Add(cell);
            }
            else
            {
                file.Fault(row.Line, "UNKNOWN_MEMBER", $"there is no cell {id} in the table. Name cells as the result does.");
            }
        }

        file.ThrowIfFaulty();
        return [.. forced];
    }
}
