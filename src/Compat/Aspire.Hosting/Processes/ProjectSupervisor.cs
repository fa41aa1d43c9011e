using System.ComponentModel;
using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>Starts a project when what it waits for is healthy, and again whenever it ends, until the application stops.</summary>
internal sealed class ProjectSupervisor(
    ProjectResource project, string dotnet, ReaperProcess reaper, ResourceLog log, ResourceNotificationService notifications, ResourceHealth health,
    TimeProvider clock, ILogger logger)
{
    // What is left of the five seconds is for the SIGKILL and the AppHost's own end.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(4);

    // A terminal sends Ctrl-C to the services too: they may end a moment before we hear of it ourselves.
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(0.25);

    private const int LastLines = 10;

    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await WaitForOthersAsync(stopping).ConfigureAwait(false);
            var backoff = new RestartBackoff();
            while (true)
            {
                var before = log.Count;
                var (end, healthyFor) = await RunOnceAsync(stopping).ConfigureAwait(false);
                await Task.Delay(Doubt, clock, stopping).ConfigureAwait(false);
                var wait = backoff.Next(healthyFor);
                var lastWords = healthyFor > TimeSpan.Zero ? "" : LastWords(before);
                logger.LogWarning("{Resource} {End}; it is started again in {Wait} s.{LastWords}", project.Name, end, wait.TotalSeconds, lastWords);
                await Task.Delay(wait - Doubt, clock, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The application stops.
        }
        finally
        {
            log.Complete();
        }
    }

    private async Task WaitForOthersAsync(CancellationToken stopping)
    {
        foreach (var wait in project.Annotations.OfType<WaitAnnotation>())
        {
            await PublishAsync(KnownResourceStates.Waiting).ConfigureAwait(false);
            await notifications.WaitForResourceHealthyAsync(wait.Resource.Name, stopping).ConfigureAwait(false);
        }
    }

    private async Task<(string End, TimeSpan HealthyFor)> RunOnceAsync(CancellationToken stopping)
    {
        var start = new ProcessStartInfo(dotnet, [project.Annotations.OfType<BuiltAssembly>().Single().Path])
        {
            // Where the project's appsettings.json lies.
            WorkingDirectory = Path.GetDirectoryName(project.Annotations.OfType<IProjectMetadata>().Single().ProjectPath),
        };
        foreach (var (name, value) in await ProjectEnvironment.OfAsync(project, stopping).ConfigureAwait(false))
        {
            start.Environment[name] = value;
        }

        await PublishAsync(KnownResourceStates.Starting).ConfigureAwait(false);
        stopping.ThrowIfCancellationRequested();
        try
        {
            using var process = ResourceProcess.Start(start, reaper, log, clock);
            return await FollowAsync(process, stopping).ConfigureAwait(false);
        }
        catch (Win32Exception exception)
        {
            await PublishAsync(KnownResourceStates.FailedToStart).ConfigureAwait(false);
            return ($"could not be started ({exception.Message})", TimeSpan.Zero);
        }
    }

    private async Task<(string End, TimeSpan HealthyFor)> FollowAsync(ResourceProcess process, CancellationToken stopping)
    {
        var unheard = ResourceHealth.Unheard(project);
        await notifications.PublishUpdateAsync(project, _ => new() { State = KnownResourceStates.Running, HealthReports = [.. unheard] }).ConfigureAwait(false);
        using var running = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var watch = health.WatchAsync(project, running.Token);
        int? exitCode = null;
        try
        {
            exitCode = await process.WaitForExitAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await PublishAsync(KnownResourceStates.Stopping).ConfigureAwait(false);
            if (!await process.StopAsync(StopPatience).ConfigureAwait(false))
            {
                logger.LogWarning("{Resource} did not stop within {Patience} s and was killed.", project.Name, StopPatience.TotalSeconds);
            }
        }

        await running.CancelAsync().ConfigureAwait(false);
        var healthyFor = await watch.ConfigureAwait(false);
        await notifications.PublishUpdateAsync(project, _ => new() { State = KnownResourceStates.Exited, ExitCode = exitCode }).ConfigureAwait(false);
        return (exitCode > 128 ? $"was ended by signal {exitCode - 128}" : $"exited with code {exitCode}", healthyFor);
    }

    private string LastWords(int before)
    {
        var last = log.After(before).Select(line => line.Content).Where(line => !IsOfStackTrace(line)).TakeLast(LastLines).ToList();
        return last.Count == 0
            ? " It wrote nothing."
            : $" Its last lines:{string.Concat(last.Select(line => $"{Environment.NewLine}    {line}"))}";
    }

    // A trace is longer than the lines that are shown, and would hide the exception's own above it; the log has all of it.
    private static bool IsOfStackTrace(string line) => line.StartsWith(' ') && line.TrimStart() is var text
        && (text.StartsWith("at ", StringComparison.Ordinal) || text.StartsWith("--- End of ", StringComparison.Ordinal));

    private Task PublishAsync(string state) => notifications.PublishUpdateAsync(project, _ => new() { State = state });
}
