using System.Text;

namespace Aspire.Hosting.Processes;

/// <summary>Reads lines as they come. By blocks: a line without end must not fill the memory.</summary>
internal sealed class LineReader(StreamReader reader, RunOutput output, bool isError)
{
    private const int LongestLine = 8192;

    private readonly char[] _block = new char[LongestLine];
    private readonly StringBuilder _line = new();

    /// <summary>Reads to the end; a file may have grown by the next call.</summary>
    public async Task ReadToEndAsync()
    {
        while (await reader.ReadAsync(_block).ConfigureAwait(false) is var read and > 0)
        {
            for (var rest = _block.AsMemory(0, read); rest.Length > 0;)
            {
                var end = rest.Span.IndexOf('\n');
                _line.Append(rest.Span[..(end < 0 ? rest.Length : end)]);
                rest = rest[(end < 0 ? rest.Length : end + 1)..];
                if (end >= 0 || _line.Length >= LongestLine)
                {
                    await AppendAsync().ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Takes what was read last for a line, though none has ended it.</summary>
    public ValueTask FlushAsync() => _line.Length > 0 ? AppendAsync() : ValueTask.CompletedTask;

    private ValueTask AppendAsync()
    {
        var line = _line.ToString().TrimEnd('\r');
        _line.Clear();
        return output.AppendAsync(line, isError);
    }
}
