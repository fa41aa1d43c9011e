using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Regional.LocalServers.Processes;

/// <summary>The processes that a program has started and that have not ended.</summary>
internal sealed class ProcessBook
{
    // Both sides reckon a start time from the boot time that they read once, early, to a few hundredths of a second.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<int, (DateTime At, int Signal)> _started = [];
    private readonly byte[] _mark;

    public ProcessBook(string mark)
    {
        _mark = Encoding.UTF8.GetBytes(mark);
        using var self = Process.GetCurrentProcess();
        _ = self.StartTime; // fixes the boot time now: a clock that is set later must not make the start times differ
    }

    /// <summary>
    /// `+ &lt;pid&gt; &lt;start time, UTC ticks&gt; &lt;signal&gt;` was started and ends in good order on that signal; `- &lt;pid&gt;` has ended.
    /// </summary>
    public void Enter(string line)
    {
        switch (line.Split(' '))
        {
            case ["+", var pid, var ticks, var signal]:
                _started[Number(pid)] = (new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc), Number(signal));
                break;
            case ["-", var pid]:
                _started.Remove(Number(pid));
                break;
        }
    }

    /// <summary>
    /// Its signal to every process in the book that is still the one that was entered, SIGTERM to what these have started; after 5 seconds, SIGKILL.
    /// </summary>
    /// <param name="clock">Measures the five seconds.</param>
    /// <param name="mayBeStarting">Whether a process may have been started so lately that it has no environment yet.</param>
    public async Task EndAllAsync(TimeProvider clock, bool mayBeStarting)
    {
        var since = clock.GetTimestamp();
        var asked = new HashSet<int>();
        while (true)
        {
            var alive = Alive();
            if (alive.Count == 0 && (!mayBeStarting || clock.GetElapsedTime(since) > 2 * Look)) // by then it has one
            {
                return;
            }

            var kill = clock.GetElapsedTime(since) >= Patience;
            foreach (var process in alive)
            {
                if (kill)
                {
                    process.Kill();
                }
                else if (!alive.Exists(other => other.Id == Unix.ParentOf(process.Id)) && asked.Add(process.Id))
                {
                    // The workers of a server are for the server to end, as long as it is there: without them it cannot end in good order.
                    Unix.Terminate(process, _started.TryGetValue(process.Id, out var entry) ? entry.Signal : Unix.Sigterm);
                }
            }

            alive.ForEach(process => process.Dispose());
            if (kill)
            {
                return;
            }

            await Task.Delay(Look, clock);
        }
    }

    private List<Process> Alive()
    {
        var alive = new List<Process>();
        foreach (var process in Process.GetProcesses())
        {
            if (IsInBook(process) || IsMarked(process))
            {
                alive.Add(process);
            }
            else
            {
                process.Dispose();
            }
        }

        return alive;
    }

    // A pid is given out again; together with its start time it means one process.
    private bool IsInBook(Process process)
    {
        try
        {
            return _started.TryGetValue(process.Id, out var entry) && (process.StartTime.ToUniversalTime() - entry.At).Duration() < Tolerance;
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    // The program may be killed between starting a process and entering it here. Such a process, and whatever a process in the
    // book has started itself, is found by the mark in its environment. Only Linux lets us read that.
    private bool IsMarked(Process process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return File.ReadAllBytes($"/proc/{process.Id}/environ").AsSpan().IndexOf(_mark) >= 0;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
