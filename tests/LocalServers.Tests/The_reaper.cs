using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Regional.LocalServers.Tests;

public sealed class The_reaper
{
    private const string Mark = "REAPER_TEST=the one";

    [Fact]
    public async Task ends_the_processes_that_it_was_told_of_and_spares_one_that_has_got_the_number_of_another()
    {
        using var known = Sleeper();
        using var stranger = Sleeper();
        using var ended = Sleeper();
        using var reaper = await Start();

        await Tell(reaper, known.Id, known.StartTime);
        await Tell(reaper, stranger.Id, stranger.StartTime - TimeSpan.FromMinutes(1)); // the process that had this id began earlier
        await Tell(reaper, ended.Id, ended.StartTime);
        await reaper.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"- {ended.Id}"));
        reaper.StandardInput.Close();
        await reaper.WaitForExitAsync(Limit.Token);

        Assert.True(known.HasExited);
        Assert.False(stranger.HasExited);
        Assert.False(ended.HasExited);
        stranger.Kill();
        ended.Kill();
    }

    [Fact]
    public async Task finds_a_process_that_was_started_but_not_told_of_by_its_mark()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux shows the environment of another process.");
        using var marked = Sleeper(Mark);
        using var other = Sleeper("REAPER_TEST=another");
        using var reaper = await Start();

        reaper.StandardInput.Close();
        await reaper.WaitForExitAsync(Limit.Token);

        Assert.True(marked.HasExited);
        Assert.False(other.HasExited);
        other.Kill();
    }

    [Fact]
    public async Task asks_a_server_by_its_own_signal_and_leaves_its_workers_to_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux shows the environment of another process.");
        using var server = Process.Start(new ProcessStartInfo("bash", ["-c", """
            bash -c 'trap "echo the worker was asked; exit" TERM; while :; do sleep 0.1; done' &
            trap "echo the server was asked too roughly; exit" TERM
            trap "echo the server was asked; kill -KILL $!; exit" INT
            echo ready; while :; do sleep 0.1; done
            """]) { RedirectStandardOutput = true, Environment = { ["REAPER_TEST"] = "the one" } })!;
        Assert.Equal("ready", await server.StandardOutput.ReadLineAsync(Limit.Token));
        using var reaper = await Start();

        await Tell(reaper, server.Id, server.StartTime, Unix.Interrupt);
        reaper.StandardInput.Close();
        await reaper.WaitForExitAsync(Limit.Token);

        Assert.Equal("the server was asked\n", await server.StandardOutput.ReadToEndAsync(Limit.Token));
    }

    [Fact]
    public async Task ends_what_is_left_when_the_program_has_stopped_in_good_order_and_nothing_else()
    {
        using var left = Sleeper();
        using var ended = Sleeper();
        using var reaper = await Start();

        await Tell(reaper, left.Id, left.StartTime);
        await Tell(reaper, ended.Id, ended.StartTime);
        await reaper.StandardInput.WriteLineAsync($"- {ended.Id}");
        await reaper.StandardInput.WriteLineAsync("done");
        await reaper.WaitForExitAsync(Limit.Token);

        await left.WaitForExitAsync(Limit.Token);
        Assert.False(ended.HasExited);
        ended.Kill();
    }

    [Fact]
    public async Task does_not_hear_the_signals_of_the_terminal()
    {
        using var known = Sleeper();
        using var reaper = await Start();
        await Tell(reaper, known.Id, known.StartTime);

        Unix.Signal(reaper.Id, Unix.Interrupt);
        Unix.Signal(reaper.Id, 1);
        reaper.StandardInput.Close();
        await reaper.WaitForExitAsync(Limit.Token);

        Assert.Equal(0, reaper.ExitCode);
        Assert.True(known.HasExited);
    }

    private static Process Sleeper(string? variable = null)
    {
        var start = new ProcessStartInfo("sleep", ["600"]);
        if (variable?.Split('=') is [var name, var value])
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<Process> Start()
    {
        var assembly = typeof(LocalServerException).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "reaperpath").Value!;
        var reaper = Process.Start(new ProcessStartInfo("dotnet", [assembly, Mark]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Assert.Equal("ready", await reaper.StandardOutput.ReadLineAsync(Limit.Token));
        return reaper;
    }

    private static Task Tell(Process reaper, int pid, DateTime started, int signal = Unix.Terminate) =>
        reaper.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"+ {pid} {started.ToUniversalTime().Ticks} {signal}"));
}
