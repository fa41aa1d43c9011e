using System.Text;

namespace Regional.Cli.Logs;

/// <summary>A file to which a push adds lines: what came before stays.</summary>
internal sealed class LineFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly string _option;

    private LineFile(FileStream stream, string option) => (_stream, _option) = (stream, option);

    /// <summary>How many lines were written.</summary>
    public int Count { get; private set; }

    /// <summary>Opens a file to write at its end: a push that is made again brings the same lines again, and no other is lost.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">As the user named it.</param>
    /// <param name="option">With which option.</param>
    public static LineFile Append(string path, string name, string option)
    {
        try
        {
            // For its owner only: a journal holds person numbers.
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            var file = new LineFile(new(path, options), option);
            file.GoToTheEnd();
            return file;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliFault.NotDone($"{name} cannot be written: {fault.Message} Name another file with {option}.");
        }
    }

    /// <summary>Adds lines, and hands them to the operating system: they outlive this process.</summary>
    public void Write(IReadOnlyCollection<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        try
        {
            _stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
            _stream.Flush();
        }
        catch (IOException fault)
        {
            throw CliFault.NotDone($"The file of {_option} cannot be written: {fault.Message} Make room.");
        }

        Count += lines.Count;
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
}
