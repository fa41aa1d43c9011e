using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Processes;

/// <summary>
/// The companion process that ends this application's processes when the application itself is killed: when the pipe to it breaks.
/// </summary>
/// <remarks>.NET opens every pipe so that started processes do not inherit it; otherwise they would hold this one open.</remarks>
internal sealed class ReaperProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Process _process;
    private readonly ILogger _logger;

    private ReaperProcess(Process process, KeyValuePair<string, string> mark, ILogger logger)
    {
        _process = process;
        _logger = logger;
        Mark = mark;
    }

    /// <summary>The environment variable by which the reaper knows this application's processes.</summary>
    public KeyValuePair<string, string> Mark { get; }

    public static async Task<ReaperProcess> StartAsync(string dotnet, TimeProvider clock, ILogger logger, CancellationToken cancellation)
    {
        var assembly = typeof(ReaperProcess).Assembly.Metadata("reaperpath")!;
        var mark = KeyValuePair.Create("ASPIRE_REAPER_MARK", Guid.NewGuid().ToString());
        if (!File.Exists(assembly))
        {
            throw new DistributedApplicationException($"{assembly} has not been built. Build the AppHost anew with `dotnet build --no-incremental`.");
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
            logger);
        try
        {
            // Until it has left the terminal's session, a Ctrl-C would end it with us.
            var (output, error) = (reaper._process.StandardOutput, reaper._process.StandardError);
            var first = await output.ReadLineAsync(cancellation).AsTask().WaitAsync(Patience, clock, cancellation).ConfigureAwait(false);
            return first == "ready"
                ? reaper
                : throw new DistributedApplicationException($"The reaper did not start: {await error.ReadToEndAsync(cancellation).ConfigureAwait(false)}");
        }
        catch
        {
            await reaper.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>This process is to be ended when the application is killed.</summary>
    public void Enter(Process started)
    {
        try
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"+ {started.Id} {started.StartTime.ToUniversalTime().Ticks}"));
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
                _logger.LogWarning("The reaper has ended. If the AppHost is killed now, its services stay behind: restart it soon.");
            }
        }
    }
}
