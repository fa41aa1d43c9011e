using Aspire.Hosting.ApplicationModel;
using Regional.LocalServers;

namespace Aspire.Hosting.Processes;

/// <summary>A server of this machine, from the moment that it is ready until it has ended and its log has been read.</summary>
internal sealed class ServerRun : IRun
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _ended = new();
    private readonly LocalServer _server;
    private readonly RunOutput _output;
    private readonly Task _reading;
    private readonly DateTime _startedAt;

    private ServerRun(LocalServer server, ResourceLog log, TimeProvider clock)
    {
        _startedAt = clock.GetUtcNow().UtcDateTime;
        _server = server;
        _output = new(log);
        _reading = ReadLogAsync(clock);
    }

    public string LastWords => _output.LastWords;

    public CustomResourceSnapshot Described(CustomResourceSnapshot snapshot) => snapshot with { StartTimeStamp = _startedAt };

    /// <exception cref="LocalServerException">It could not be started.</exception>
    public static async Task<ServerRun> StartAsync(
        IResource resource, LocalServerProgram program, ServerOptions shared, ResourceLog log, TimeProvider clock, CancellationToken cancellation) =>
        new(await program.StartAsync(resource, shared, cancellation).ConfigureAwait(false), log, clock);

    public async Task<int> WaitForExitAsync(CancellationToken cancellation)
    {
        var exitCode = await _server.WaitForExitAsync(cancellation).ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        return exitCode;
    }

    /// <remarks>A server knows best how long its data need.</remarks>
    public async Task<(int ExitCode, bool ByItself)> StopAsync(TimeSpan patience)
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        return (await WaitForExitAsync(CancellationToken.None).ConfigureAwait(false), true);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        _ended.Dispose();
    }

    // Servers write files: one that outlives us for a moment can then write on.
    private async Task ReadLogAsync(TimeProvider clock)
    {
        await using var file = new FileStream(_server.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = _server.LogStart;
        using var reader = new StreamReader(file);
        var lines = new LineReader(reader, _output, isError: false);
        bool isLast;
        do
        {
            isLast = _ended.IsCancellationRequested;
            await lines.ReadToEndAsync().ConfigureAwait(false);
            await Task.Delay(Look, clock, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!isLast);

        await lines.FlushAsync().ConfigureAwait(false);
    }
}
