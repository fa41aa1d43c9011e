using System.Runtime.Versioning;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_secret_file : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void and_the_folder_made_for_it_are_for_their_owner_only()
    {
        SecretFile.GetOrCreate(_folder.File("keys/a.key"), () => [1]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("keys/a.key")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("keys")));
    }

    [Fact]
    public void is_made_once()
    {
        Assert.Equal([1], SecretFile.GetOrCreate(_folder.File("a.key"), () => [1]));
        Assert.Equal([1], SecretFile.GetOrCreate(_folder.File("a.key"), () => throw new InvalidOperationException("It is there already.")));
    }

    [Fact]
    public void has_one_content_for_all_who_make_it_at_once_and_leaves_nothing_beside_it()
    {
        const int Makers = 4;
        // None goes on before all have seen that there is no file.
        using var all = new Barrier(Makers);
        var contents = new byte[Makers][];
        var makers = Enumerable.Range(0, Makers).Select(i => new Thread(() => contents[i] = SecretFile.GetOrCreate(_folder.File("a.key"), () => { all.SignalAndWait(); return [(byte)i]; }))).ToList();
        makers.ForEach(maker => maker.Start());
        makers.ForEach(maker => maker.Join());

        Assert.All(contents, content => Assert.Equal(contents[0], content));
        Assert.Equal([_folder.File("a.key")], Directory.EnumerateFiles(_folder.Path));
    }
}
