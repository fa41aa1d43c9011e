using Google.Protobuf;
using Regional.Wire.Receipts.V1;

namespace Regional.Cli.Logs;

/// <summary>A file of receipts, one JSON object a line.</summary>
internal static class ReceiptFile
{
    /// <summary>The lines of a file that hold something; the receipt is null where a line is none.</summary>
    public static IEnumerable<(int Line, Receipt? Receipt)> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, Parse(line));
            }
        }
    }

    private static Receipt? Parse(string line)
    {
        try
        {
            return JsonParser.Default.Parse<Receipt>(line);
        }
        catch (Exception fault) when (fault is InvalidJsonException or InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
