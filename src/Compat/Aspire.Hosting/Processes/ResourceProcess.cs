using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>One process of a resource, from its start until it has ended and its output has been read.</summary>
internal sealed class ResourceProcess : IRun
{
    private readonly Process _process;
    private readonly ReaperProcess _reaper;
    private readonly TimeProvider _clock;
    private readonly RunOutput _output;
    private readonly Task _reading;
    private readonly ImmutableArray<EnvironmentVariableSnapshot> _environment;
    private readonly DateTime _startedAt;

    private ResourceProcess(
        Process process, ImmutableArray<EnvironmentVariableSnapshot> environment, ReaperProcess reaper, ResourceLog log, TimeProvider clock)
    {
        _startedAt = clock.GetUtcNow().UtcDateTime;
        _environment = environment;
        _process = process;
        _reaper = reaper;
        _clock = clock;
        _output = new(log);
        _reading = Task.WhenAll(PumpAsync(process.StandardOutput, _output, isError: false), PumpAsync(process.StandardError, _output, isError: true));
    }

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be run.</exception>
    public static ResourceProcess Start(
        ProcessStartInfo start, ImmutableArray<EnvironmentVariableSnapshot> environment, ReaperProcess reaper, ResourceLog log, TimeProvider clock)
    {
        start.RedirectStandardInput = true; // the terminal's input is not the services'
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        start.Environment.Add(reaper.Mark!);
        var process = Process.Start(start)!;
        reaper.Enter(process);
        process.StandardInput.Close();
        return new ResourceProcess(process, environment, reaper, log, clock);
    }

    public string LastWords => _output.LastWords;

    public CustomResourceSnapshot Described(CustomResourceSnapshot snapshot) => snapshot with
    {
        StartTimeStamp = _startedAt,
        EnvironmentVariables = _environment,
        Properties =
        [
            new("executable.path", _process.StartInfo.FileName),
            new("executable.args", _process.StartInfo.ArgumentList.ToImmutableArray()),
            new("executable.workDir", _process.StartInfo.WorkingDirectory),
            new("executable.pid", _process.Id),
        ],
    };

    public async Task<int> WaitForExitAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        _reaper.Remove(_process.Id);

        // A process that it has started itself may still hold its output open.
        await Task.WhenAny(_reading, Task.Delay(TimeSpan.FromSeconds(1), _clock, CancellationToken.None)).ConfigureAwait(false);
        return _process.ExitCode;
    }

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

    public ValueTask DisposeAsync()
    {
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task PumpAsync(StreamReader reader, RunOutput output, bool isError)
    {
        var lines = new LineReader(reader, output, isError);
        try
        {
            await lines.ReadToEndAsync().ConfigureAwait(false);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process was given up with its output still open.
        }

        await lines.FlushAsync().ConfigureAwait(false);
    }
}
