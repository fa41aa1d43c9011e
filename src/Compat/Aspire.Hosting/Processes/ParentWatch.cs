using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>
/// Stops the application when the <c>dotnet run</c>, <c>dotnet watch</c> or <c>dotnet test</c> that started it is gone: it was killed,
/// and nobody is left who could press Ctrl-C.
/// </summary>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DistributedApplication> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (OperatingSystem.IsWindows() || Unix.ParentId() is var parent && !IsDotnet(parent))
        {
            return;
        }

        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            if (Unix.ParentId() != parent)
            {
                logger.LogWarning("The dotnet command that started the AppHost has been killed; the AppHost stops too.");
                lifetime.StopApplication();
                return;
            }
        }
    }

    private static bool IsDotnet(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName == "dotnet";
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
