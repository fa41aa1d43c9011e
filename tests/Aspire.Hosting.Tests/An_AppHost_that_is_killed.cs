using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Regional.Hosting.Tests;

/// <summary>The moments are made of a fixed seed: whoever sees one fail can see it fail again.</summary>
public sealed class An_AppHost_that_is_killed
{
    private static readonly Random Moments = new(20261126);

    [Fact]
    public async Task at_any_moment_leaves_no_process_and_no_port_in_use()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux shows the environment of another process.");
        string[] arguments = [$"--first-port={FreePort()}", $"--second-port={FreePort()}", "--first:IGNORE_SIGTERM=true"];
        for (var i = 0; i < 4; i++)
        {
            await WhileItStarts(arguments, TimeSpan.FromMilliseconds(Moments.Next(100, 2500)));
        }

        for (var i = 0; i < 2; i++)
        {
            await WhileItRuns(arguments);
        }

        for (var i = 0; i < 4; i++)
        {
            await WhileItStops(arguments, TimeSpan.FromMilliseconds(Moments.Next(0, 4000)));
        }
    }

    [Fact]
    public async Task does_not_take_another_with_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux shows the environment of another process.");
        var (mark, otherMark) = (Mark(), Mark());
        await using var host = TestAppHost.StartMarked(mark, "--DcpPublisher:RandomizePorts=true");
        await using var other = TestAppHost.StartMarked(otherMark, "--DcpPublisher:RandomizePorts=true");
        await host.HealthyPid("second");
        var survivor = await other.HealthyPid("second");

        await KillAndLookAround(host, mark);

        Assert.True(Unix.IsAlive(survivor));
        Assert.Equal(survivor, await other.HealthyPid("second"));
    }

    private static async Task WhileItStarts(string[] arguments, TimeSpan after)
    {
        var mark = Mark();
        await using var host = TestAppHost.StartMarked(mark, arguments);
        await Task.Delay(after, TestContext.Current.CancellationToken);
        await KillAndLookAround(host, mark);
    }

    private static async Task WhileItRuns(string[] arguments)
    {
        var mark = Mark();
        await using var host = TestAppHost.StartMarked(mark, arguments);
        await host.HealthyPid("second");
        await KillAndLookAround(host, mark);
    }

    private static async Task WhileItStops(string[] arguments, TimeSpan after)
    {
        var mark = Mark();
        await using var host = TestAppHost.StartMarked(mark, arguments);
        await host.HealthyPid("second");
        Unix.Signal(host.Id, Unix.Terminate);
        await Task.Delay(after, TestContext.Current.CancellationToken);
        await KillAndLookAround(host, mark);
    }

    private static async Task KillAndLookAround(RunningProcess host, string mark)
    {
        host.Kill();
        await host.Exit();
        await Limit.Until(() => !Unix.ProcessesWith(mark).Any());
    }

    private static string Mark() => $"KILLED_APPHOST_TEST={Guid.NewGuid()}";

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
