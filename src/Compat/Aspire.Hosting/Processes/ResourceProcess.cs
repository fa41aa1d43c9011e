using System.Diagnostics;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>One process of a resource, from its start until it has ended and its output has been read.</summary>
internal sealed class ResourceProcess : IDisposable
{
    private const int LongestLine = 8192;
    private const int LastLines = 10;

    private readonly Queue<string> _lastLines = [];
    private readonly Process _process;
    private readonly ReaperProcess _reaper;
    private readonly TimeProvider _clock;
    private readonly Task _output;

    private ResourceProcess(Process process, ReaperProcess reaper, ResourceLog log, TimeProvider clock)
    {
        _process = process;
        _reaper = reaper;
        _clock = clock;
        _output = Task.WhenAll(PumpAsync(process.StandardOutput, log, isError: false), PumpAsync(process.StandardError, log, isError: true));
    }

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be run.</exception>
    public static ResourceProcess Start(ProcessStartInfo start, ReaperProcess reaper, ResourceLog log, TimeProvider clock)
    {
        start.RedirectStandardInput = true; // the terminal's input is not the services'
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        start.Environment.Add(reaper.Mark!);
        var process = Process.Start(start)!;
        reaper.Enter(process);
        process.StandardInput.Close();
        return new ResourceProcess(process, reaper, log, clock);
    }

    /// <summary>What it wrote last, to be read after a sentence.</summary>
    public string LastWords
    {
        get
        {
            lock (_lastLines)
            {
                return _lastLines.Count == 0
                    ? " It wrote nothing."
                    : $" Its last lines:{string.Concat(_lastLines.Select(line => $"{Environment.NewLine}    {line}"))}";
            }
        }
    }

    /// <summary>Waits for the end of the process.</summary>
    /// <returns>Its exit code; 128 and the signal's number where a signal ended it.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        _reaper.Remove(_process.Id);

        // A process that it has started itself may still hold its output open.
        await Task.WhenAny(_output, Task.Delay(TimeSpan.FromSeconds(1), _clock, CancellationToken.None)).ConfigureAwait(false);
        return _process.ExitCode;
    }

    /// <summary>Asks the process to end, and ends it when it has not done so in time.</summary>
    /// <returns>Its exit code, and whether it ended by itself.</returns>
    public async Task<(int ExitCode, bool ByItself)> StopAsync(TimeSpan patience)
    {
        using var impatience = new CancellationTokenSource(patience, _clock);
        Unix.Terminate(_process);
        try
        {
            return (await WaitForExitAsync(impatience.Token).ConfigureAwait(false), true);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            return (await WaitForExitAsync(CancellationToken.None).ConfigureAwait(false), false);
        }
    }

    public void Dispose() => _process.Dispose();

    // Reads by blocks: a line without end must not fill the memory.
    private async Task PumpAsync(StreamReader reader, ResourceLog log, bool isError)
    {
        var block = new char[LongestLine];
        var line = new StringBuilder();
        try
        {
            while (await reader.ReadAsync(block).ConfigureAwait(false) is var read and > 0)
            {
                for (var rest = block.AsMemory(0, read); rest.Length > 0;)
                {
                    var end = rest.Span.IndexOf('\n');
                    line.Append(rest.Span[..(end < 0 ? rest.Length : end)]);
                    rest = rest[(end < 0 ? rest.Length : end + 1)..];
                    if (end >= 0 || line.Length >= LongestLine)
                    {
                        await AppendAsync(line.ToString().TrimEnd('\r'), log, isError).ConfigureAwait(false);
                        line.Clear();
                    }
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process was given up with its output still open.
        }

        if (line.Length > 0)
        {
            await AppendAsync(line.ToString(), log, isError).ConfigureAwait(false);
        }
    }

    private ValueTask AppendAsync(string line, ResourceLog log, bool isError)
    {
        lock (_lastLines)
        {
            if (!IsOfStackTrace(line))
            {
                _lastLines.Enqueue(line);
            }

            if (_lastLines.Count > LastLines)
            {
                _lastLines.Dequeue();
            }
        }

        return log.AppendAsync(line, isError);
    }

    // A trace is longer than the lines that are shown, and would hide the exception's own above it; the log has all of it.
    private static bool IsOfStackTrace(string line) => line.StartsWith(' ') && line.TrimStart() is var text
        && (text.StartsWith("at ", StringComparison.Ordinal) || text.StartsWith("--- End of ", StringComparison.Ordinal));
}
