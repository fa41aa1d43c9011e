using System.Globalization;
using Regional.Cli.Csv;
using Regional.Csv;
using Regional.Disclosure.Auditing;

namespace Regional.Cli.Auditing;

/// <summary>
/// Reads what a row shows of its cell. With a column <c>status</c> that says it (published, primary, secondary, hidden), and the count of a hidden cell may
/// be there for the auditor; without one the count itself does: a number is shown, and a sign hides.
/// <code>
/// region,count,status        region,count
/// A,3,primary                A,&lt;5
/// B,x,hidden                 B,x
/// </code>
/// </summary>
/// <param name="file">The open file.</param>
/// <param name="count">The place of the column with the counts.</param>
/// <param name="threshold">k, for what the status <c>primary</c> would tell if it had a symbol of its own.</param>
internal sealed class MaskedColumns(CsvTable file, int count, long threshold)
{
    private static readonly string[] Signs = ["x", "X", ".", "*", "c", ":c", ""];

    private readonly int? _status = file.Find("status");

    /// <summary>What the row shows; null after noting a fault.</summary>
    public CellView? Read(CsvRecord row)
    {
        var text = row.Fields[count];
        var sign = Signs.Contains(text) ? new CellView(Visibility.Hidden, null, IsProtected: true) : Below(text);
        if (_status is { } status)
        {
            return OfStatus(row, row.Fields[status], sign);
        }

        if (sign is not null)
        {
            return sign;
        }

        var isNumber = text.AsSpan().TrimStart('-').IndexOfAnyExceptInRange('0', '9') < 0;
        if (!isNumber)
        {
            file.Fault(row.Line, "COUNT", $"{file.Columns[count]} is '{text}', which is neither a count nor a sign that it is hidden. Such signs are x . * c :c, an empty field, and <5 with any number.");
            return null;
        }

        return file.Count(row, count) is { } value ? new CellView(Visibility.Shown, value) : null;
    }

    private CellView? OfStatus(CsvRecord row, string status, CellView? sign)
    {
        if (status is not ("published" or "primary" or "secondary" or "hidden"))
        {
            file.Fault(row.Line, "STATUS", $"the status is '{status}'. Write published, primary, secondary or hidden.");
            return null;
        }

        if (status == "published" && sign is not null)
        {
            file.Fault(row.Line, "STATUS", $"the status is published, and {file.Columns[count]} is '{row.Fields[count]}'. Give the count, or the status hidden.");
            return null;
        }

        // Who hides may still give the count to his auditor.
        var value = sign is null ? file.Count(row, count) : null;
        return (status, value) switch
        {
            (_, null) when sign is null => null,
            ("published", _) => new CellView(Visibility.Shown, value),
            ("primary", _) => new CellView(Visibility.Hidden, value, sign?.Below ?? threshold, IsProtected: true),
            _ => new CellView(Visibility.Hidden, value, sign?.Below, IsProtected: status == "hidden"),
        };
    }

    private static CellView? Below(string text) =>
        text.StartsWith('<') && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var below) && below >= 2
            ? new CellView(Visibility.Hidden, null, below, IsProtected: true)
            : null;
}
