using System.Diagnostics;
using System.Reflection;

namespace Regional.LocalServers.Tests;

public sealed class A_killed_owner
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task leaves_no_server_and_whole_data_also_when_its_reapers_were_killed_before(bool reapersFirst)
    {
        using var folder = new TemporaryFolder();
        OpenTo(folder.Path);
        await Task.Run(() => (Programs.PostgreSql(), Programs.RabbitMq(), Programs.Redis()), TestContext.Current.CancellationToken).OrSkip();
        using var owner = await Start(folder.Path);
        Assert.True(Machine.ProcessesOf(folder.Path).Count >= 5); // PostgreSQL, RabbitMQ, its port mapper, Redis, the owner
        if (reapersFirst)
        {
            await KillReapers(owner.Id, folder);
        }

        owner.Kill();
        await Limit.Until(() => Machine.ProcessesOf(folder.Path).Count == 0);

        var log = await File.ReadAllTextAsync(folder.File("postgresql/server.log"), TestContext.Current.CancellationToken);
        Assert.EndsWith("database system is shut down", log.TrimEnd());
        foreach (var kind in A_local_server.Kinds)
        {
            await using var server = await Servers.Start(kind.Data, folder.File(kind.Data));
            await server.Keep("fiets");
            Assert.Equal("fiets", await server.Kept());
        }
    }

    private static async Task<Process> Start(string folder)
    {
        var assembly = typeof(A_killed_owner).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "ownerpath").Value!;
        var owner = Process.Start(new ProcessStartInfo("dotnet", [assembly, folder]) { RedirectStandardOutput = true })!;
        Assert.Equal("ready", await owner.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return owner;
    }

    // One for each server.
    private static async Task KillReapers(int owner, TemporaryFolder folder)
    {
        var killed = Machine.ChildrenOf(owner, "LocalServers.Reaper");
        Assert.Equal(3, killed.Count);
        foreach (var pid in killed)
        {
            Unix.Signal(pid, Unix.Kill);
        }

        // Said once the new one has been told what it is to end.
        await Limit.Until(() => A_local_server.Kinds.All(kind => File.ReadAllText(folder.File($"{kind.Data}/server.log")).Contains("another has taken its place", StringComparison.Ordinal)));
    }

    // PostgreSQL, which as root runs as another user, must reach its folder in it.
    private static void OpenTo(string folder)
    {
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
        }
    }
}
