using System.Diagnostics;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>One process of a resource, from its start until it has ended and its output has been read.</summary>
internal sealed class ResourceProcess : IDisposable
{
    private const int LongestLine = 8192;

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
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> StopAsync(TimeSpan patience)
    {
        using var impatience = new CancellationTokenSource(patience, _clock);
        Unix.Terminate(_process);
        try
        {
            await WaitForExitAsync(impatience.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            return false;
        }
    }

    public void Dispose() => _process.Dispose();

    // Reads by blocks: a line without end must not fill the memory.
    private static async Task PumpAsync(StreamReader reader, ResourceLog log, bool isError)
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
                        await log.AppendAsync(line.ToString().TrimEnd('\r'), isError).ConfigureAwait(false);
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
            await log.AppendAsync(line.ToString(), isError).ConfigureAwait(false);
        }
    }
}
