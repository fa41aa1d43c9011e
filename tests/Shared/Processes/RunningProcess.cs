using System.Diagnostics;

namespace Regional.Tests;

/// <summary>A process whose console a test reads and to which it sends signals.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];

    public RunningProcess(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public bool IsRunning => !_process.HasExited;

    /// <summary>What it wrote to standard output and error so far.</summary>
    public IReadOnlyList<string> Output
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>SIGTERM, unless it has ended by now.</summary>
    public void Terminate()
    {
        if (!_process.HasExited)
        {
            Unix.Signal(Id, Unix.Terminate);
        }
    }

    /// <summary>SIGKILL, unless it has ended by now.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until it has ended and all that it wrote has been read.</summary>
    public Task Exit() => _process.WaitForExitAsync(Limit.Token);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(); // the reaper of an AppHost does the rest
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_lines)
        {
            if (line is not null)
            {
                _lines.Add(line);
            }
        }
    }
}
