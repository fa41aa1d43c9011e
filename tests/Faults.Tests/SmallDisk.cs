namespace Regional.Faults.Tests;

/// <summary>A disk of a few megabytes, in memory.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Makes one at a path; where that is not allowed the test is skipped, or fails where CI=true.</summary>
    public static async Task<SmallDisk> Mount(string path, int megabytes)
    {
        Directory.CreateDirectory(path);
        await using var mount = new RunningProcess("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m,mode=700", "tmpfs", path]);
        await mount.Exit();
        Assert.SkipWhen(mount.ExitCode != 0 && Environment.GetEnvironmentVariable("CI") != "true", "Only root may mount the small disk that this test fills.");
        Assert.True(mount.ExitCode == 0, string.Join('\n', mount.Output));
        return new(path);
    }

    /// <summary>Leaves no room.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                ballast.Write(new byte[4_096]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Clear() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        await using var unmount = new RunningProcess("umount", ["--lazy", Path]);
        await unmount.Exit();
    }
}
