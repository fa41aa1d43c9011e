using System.Globalization;
using System.IO.Compression;
using Regional.Csv;

namespace Regional.Cli.Csv;

/// <summary>A file with named columns, read row by row. What is wrong in it is gathered, each with its file, its line and the rule that it breaks.</summary>
internal sealed class CsvTable : IDisposable
{
    // Who has more to mend than this has one mistake, many times.
    private const int MostFaultsNamed = 20;

    private readonly IEnumerator<CsvRecord> _records;
    private readonly List<string> _faults = [];
    private int _faultCount;

    private CsvTable(string name, IEnumerator<CsvRecord> records)
    {
        (Name, _records) = (name, records);
        if (!MoveNext())
        {
            throw CliFault.NotDone($"{name}:1: the file is empty. Its first line names the columns. [CSV_HEADER]");
        }

        Columns = records.Current.Fields;
        foreach (var twice in Columns.GroupBy(column => column).Where(group => group.Count() > 1))
        {
            throw CliFault.NotDone($"{name}:1: the column '{twice.Key}' is there more than once. Leave one of them out. [CSV_COLUMN_TWICE]");
        }
    }

    /// <summary>How the user named it.</summary>
    public string Name { get; }

    /// <summary>The names of the columns, in their order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Opens a file; one whose name ends in <c>.gz</c> is unpacked on the way.</summary>
    public static CsvTable Open(string name, Terminal terminal)
    {
        try
        {
            Stream file = File.OpenRead(terminal.PathOf(name));
            return new(name, CsvReader.Read(name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file).GetEnumerator());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliFault.NotDone($"{name} cannot be read: {fault.Message}");
        }
    }

    /// <summary>The place of a column that must be there.</summary>
    public int Column(string name) =>
        Find(name) ?? throw CliFault.NotDone($"{Name}:1: there is no column '{name}'. There are: {string.Join(", ", Columns)}. [CSV_COLUMN_MISSING]");

    /// <summary>The place of a column; null where there is none of that name.</summary>
    public int? Find(string name) => Columns.ToList().IndexOf(name) is >= 0 and var at ? at : null;

    /// <summary>The rows below the header; one with too few or too many fields becomes a fault.</summary>
    public IEnumerable<CsvRecord> Rows()
    {
        while (MoveNext())
        {
            var row = _records.Current;
            if (row.Fields.Count == Columns.Count)
            {
                yield return row;
            }
            else
            {
                Fault(row.Line, "CSV_FIELDS", $"the row has {row.Fields.Count} fields and the header has {Columns.Count}. Put a field that holds a separator in quotes.");
            }
        }
    }

    /// <summary>Reads a count: a whole number that is not negative. Null after noting a fault.</summary>
    public long? Count(CsvRecord row, int column)
    {
        var text = row.Fields[column];
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count >= 0)
        {
            return count;
        }

        var isNegative = text.StartsWith('-') && text.Length > 1 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        return isNegative
            ? Fault<long>(row.Line, "NEGATIVE_COUNT", $"{Columns[column]} is {text}, and a count is 0 or more. Disclosure control works on counts; leave corrections out.")
            : Fault<long>(row.Line, "COUNT", $"{Columns[column]} is '{text}', which is no whole number. Write digits only, without a separator for thousands.");
    }

    /// <summary>Reads a number, perhaps a negative one. Null after noting a fault.</summary>
    public int? Number(CsvRecord row, int column) =>
        int.TryParse(row.Fields[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Fault<int>(row.Line, "NUMBER", $"{Columns[column]} is '{row.Fields[column]}', which is no whole number. Write digits only.");

    public void Fault(int line, string rule, string problem)
    {
        if (_faultCount++ < MostFaultsNamed)
        {
            _faults.Add($"{Name}:{line}: {problem} [{rule}]");
        }
    }

    /// <summary>Stops here when something was wrong in this file, with a line for each.</summary>
    public void ThrowIfFaulty()
    {
        if (_faultCount > 0)
        {
            var more = _faultCount > _faults.Count ? $"\n{_faultCount - _faults.Count} more in {Name}." : "";
            throw CliFault.NotDone(string.Join('\n', _faults) + more);
        }
    }

    public void Dispose() => _records.Dispose();

    // Empty lines are passed over.
    private bool MoveNext()
    {
        try
        {
            while (_records.MoveNext())
            {
                if (!_records.Current.IsEmptyLine)
                {
                    return true;
                }
            }

            return false;
        }
        catch (CsvException fault)
        {
            throw CliFault.NotDone($"{Name}:{fault.Line}: {fault.Problem} [{fault.Rule}]");
        }
    }

    private T? Fault<T>(int line, string rule, string problem)
        where T : struct
    {
        Fault(line, rule, problem);
        return null;
    }
}
