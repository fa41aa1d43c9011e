using Regional.Tests;

namespace Regional.Subjects.Tests;

public sealed class A_secret_key : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task is_one_for_all_who_open_it_at_once()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => new SecretKeys(_folder.File("keys")).Get("leerplicht"), TestContext.Current.CancellationToken)));

        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Equal(32, keys[0].Length);
        Assert.Single(Directory.EnumerateFiles(_folder.File("keys")));
    }

    [Fact]
    public void differs_by_name()
    {
        var keys = new SecretKeys(_folder.File("keys"));

        Assert.NotEqual(keys.Get("leerplicht"), keys.Get("toelaatbaarheid"));
    }

    [Fact]
    public void is_read_by_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has access rules of the folder instead of a file mode.");
            return;
        }

        new SecretKeys(_folder.File("keys")).Get("leerplicht");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("keys/leerplicht.key")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("keys")));
    }

    [Fact]
    public void that_is_damaged_is_named()
    {
        new SecretKeys(_folder.File("keys")).Get("leerplicht");
        File.WriteAllBytes(_folder.File("keys/leerplicht.key"), [1, 2, 3]);

        var fault = Assert.Throws<InvalidDataException>(() => new SecretKeys(_folder.File("keys")).Get("leerplicht"));

        Assert.Contains("leerplicht.key", fault.Message);
    }
}
