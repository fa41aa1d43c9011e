namespace Regional.Tests;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("regional-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Waits until nobody holds a lock file in the folder: a program that was stopped gives its files back on a thread of its own, which may take
    /// longer than the stop of its factory.</summary>
    public async Task WaitUntilReleased()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        foreach (var file in Directory.EnumerateFiles(Path, "*.lock", SearchOption.AllDirectories))
        {
            while (IsHeld(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
            }
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static bool IsHeld(string file)
    {
        try
        {
            using var taken = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
