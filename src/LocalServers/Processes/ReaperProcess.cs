using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Regional.LocalServers.Processes;

/// <summary>
/// The companion process that ends the processes of this program when the program itself is killed: when the pipe to it breaks.
/// </summary>
/// <remarks>.NET opens every pipe so that started processes do not inherit it; otherwise they would hold this one open.</remarks>
internal sealed class ReaperProcess : IAsyncDisposable
{
    private const int MostReplacements = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // It asks what is left to end, and insists after five seconds.
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(7);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, string> _entries = [];
    private readonly Func<CancellationToken, Task<Process>> _launch;
    private readonly Action<string> _warn;
    private Process _process;
    private bool _isDone;

    private ReaperProcess(Process process, KeyValuePair<string, string> mark, Func<CancellationToken, Task<Process>> launch, Action<string> warn)
    {
        (_process, Mark, _launch, _warn) = (process, mark, launch, warn);
        _ = WatchAsync();
    }

    /// <summary>The environment variable by which the reaper knows the processes of this program.</summary>
    public KeyValuePair<string, string> Mark { get; }

    /// <param name="dotnet">The program that runs it.</param>
    /// <param name="clock">Measures the limit to its start.</param>
    /// <param name="warn">Is told, in a sentence, when the reaper is gone before its time.</param>
    /// <param name="cancellation">Gives up the start.</param>
    public static async Task<ReaperProcess> StartAsync(string dotnet, TimeProvider clock, Action<string> warn, CancellationToken cancellation)
    {
        var assembly = typeof(ReaperProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "reaperpath").Value!;
        var mark = KeyValuePair.Create("REGIONAL_REAPER_MARK", Guid.NewGuid().ToString());
        if (!File.Exists(assembly))
        {
            throw new LocalServerException($"{assembly} has not been built. Build this program anew with `dotnet build --no-incremental`.");
        }

        Task<Process> Launch(CancellationToken token) => LaunchAsync(dotnet, assembly, mark, clock, token);
        return new ReaperProcess(await Launch(cancellation).ConfigureAwait(false), mark, Launch, warn);
    }

    /// <summary>This process is to be ended, by this signal, when the program is killed.</summary>
    public void Enter(Process started, int signal = Unix.Sigterm)
    {
        try
        {
            var entry = string.Create(CultureInfo.InvariantCulture, $"+ {started.Id} {started.StartTime.ToUniversalTime().Ticks} {signal}");
            lock (_gate)
            {
                _entries[started.Id] = entry;
                Write(entry);
            }
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It has ended before its start time could be read.
        }
    }

    /// <summary>This process has ended; its id may be given to another.</summary>
    public void Remove(int pid)
    {
        lock (_gate)
        {
            _entries.Remove(pid);
            Write(string.Create(CultureInfo.InvariantCulture, $"- {pid}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isDone = true;
            Write("done");
        }

        using (_process)
        {
            using var patience = new CancellationTokenSource(EndPatience);
            try
            {
                await _process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }
    }

    private static async Task<Process> LaunchAsync(string dotnet, string assembly, KeyValuePair<string, string> mark, TimeProvider clock, CancellationToken cancellation)
    {
        var process = Process.Start(new ProcessStartInfo(dotnet, [assembly, $"{mark.Key}={mark.Value}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetPathRoot(assembly), // not the caller's folder, which it would keep from being removed
        })!;
        try
        {
            // Until it has left the terminal's session, a Ctrl-C would end it with us.
            var first = await process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(Patience, clock, cancellation).ConfigureAwait(false);
            return first == "ready"
                ? process
                : throw new LocalServerException($"The reaper did not start: {await process.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false)}");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    // Who watches the reaper: were it gone, a killed program would leave everything behind.
    private async Task WatchAsync()
    {
        for (var replacements = 0; replacements < MostReplacements; replacements++)
        {
            await _process.WaitForExitAsync().ConfigureAwait(false);
            if (_isDone || !await IsReplacedAsync().ConfigureAwait(false))
            {
                break;
            }
        }

        if (!_isDone)
        {
            _warn("The reaper has ended. If this program is killed now, the processes that it started stay behind: restart it soon.");
        }
    }

    private async Task<bool> IsReplacedAsync()
    {
        try
        {
            var next = await _launch(CancellationToken.None).ConfigureAwait(false);
            lock (_gate)
            {
                _process = next;
                foreach (var entry in _isDone ? ["done"] : _entries.Values.ToList())
                {
                    Write(entry);
                }
            }

            _warn("The reaper was ended from outside; another has taken its place.");
            return true;
        }
        catch (Exception failed) when (failed is LocalServerException or Win32Exception or TimeoutException)
        {
            return false;
        }
    }

    private void Write(string line)
    {
        try
        {
            _process.StandardInput.WriteLine(line);
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended; the one that takes its place is told everything.
        }
    }
}
