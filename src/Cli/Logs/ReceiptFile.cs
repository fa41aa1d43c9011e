using System.Text;
using Google.Protobuf;
using Regional.Wire.Receipts.V1;

namespace Regional.Cli.Logs;

/// <summary>A file of receipts, one JSON object a line.</summary>
internal sealed class ReceiptFile : IDisposable
{
    private readonly FileStream _stream;

    private ReceiptFile(FileStream stream) => _stream = stream;

    /// <summary>How many were written.</summary>
    public int Count { get; private set; }

    /// <summary>Opens a file to write at its end: a push that is made again brings the same receipts again, and no other is lost.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">As the user named it.</param>
    public static ReceiptFile Append(string path, string name)
    {
        try
        {
            var file = new ReceiptFile(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
            file.GoToTheEnd();
            return file;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliFault.NotDone($"{name} cannot be written: {fault.Message} Name another file with --receipts.");
        }
    }

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

    /// <summary>Adds the receipts of a batch.</summary>
    public void Write(IReadOnlyCollection<Receipt> receipts)
    {
        if (receipts.Count == 0)
        {
            return;
        }

        try
        {
            _stream.Write(Encoding.UTF8.GetBytes(string.Concat(receipts.Select(receipt => JsonFormatter.Default.Format(receipt) + "\n"))));
            _stream.Flush();
        }
        catch (IOException fault)
        {
            throw CliFault.NotDone($"The receipts cannot be written: {fault.Message} Make room.");
        }

        Count += receipts.Count;
    }

    public void Dispose() => _stream.Dispose();

    // A line that was cut short when a push was killed must not swallow the next one.
    private void GoToTheEnd()
    {
        if (_stream.Length > 0)
        {
            _stream.Position = _stream.Length - 1;
            if (_stream.ReadByte() != '\n')
            {
                _stream.WriteByte((byte)'\n');
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
