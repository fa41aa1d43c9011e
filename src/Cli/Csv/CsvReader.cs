using System.Text;

namespace Regional.Cli.Csv;

/// <summary>A record of a file, with the line on which it begins.</summary>
internal readonly record struct CsvRecord(int Line, IReadOnlyList<string> Fields);

/// <summary>
/// Reads comma-separated values as RFC 4180 has them, one record at a time: UTF-8 with or without a byte order mark, LF or CRLF, fields in double quotes
/// where they hold a separator, a line end or a quote, which is then doubled. Empty lines are left out. Where the first line holds semicolons and no
/// comma, as in the files of DUO and CBS, the separator is a semicolon.
/// </summary>
internal sealed class CsvReader
{
    // Longer than any field of a table; a quote that is never closed must not read a whole file into memory.
    private const int LongestRecord = 1_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _file;
    private readonly TextReader _text;
    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private char? _separator;
    private int _line;

    private CsvReader(string file, TextReader text) => (_file, _text) = (file, text);

    /// <summary>The records of a stream, each when it is asked for.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="file">How the user named it.</param>
    /// <exception cref="CliFault">The content is not well-formed; the message names the line.</exception>
    public static IEnumerable<CsvRecord> Read(Stream stream, string file)
    {
        using var text = new StreamReader(stream, Strict, detectEncodingFromByteOrderMarks: false, bufferSize: 65_536);
        foreach (var record in new CsvReader(file, text).Records())
        {
            yield return record;
        }
    }

    private IEnumerable<CsvRecord> Records()
    {
        while (NextLine() is { } line)
        {
            var first = _line;
            line = first == 1 ? line.TrimStart('\uFEFF') : line;
            if (line.Length > 0)
            {
                _separator ??= line.Contains(';') && !line.Contains(',') ? ';' : ',';
                Split(line, first);
                yield return new(first, [.. _fields]);
            }
        }
    }

    private void Split(string line, int first)
    {
        _fields.Clear();
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == '"')
            {
                (line, at) = Unquote(line, at + 1, first);
                if (at < line.Length && line[at] != _separator)
                {
                    throw Malformed(first, "text follows a closing quote. A quote inside a field in quotes is written twice.", "CSV_QUOTE");
                }

                _fields.Add(_field.ToString());
                continue;
            }

            var end = line.IndexOf(_separator!.Value, at) is >= 0 and var found ? found : line.Length;
            if (line.AsSpan(at, end - at).Contains('"'))
            {
                throw Malformed(first, "a field holds a quote and does not begin with one. Put the whole field in quotes and write the quote twice.", "CSV_QUOTE");
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
                (line, at) = (NextLine() ?? throw Malformed(first, "a quote is opened and never closed.", "CSV_QUOTE"), 0);
                if (_field.Length > LongestRecord)
                {
                    throw Malformed(first, "a field is longer than a million characters; a quote that opens it is probably one too many.", "CSV_QUOTE");
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
            throw Malformed(_line, "the file is not UTF-8 from here on. Save it as UTF-8; files of DUO are Windows-1252.", "ENCODING");
        }
        catch (InvalidDataException)
        {
            throw Malformed(_line, "the compressed file is damaged. Fetch or make it again.", "GZIP");
        }
    }

    private CliFault Malformed(int line, string problem, string rule) => CliFault.NotDone($"{_file}:{line}: {problem} [{rule}]");
}
