using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Regional.Csv;

namespace Regional.Cli.Csv;

/// <summary>A file with named columns, read row by row. What is wrong in it is gathered, each with its file, its line and the rule that it breaks.</summary>
internal sealed class CsvTable : IDisposable
{
    // Who has more to mend than this has one mistake, many times.
    private const int MostFaultsNamed = 20;

    // So many of the most inner cells that are judged at once still add up to a machine integer.
    private const long LargestCount = 1_000_000_000_000;

    private const int LargestNumber = 1_000_000;

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
            var path = terminal.PathOf(name);
            return new(name, CsvReader.Read(name.EndsWith(".gz", StringComparison.Ordinal) ? Unpacked(name, path) : File.OpenRead(path)).GetEnumerator());
        }
        catch (InvalidDataException)
        {
            throw CliFault.NotDone($"{name}:1: the compressed file is damaged. Fetch or make it again. [GZIP]");
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
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= LargestCount)
        {
            return count;
        }

        if (text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return Fault<long>(row.Line, "TOO_LARGE", $"{Columns[column]} is {text}, and at most {LargestCount:0} can be judged. Disclosure control works on counts of persons.");
        }

        var isNegative = text.StartsWith('-') && text.Length > 1 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        return isNegative
            ? Fault<long>(row.Line, "NEGATIVE_COUNT", $"{Columns[column]} is {text}, and a count is 0 or more. Disclosure control works on counts; leave corrections out.")
            : Fault<long>(row.Line, "COUNT", $"{Columns[column]} is '{text}', which is no whole number. Write digits only, without a separator for thousands.");
    }

    /// <summary>Reads a number, perhaps a negative one. Null after noting a fault.</summary>
    public int? Number(CsvRecord row, int column) =>
        int.TryParse(row.Fields[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= -LargestNumber and <= LargestNumber
            ? number
            : Fault<int>(row.Line, "NUMBER", $"{Columns[column]} is '{row.Fields[column]}', which is no whole number of at most {LargestNumber}. Write digits only.");

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

    // A packed file that was cut off unpacks without a word to where it ends; only its last four bytes tell how long it was.
    private static GZipStream Unpacked(string name, string path)
    {
        using var whole = File.OpenRead(path);
        using (var packed = new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true))
        {
            var (length, buffer) = (0u, new byte[65_536]);
            while (packed.Read(buffer) is > 0 and var read)
            {
                length = unchecked(length + (uint)read);
            }

            var end = new byte[sizeof(uint)];
            whole.Position = Math.Max(0, whole.Length - end.Length);
            if (whole.ReadAtLeast(end, end.Length, throwOnEndOfStream: false) < end.Length || BinaryPrimitives.ReadUInt32LittleEndian(end) != length)
            {
                throw CliFault.NotDone($"{name}: the compressed file is cut off, or is several in one. Fetch it again, or pack it as one. [GZIP]");
            }
        }

        return new(File.OpenRead(path), CompressionMode.Decompress);
    }

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
