using System.Diagnostics;

namespace Regional.LocalServers.Processes;

/// <summary>What to run: a program with its arguments, and what its environment has beyond ours.</summary>
internal sealed record Launch(string Program, IReadOnlyList<string> Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The signal on which it ends at once and in good order.</summary>
    public int StopSignal { get; init; } = Unix.Sigterm;
}

/// <summary>A process of a server, in a session of its own: the terminal's Ctrl-C does not reach it. All that it writes goes to the log file.</summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>The exit code of a process that did not get its lock.</summary>
    public const int Locked = 75;

    // Every `exec` keeps the process id. Descriptor 9 stays open in the server and its workers: the lock is free when the last of them has ended,
    // even where whoever started them was killed. Without a pipe to us, a server that outlives us for a moment can still write its log.
    private const string Script = """exec 9>>"$1" && flock --wait 1 9 || exit 75; exec >>"$2" 2>&1 </dev/null; shift 2; exec "$@" """;

    private readonly Process _process;
    private readonly ReaperProcess _reaper;
    private readonly int _stopSignal;

    private ServerProcess(Process process, ReaperProcess reaper, int stopSignal)
    {
        _process = process;
        _reaper = reaper;
        _stopSignal = stopSignal;
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The process and all that descend from it, parents first.</summary>
    public IReadOnlyList<int> Tree
    {
        get
        {
            if (_process.HasExited)
            {
                return [];
            }

            var children = Directory.EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), out var pid) ? pid : 0)
                .ToLookup(pid => pid == 0 ? null : Unix.ParentOf(pid));
            var tree = new List<int> { _process.Id };
            for (var parent = 0; parent < tree.Count; parent++)
            {
                tree.AddRange(children[tree[parent]]);
            }

            return tree;
        }
    }

    /// <param name="launch">What to run.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="lockFile">The file in that folder which one process may hold.</param>
    /// <param name="reaper">Ends the process when this program is killed.</param>
    public static ServerProcess Start(Launch launch, ServerFolder folder, string lockFile, ReaperProcess reaper)
    {
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Script, "sh", folder.File(lockFile), folder.Log, launch.Program, .. launch.Arguments])
        {
            WorkingDirectory = folder.Path,
        };
        start.Environment.Add(reaper.Mark!);
        foreach (var (name, value) in launch.Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        reaper.Enter(process, launch.StopSignal);
        return new(process, reaper, launch.StopSignal);
    }

    public async Task<int> WaitForExitAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        _reaper.Remove(_process.Id);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal to the process and all that descend from it.</summary>
    public void Signal(int signal)
    {
        foreach (var pid in Tree)
        {
            Unix.Signal(pid, signal);
        }
    }

    /// <summary>Ends the process and all that descend from it, at once.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _reaper.Remove(_process.Id);
    }

    /// <summary>Asks the process to end, and ends it when it has not done so in time.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        if (_process.HasExited)
        {
            return;
        }

        using var impatience = new CancellationTokenSource(patience);
        Unix.Terminate(_process, _stopSignal);
        Signal(Unix.Sigcont); // a frozen one hears nothing
        try
        {
            await WaitForExitAsync(impatience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }
    }

    public void Dispose() => _process.Dispose();
}
