using System.Globalization;
using Regional.Csv;
using Regional.Disclosure;

namespace Regional.Cli.Disclosing;

/// <summary>Writes a protected table.</summary>
internal static class PatternFile
{
    /// <summary>The one symbol of the version for the world. Nothing tells a primary cell from a secondary one.</summary>
    public const string Hidden = "x";

    /// <summary>Writes each cell with its count and its status; in the version for the world hidden cells have neither.</summary>
    /// <param name="table">The table as it was read.</param>
    /// <param name="statuses">By index of the cell.</param>
    /// <param name="name">The file; packed where its name ends in <c>.gz</c>.</param>
    /// <param name="isPublic">Whether it is for the world.</param>
    /// <param name="terminal">Where the file lies.</param>
    public static void Write(ProtectableTable table, IReadOnlyList<CellStatus> statuses, string name, bool isPublic, Terminal terminal)
    {
        try
        {
            CsvWriter.Write(terminal.PathOf(name), table.Printed.Select(cell => Record(table.KeyOf(table.System.Cells[cell]), table.System.Cells[cell].Value, statuses[cell], isPublic)).Prepend([.. table.KeyColumns, "count", "status"]));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliFault.NotDone($"--out: {name} cannot be written: {fault.Message} Name another file.");
        }
    }

    private static IEnumerable<string> Record(IReadOnlyList<string> key, long count, CellStatus status, bool isPublic) =>
        [.. key, isPublic && status != CellStatus.Published ? Hidden : count.ToString(CultureInfo.InvariantCulture), StatusOf(status, isPublic)];

    private static string StatusOf(CellStatus status, bool isPublic) => status switch
    {
        CellStatus.Published => "published",
        _ when isPublic => "hidden",
        CellStatus.Primary => "primary",
        CellStatus.Secondary => "secondary",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };
}
