using Regional.LocalServers.Processes;

namespace Regional.LocalServers;

/// <summary>
/// A real server that this program has started from the machine's own packages, on a free port of the loopback address. It ends with this program,
/// even if that is killed.
/// </summary>
/// <remarks>
/// In a given folder its data and password outlive it; without one they lie in a temporary folder, which is gone when the server is disposed.
/// </remarks>
public abstract class LocalServer : IAsyncDisposable
{
    private const string LockFile = "server.lock";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120); // on a busy machine RabbitMQ has taken 25
    private static readonly TimeSpan CheckLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly string _name;
    private readonly bool _sharesReaper;
    private ReaperProcess? _reaper;
    private ServerProcess? _process;
    private bool _isDisposed;

    private protected LocalServer(string name, ServerOptions options)
    {
        _name = name;
        _reaper = options.Reaper;
        _sharesReaper = options.Reaper is not null;
        Folder = ServerFolder.Open(options.Folder, name);
        LogStart = new FileInfo(LogFile).Length;
        Port = options.Port ?? LoopbackPort.Free();
    }

    /// <summary>Where it listens, on 127.0.0.1; a restart keeps it.</summary>
    public int Port { get; }

    /// <summary>All that the server has written since its folder was made.</summary>
    public string LogFile => Folder.Log;

    /// <summary>What was in the log file before this start, in bytes.</summary>
    public long LogStart { get; }

    /// <summary>Its process and the workers that this one has started, the main one first; none when it does not run.</summary>
    public IReadOnlyList<int> ProcessIds => _process?.Tree ?? [];

    /// <summary>How its client library reaches it, the password included.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>The exit code of its process; 128 and the signal's number where a signal has ended it; null while it runs.</summary>
    public int? ExitCode { get; private set; }

    private protected ServerFolder Folder { get; }

    /// <summary>The server's own process.</summary>
    private protected abstract Launch Server { get; }

    /// <summary>Uses the server as its clients will; fails as long as it is not ready for that.</summary>
    /// <param name="cancellationToken">Gives up the wait; a frozen server does not answer.</param>
    /// <returns>The use.</returns>
    public abstract Task CheckAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until its process has ended, which it does on a stop, and when it crashes.</summary>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken = default) => _process is { } process
        ? await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false)
        : ExitCode!.Value;

    /// <summary>Ends all its processes at once, as a crash would.</summary>
    public void Kill() => _process?.Kill();

    /// <summary>Stops all its processes in their tracks: connections stay open, and nothing answers.</summary>
    public void Freeze() => _process?.Signal(Unix.Sigstop);

    /// <summary>Lets a frozen server go on.</summary>
    public void Thaw() => _process?.Signal(Unix.Sigcont);

    /// <summary>Starts it again on the same port and data, after a clean stop where it runs; ready when this returns.</summary>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The start.</returns>
    /// <exception cref="LocalServerException">It could not be started.</exception>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync().ConfigureAwait(false);
        var written = new FileInfo(LogFile).Length;
        _process = Run(Server, LockFile);
        ExitCode = null;
        await WaitUntilReadyAsync(_process, written, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops the server in good order, within five seconds; after these, at once.</summary>
    /// <returns>The stop.</returns>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await StopAsync().ConfigureAwait(false);
        await StopOthersAsync().ConfigureAwait(false);
        await (_sharesReaper ? default : _reaper?.DisposeAsync() ?? default).ConfigureAwait(false);
        Folder.Release();
    }

    private protected static async Task<T> StartAsync<T>(Func<T> make, CancellationToken cancellationToken)
        where T : LocalServer
    {
        var server = make();
        try
        {
            server._reaper ??= await ReaperProcess.StartAsync(
                DotnetHost.Find(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")),
                TimeProvider.System,
                warning => File.AppendAllText(server.LogFile, warning + Environment.NewLine),
                cancellationToken).ConfigureAwait(false);
            await server.RunToEndAsync(new Launch("true", []), cancellationToken).ConfigureAwait(false); // refuses a folder in use before it changes it
            await server.PrepareAsync(cancellationToken).ConfigureAwait(false);
            await server.RestartAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes what the server needs before its start, where it is not there yet.</summary>
    private protected abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Stops what runs beside the server.</summary>
    private protected virtual Task StopOthersAsync() => Task.CompletedTask;

    private protected ServerProcess Run(Launch launch, string lockFile) => ServerProcess.Start(launch, Folder, lockFile, _reaper!);

    /// <summary>Runs a program that prepares the folder while no server runs on it.</summary>
    private protected async Task RunToEndAsync(Launch launch, CancellationToken cancellationToken)
    {
        var written = new FileInfo(LogFile).Length;
        _process = Run(launch, LockFile);
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (_process.ExitCode != 0)
        {
            throw Ended(_process.ExitCode, written);
        }
    }

    private async Task StopAsync()
    {
        if (_process is { } process)
        {
            await process.StopAsync(StopLimit).ConfigureAwait(false);
            ExitCode = process.ExitCode;
            process.Dispose();
            _process = null;
        }
    }

    private async Task WaitUntilReadyAsync(ServerProcess process, long written, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        while (true)
        {
            if (process.HasExited)
            {
                throw Ended(process.ExitCode, written);
            }

            try
            {
                await CheckAsync(limit.Token).WaitAsync(CheckLimit, limit.Token).ConfigureAwait(false);
                return;
            }
            catch (Exception notReady) when (!cancellationToken.IsCancellationRequested)
            {
                if (limit.IsCancellationRequested)
                {
                    throw new LocalServerException(
                        $"{_name} was not ready within {StartLimit.TotalSeconds} s ({notReady.Message}).{Folder.LastWords(written)}")
                    {
                        MayPass = true,
                    };
                }
            }

            await Task.Delay(Look, cancellationToken).ConfigureAwait(false);
        }
    }

    private LocalServerException Ended(int exitCode, long written) => new(exitCode == ServerProcess.Locked
        ? $"A {_name} runs on the folder {Folder.Path} already: stop that one, or give this one another folder."
        : $"{_name} ended with exit code {exitCode} while it was starting.{Folder.LastWords(written)}")
    {
        MayPass = true,
    };
}
