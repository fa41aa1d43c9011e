using System.IO.Compression;
using System.Text;

namespace Regional.Csv;

/// <summary>Writes comma-separated values as RFC 4180 has them, with LF; packed where the name of the file ends in <c>.gz</c>.</summary>
public static class CsvWriter
{
    /// <summary>Writes a file anew.</summary>
    /// <param name="path">The file.</param>
    /// <param name="records">Its records, the names of the columns first.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<IEnumerable<string>> records)
    {
        Stream file = File.Create(path);
        using var text = new StreamWriter(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Optimal) : file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var record in records)
        {
            text.Write(string.Join(',', record.Select(Quoted)));
            text.Write('\n');
        }
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
