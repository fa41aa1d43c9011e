using System.Globalization;
using System.Text;
using Regional.Csv;

namespace Regional.Territory;

/// <summary>
/// A table beside a region file: UTF-8, one row a line, fields separated by semicolons, names of the columns in the first line. There are no
/// quotes, so a field holds no semicolon and no quotation mark:
/// <code>
/// postcode;municipality;po;vo;from;until
/// 9401;0106;PO2201;VO2201;2015-04-23;
/// </code>
/// </summary>
internal static class CsvTable
{
    public static IReadOnlyList<CsvRow> Read(string path, string file, IReadOnlyList<string> columns, Findings findings)
    {
        var whole = new Location(file, "");
        if (TextFile.Read(path, whole, findings) is not { } text)
        {
            return [];
        }

        var records = Records(text, file, findings);
        if (records.Count == 0 || !HasColumns(records[0].Fields, columns, new(file, "line 1"), findings))
        {
            return [];
        }

        var (header, rows) = (records[0].Fields, new List<CsvRow>());
        foreach (var record in records.Skip(1))
        {
            var at = new Location(file, $"line {record.Line}");
            if (record.Fields.Count != header.Count)
            {
                findings.Add(
                    at, "CSV_FIELDS", $"The row has {record.Fields.Count} fields and the header has {header.Count}.",
                    "Give each column a field, an empty one where there is nothing to say; a field holds no semicolon.");
            }
            else if (record.HasQuotes)
            {
                findings.Add(at, "CSV_QUOTE", "The row holds a quotation mark.", "Fields are written without quotes; leave them out.");
            }
            else
            {
                rows.Add(new(at, header.Zip(record.Fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal), findings));
            }
        }

        if (rows.Count == 0 && !findings.Has(whole))
        {
            findings.Add(whole, "CSV_EMPTY", "The table has no rows.", "Fill it; see the README beside the regions for what it holds.");
        }

        return rows;
    }

    private static IReadOnlyList<CsvRecord> Records(string text, string file, Findings findings)
    {
        try
        {
            return [.. CsvReader.Read(text, ';')];
        }
        catch (CsvException fault)
        {
            findings.Add(new(file, $"line {fault.Line}"), fault.Rule, "The row holds a quotation mark.", "Fields are written without quotes; leave them out.");
            return [];
        }
    }

    private static bool HasColumns(IReadOnlyList<string> header, IReadOnlyList<string> columns, Location at, Findings findings)
    {
        var before = findings.Count;
        foreach (var missing in columns.Except(header))
        {
            findings.Add(at, "CSV_COLUMN_MISSING", $"There is no column '{missing}'.", $"Name the columns {string.Join(';', columns)}.");
        }

        foreach (var unknown in header.Except(columns))
        {
            findings.Add(at, "CSV_COLUMN_UNKNOWN", $"The column '{unknown}' is not known.", $"Name the columns {string.Join(';', columns)}.");
        }

        foreach (var twice in header.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            findings.Add(at, "CSV_COLUMN_TWICE", $"The column '{twice.Key}' is there more than once.", "Leave one of them out.");
        }

        return findings.Count == before;
    }
}

/// <summary>Text files as they must be: UTF-8 throughout.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? Read(string path, Location whole, Findings findings)
    {
        try
        {
            return File.ReadAllText(path, s_strict);
        }
        catch (DecoderFallbackException)
        {
            findings.Add(whole, "ENCODING", "The file is not UTF-8.", "Save it as UTF-8; files of DUO are Windows-1252.");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            findings.Add(whole, "FILE_MISSING", "The file is not there.", "Put it there; see the README beside the regions for what it holds.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            findings.Add(whole, "FILE_UNREADABLE", "The file cannot be opened.", "Check who may read it and whether another program holds it.");
        }

        return null;
    }
}

/// <summary>A row of a table; what cannot be read becomes a finding with its line and column.</summary>
internal sealed class CsvRow(Location at, Dictionary<string, string> fields, Findings findings)
{
    public Location At => at;

    public Location AtColumn(string column) => at with { Where = $"{at.Where}, column {column}" };

    public string Text(string column) => fields[column];

    public string? RequiredText(string column)
    {
        if (fields[column].Length > 0)
        {
            return fields[column];
        }

        findings.Add(AtColumn(column), "EMPTY", "The field is empty.", "Fill it.");
        return null;
    }

    public T? Value<T>(string column)
        where T : struct, IWrittenValue<T> => findings.Read<T>(AtColumn(column), fields[column]);

    /// <summary>Reads a field that may be empty. False when it is neither empty nor right.</summary>
    public bool TryOptional<T>(string column, out T? value)
        where T : struct, IWrittenValue<T>
    {
        value = fields[column].Length == 0 ? null : Value<T>(column);
        return value is not null || fields[column].Length == 0;
    }

    public T? Word<T>(string column)
        where T : struct, Enum => findings.ReadWord<T>(AtColumn(column), fields[column]);

    public int? Count(string column, int least = 0)
    {
        if (int.TryParse(fields[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least)
        {
            return count;
        }

        findings.Add(
            AtColumn(column), "NUMBER", $"'{fields[column]}' is not a whole number of {least} or more.",
            "Write digits only, without a separator for thousands.");
        return null;
    }

    public decimal? Rate(string column)
    {
        if (decimal.TryParse(fields[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate))
        {
            return rate;
        }

        findings.Add(
            AtColumn(column), "NUMBER", $"'{fields[column]}' is not a number of 0 or more.", "Write digits with a decimal point, like 3.7; not a comma.");
        return null;
    }

    public Period? Period()
    {
        var from = findings.ReadDate(AtColumn("from"), fields["from"]);
        if (fields["until"].Length == 0)
        {
            return from is { } start ? new(start) : null;
        }

        return findings.ReadDate(AtColumn("until"), fields["until"]) is { } until && from is not null ? findings.ReadPeriod(at, from, until) : null;
    }
}
