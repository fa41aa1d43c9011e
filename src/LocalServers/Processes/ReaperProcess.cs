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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Process _process;
    private readonly Action<string> _warn;

    private ReaperProcess(Process process, KeyValuePair<string, string> mark, Action<string> warn)
    {
        _process = process;
        _warn = warn;
        Mark = mark;
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

        var reaper = new ReaperProcess(
            Process.Start(new ProcessStartInfo(dotnet, [assembly, $"{mark.Key}={mark.Value}"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetPathRoot(assembly), // not the caller's folder, which it would keep from being removed
            })!,
            mark,
            warn);
        try
        {
            // Until it has left the terminal's session, a Ctrl-C would end it with us.
            var (output, error) = (reaper._process.StandardOutput, reaper._process.StandardError);
            var first = await output.ReadLineAsync(cancellation).AsTask().WaitAsync(Patience, clock, cancellation).ConfigureAwait(false);
            return first == "ready"
                ? reaper
                : throw new LocalServerException($"The reaper did not start: {await error.ReadToEndAsync(cancellation).ConfigureAwait(false)}");
        }
        catch
        {
            await reaper.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>This process is to be ended, by this signal, when the program is killed.</summary>
    public void Enter(Process started, int signal = Unix.Sigterm)
    {
        try
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"+ {started.Id} {started.StartTime.ToUniversalTime().Ticks} {signal}"));
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It has ended before its start time could be read.
        }
    }

    /// <summary>This process has ended; its id may be given to another.</summary>
    public void Remove(int pid) => Write(string.Create(CultureInfo.InvariantCulture, $"- {pid}"));

    public async ValueTask DisposeAsync()
    {
        Write("done");
        using (_process)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
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

    private void Write(string line)
    {
        lock (_gate)
        {
            try
            {
                _process.StandardInput.WriteLine(line);
                _process.StandardInput.Flush();
            }
            catch (IOException)
            {
                _warn("The reaper has ended. If this program is killed now, the processes that it started stay behind: restart it soon.");
            }
        }
    }
}
