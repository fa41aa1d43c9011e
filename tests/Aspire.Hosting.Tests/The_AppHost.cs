namespace Regional.Hosting.Tests;

public sealed class The_AppHost
{
    [Fact]
    public async Task stops_everything_at_SIGTERM_even_a_service_that_ignores_it()
    {
        await using var host = TestAppHost.Start("--first:IGNORE_SIGTERM=true");
        var services = new[] { await host.HealthyPid("first"), await host.HealthyPid("second") };

        Unix.Signal(host.Id, Unix.Terminate);
        await host.Exit();

        Assert.Equal(0, host.ExitCode);
        Assert.All(services, pid => Assert.False(Unix.IsAlive(pid)));
        Assert.Contains(host.Output, line => line.EndsWith("Stopping: first, second.", StringComparison.Ordinal));
        Assert.Contains(host.Output, line => line.EndsWith("first did not stop within 4 s and was killed.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task stops_at_Ctrl_C_which_also_reaches_the_services_without_reporting_a_death()
    {
        Assert.SkipWhen(Ignores(Unix.Interrupt), "SIGINT is ignored by whatever started these tests, and so by every process that they start.");
        await using var host = TestAppHost.StartInGroup();
        var services = new[] { await host.HealthyPid("first"), await host.HealthyPid("second") };
        var group = int.Parse(host.Output[0], System.Globalization.CultureInfo.InvariantCulture);

        Unix.Signal(-group, Unix.Interrupt);
        await host.Exit();

        Assert.Equal("exit code 0", host.Output[^1]);
        Assert.All(services, pid => Assert.False(Unix.IsAlive(pid)));
        Assert.DoesNotContain(host.Output, line => line.Contains("exited") || line.Contains("was ended"));
    }

    [Fact]
    public async Task that_is_killed_leaves_no_process_behind_not_even_one_that_ignores_SIGTERM()
    {
        await using var host = TestAppHost.Start("--first:IGNORE_SIGTERM=true");
        var services = new[] { await host.HealthyPid("first"), await host.HealthyPid("second") };
        Assert.All(services, pid => Assert.True(Unix.IsAlive(pid)));

        Unix.Signal(host.Id, Unix.Kill);
        await host.Exit();

        await Limit.Until(() => !services.Any(Unix.IsAlive));
    }

    [Fact]
    public async Task stops_when_the_dotnet_run_that_started_it_is_killed()
    {
        await using var run = TestAppHost.StartThroughDotnetRun();
        var services = new[] { await run.HealthyPid("first"), await run.HealthyPid("second") };

        Unix.Signal(run.Id, Unix.Kill);
        await run.Exit(); // which is when the AppHost, too, has closed the output that it inherited

        Assert.All(services, pid => Assert.False(Unix.IsAlive(pid)));
        Assert.Contains(run.Output, line => line.Contains("The dotnet command that started the AppHost has been killed; the AppHost stops too."));
    }

    private static bool Ignores(int signal) =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var mask
        && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) >> (signal - 1) & 1) == 1;
}
