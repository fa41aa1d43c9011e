using System.Text;

namespace Regional.Csv;

/// <summary>A record of a file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">Its fields; an empty line is one empty field.</param>
/// <param name="HasQuotes">Whether a field stands in quotes.</param>
public readonly record struct CsvRecord(int Line, IReadOnlyList<string> Fields, bool HasQuotes)
{
    /// <summary>Whether the line holds nothing at all.</summary>
    public bool IsEmptyLine => Fields is [""] && !HasQuotes;
}

/// <summary>What is wrong in a file of comma-separated values.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="rule">The rule that it breaks.</param>
/// <param name="problem">What is wrong and what to do, as a sentence that follows a colon.</param>
public sealed class CsvException(int line, string rule, string problem) : Exception($"line {line}: {problem} [{rule}]")
{
    /// <summary>The line, from 1.</summary>
    public int Line => line;

    /// <summary>The rule that it breaks.</summary>
    public string Rule => rule;

    /// <summary>What is wrong and what to do.</summary>
    public string Problem => problem;
}

/// <summary>
/// Reads comma-separated values as RFC 4180 has them, one record at a time: UTF-8 with or without a byte order mark, LF or CRLF, fields in double quotes
/// where they hold a separator, a line end or a quote, which is then doubled. Where nobody says what the separator is and the first line holds semicolons and no
/// comma, as in the files of DUO and CBS, it is a semicolon.
/// </summary>
public sealed class CsvReader
{
    // Longer than any field of a table; a quote that is never closed must not read a whole file into memory.
    private const int LongestRecord = 1_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly TextReader _text;
    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private char? _separator;
    private bool _hasQuotes;
    private int _line;

    private CsvReader(TextReader text, char? separator) => (_text, _separator) = (text, separator);

    /// <summary>The records of a stream of UTF-8, each when it is asked for.</summary>
    /// <param name="stream">The content; closed at the end.</param>
    /// <exception cref="CsvException">The content is not well-formed.</exception>
    public static IEnumerable<CsvRecord> Read(Stream stream)
    {
        using var text = new StreamReader(stream, Strict, detectEncodingFromByteOrderMarks: false, bufferSize: 65_536);
        foreach (var record in new CsvReader(text, separator: null).Records())
        {
            yield return record;
        }
    }

    /// <summary>The records of a text.</summary>
    /// <param name="text">The content.</param>
    /// <param name="separator">What separates fields.</param>
    /// <exception cref="CsvException">The content is not well-formed.</exception>
    public static IEnumerable<CsvRecord> Read(string text, char separator) => new CsvReader(new StringReader(text), separator).Records();

    private IEnumerable<CsvRecord> Records()
    {
        while (NextLine() is { } line)
        {
            var first = _line;
            line = first == 1 ? line.TrimStart('\uFEFF') : line;
            if (line.Length == 0)
            {
                yield return new(first, [""], HasQuotes: false);
                continue;
            }

            _separator ??= line.Contains(';') && !line.Contains(',') ? ';' : ',';
            Split(line, first);
            yield return new(first, [.. _fields], _hasQuotes);
        }
    }

    private void Split(string line, int first)
    {
        _fields.Clear();
        _hasQuotes = false;
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == '"')
            {
                _hasQuotes = true;
                (line, at) = Unquote(line, at + 1, first);
                if (at < line.Length && line[at] != _separator)
                {
                    throw new CsvException(first, "CSV_QUOTE", "text follows a closing quote. A quote inside a field in quotes is written twice.");
                }

                _fields.Add(_field.ToString());
                continue;
            }

            var end = line.IndexOf(_separator!.Value, at) is >= 0 and var found ? found : line.Length;
            if (line.AsSpan(at, end - at).Contains('"'))
            {
                throw new CsvException(first, "CSV_QUOTE", "a field holds a quote and does not begin with one. Put the whole field in quotes and write the quote twice.");
            }

            _fields.Add(line[at..end]);
            at = end;
        }
    }

    // Fills the field up to the closing quote; gives the line that this is on, and the place after it.
    private (string Line, int At) Unquote(string line, int at, int first)
    {
        _field.Clear();
        while (true)
        {
            var end = line.IndexOf('"', at);
            if (end < 0)
            {
                _field.Append(line, at, line.Length - at).Append('\n');
                (line, at) = (NextLine() ?? throw new CsvException(first, "CSV_QUOTE", "a quote is opened and never closed."), 0);
                if (_field.Length > LongestRecord)
                {
                    throw new CsvException(first, "CSV_QUOTE", "a field is longer than a million characters; a quote that opens it is probably one too many.");
                }
            }
            else if (end + 1 < line.Length && line[end + 1] == '"')
            {
                _field.Append(line, at, end + 1 - at);
                at = end + 2;
            }
            else
            {
                _field.Append(line, at, end - at);
                return (line, end + 1);
            }
        }
    }

    private string? NextLine()
    {
        try
        {
            _line++;
            return _text.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw new CsvException(_line, "ENCODING", "the file is not UTF-8 from here on. Save it as UTF-8; files of DUO are Windows-1252.");
        }
    }
}
