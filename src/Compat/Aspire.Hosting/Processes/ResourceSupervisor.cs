using System.ComponentModel;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Regional.LocalServers;

namespace Aspire.Hosting.Processes;

/// <summary>One process of a resource: started when what it waits for is there, and again whenever it ends, until it is stopped.</summary>
internal sealed class ResourceSupervisor(
    IResource resource, int replica, bool runsOnce, ProcessFactory processes, ResourceNotificationService notifications, ResourceHealth health,
    TimeProvider clock, ILogger logger, Action<Exception> fail, CancellationToken stopping) : IDisposable
{
    // What is left of the five seconds is for the SIGKILL and the AppHost's own end.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(4);

    // A terminal sends Ctrl-C to the services too: they may end a moment before we hear of it ourselves.
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(0.25);

    // EX_CONFIG of sysexits.h: the program says that another try would end the same way.
    private const int ConfigurationFault = 78;

    private readonly string _id = resource.Ids().ElementAt(replica);
    private readonly SemaphoreSlim _gate = new(1);
    private CancellationTokenSource _end = new();
    private Task _life = Task.CompletedTask;

    public bool IsStartedByCommand => resource.Annotations.OfType<ExplicitStartupAnnotation>().Any();

    public bool IsOfServer => resource is ContainerResource;

    public bool IsCalled(string name) =>
        string.Equals(_id, name, StringComparison.OrdinalIgnoreCase) || string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Begins to run it.</summary>
    /// <returns>Why not; null where it has begun.</returns>
    public Task<string?> StartAsync() => OneAtATimeAsync(() => Task.FromResult(Begin()));

    /// <summary>Ends the process, and starts it no more.</summary>
    /// <returns>Why not; null where it has ended.</returns>
    public Task<string?> StopAsync() => OneAtATimeAsync(EndAsync);

    /// <summary>Ends the process, if there is one, and begins to run it anew.</summary>
    /// <returns>Why not; null where it has begun.</returns>
    public Task<string?> RestartAsync() => OneAtATimeAsync(async () =>
    {
        await EndAsync().ConfigureAwait(false);
        return Begin();
    });

    public void Dispose()
    {
        _end.Dispose();
        _gate.Dispose();
    }

    private async Task<string?> OneAtATimeAsync(Func<Task<string?>> command)
    {
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await command().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private string? Begin()
    {
        if (!_life.IsCompleted)
        {
            return $"{_id} has been started already.";
        }

        if (stopping.IsCancellationRequested)
        {
            return $"{_id} is not started: the application stops.";
        }

        _end.Dispose();
        _end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _life = LiveAsync(_end.Token);
        return null;
    }

    private async Task<string?> EndAsync()
    {
        if (_life.IsCompleted)
        {
            return $"{_id} does not run.";
        }

        await _end.CancelAsync().ConfigureAwait(false);
        await _life.ConfigureAwait(false);
        return null;
    }

    private async Task LiveAsync(CancellationToken end)
    {
        try
        {
            if (resource.Annotations.OfType<WaitAnnotation>().Any())
            {
                await PublishAsync(KnownResourceStates.Waiting).ConfigureAwait(false);
                await notifications.WaitForDependenciesAsync(resource, end).ConfigureAwait(false);
            }

            await RunAgainAndAgainAsync(end).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            await notifications.PublishUpdateAsync(
                resource, _id, snapshot => snapshot.Without(KnownResourceStates.Exited, snapshot.ExitCode)).ConfigureAwait(false);
        }
        catch (DistributedApplicationException exception)
        {
            logger.LogError("{Resource} is not started: {Message}", _id, exception.Message);
            await PublishAsync(KnownResourceStates.FailedToStart).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogError("{Resource} is given up: {Message}", _id, exception.Message);
            await PublishAsync(KnownResourceStates.FailedToStart).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            fail(exception);
        }
    }

    private async Task RunAgainAndAgainAsync(CancellationToken end)
    {
        var backoff = new RestartBackoff();
        while (true)
        {
            var run = await RunOnceAsync(end).ConfigureAwait(false);
            await Task.Delay(Doubt, clock, end).ConfigureAwait(false);
            if (StateAfter(run.ExitCode) != KnownResourceStates.Exited)
            {
                if (run.ExitCode != 0)
                {
                    logger.LogError("{Resource} {End}.{LastWords}", _id, run.End, run.LastWords);
                }

                return;
            }

            if (backoff.Next(run.HealthyFor) is not { } wait)
            {
                logger.LogError(
                    "{Resource} {End}, the {Attempts}th time at its start; it is given up.{LastWords}", _id, run.End, RestartBackoff.Attempts, run.LastWords);
                await PublishAsync(KnownResourceStates.FailedToStart, run.ExitCode).ConfigureAwait(false);
                return;
            }

            var lastWords = run.HealthyFor > TimeSpan.Zero ? "" : run.LastWords;
            logger.LogWarning("{Resource} {End}; it is started again in {Wait} s.{LastWords}", _id, run.End, wait.TotalSeconds, lastWords);
            await Task.Delay(wait - Doubt, clock, end).ConfigureAwait(false);
        }
    }

    private async Task<Run> RunOnceAsync(CancellationToken end)
    {
        await PublishAsync(KnownResourceStates.Starting).ConfigureAwait(false);
        try
        {
            await using var process = await processes.StartAsync(resource, replica, end).ConfigureAwait(false);
            return await FollowAsync(process, end).ConfigureAwait(false);
        }
        catch (Win32Exception exception)
        {
            await PublishAsync(StateAfter(exitCode: null)).ConfigureAwait(false);
            return new($"could not be started ({exception.Message})", ExitCode: null, TimeSpan.Zero, "");
        }
        catch (LocalServerException exception) when (exception.MayPass)
        {
            await PublishAsync(KnownResourceStates.Exited).ConfigureAwait(false);
            return new("did not come up", ExitCode: null, TimeSpan.Zero, $" {exception.Message}");
        }
        catch (LocalServerException exception)
        {
            throw new DistributedApplicationException(exception.Message);
        }
    }

    private async Task<Run> FollowAsync(IRun process, CancellationToken end)
    {
        await notifications.PublishUpdateAsync(resource, _id, snapshot => ResourceHealth.JustRunning(resource, process.Described(snapshot))).ConfigureAwait(false);
        using var running = CancellationTokenSource.CreateLinkedTokenSource(end);
        var watch = health.WatchAsync(resource, _id, replica, running.Token);
        int exitCode;
        try
        {
            exitCode = await process.WaitForExitAsync(end).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await PublishAsync(KnownResourceStates.Stopping).ConfigureAwait(false);
            (exitCode, var byItself) = await process.StopAsync(StopPatience).ConfigureAwait(false);
            if (!byItself)
            {
                logger.LogWarning("{Resource} did not stop within {Patience} s and was killed.", _id, StopPatience.TotalSeconds);
            }
        }

        await running.CancelAsync().ConfigureAwait(false);
        var healthyFor = await watch.ConfigureAwait(false);
        await PublishAsync(StateAfter(exitCode), exitCode).ConfigureAwait(false);
        var how = exitCode switch
        {
            > 128 when !OperatingSystem.IsWindows() => $"was ended by signal {exitCode - 128}",
            ConfigurationFault => $"exited with code {exitCode}: as things are it cannot start, and it is not tried again",
            _ => $"exited with code {exitCode}",
        };
        return new(how, exitCode, healthyFor, process.LastWords);
    }

    // Exited where it is started again.
    private string StateAfter(int? exitCode) => exitCode switch
    {
        null when runsOnce => KnownResourceStates.FailedToStart,
        ConfigurationFault when !runsOnce => KnownResourceStates.FailedToStart,
        { } code when runsOnce || (resource is ExecutableResource && code == 0) => KnownResourceStates.Finished,
        _ => KnownResourceStates.Exited,
    };

    private Task PublishAsync(string state, int? exitCode = null) =>
        notifications.PublishUpdateAsync(resource, _id, snapshot => snapshot.Without(Shown(state), exitCode));

    // Exited by itself, to be started again, is not Exited by command.
    private static ResourceStateSnapshot Shown(string state) => new(state, state == KnownResourceStates.Exited ? KnownResourceStateStyles.Error : null);

    /// <summary>A process from its start to its end.</summary>
    /// <param name="End">How it ended.</param>
    /// <param name="ExitCode">Its exit code; null where it could not be started.</param>
    /// <param name="HealthyFor">For how long it had been healthy at its end.</param>
    /// <param name="LastWords">What it wrote last, to be read after a sentence.</param>
    private sealed record Run(string End, int? ExitCode, TimeSpan HealthyFor, string LastWords);
}
