using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.Subjects.Tests;

public sealed class A_secret_key : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SqliteDatabase _database = null!;

    private string KeyFile => _folder.File("keys/leerplicht.key");

    public async ValueTask InitializeAsync()
    {
        _database = SqliteDatabase.Open(_folder.File("subjects.db"));
        await Migrations.Apply(_database, typeof(SubjectStore).Assembly);
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task is_one_for_all_who_open_it_at_once()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => (await Keys()).Get("leerplicht"), TestContext.Current.CancellationToken)));

        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.Equal(32, keys[0].Length);
        Assert.Single(Directory.EnumerateFiles(_folder.File("keys")));
    }

    [Fact]
    public async Task differs_by_name()
    {
        var keys = await Keys("leerplicht", "toelaatbaarheid");

        Assert.NotEqual(keys.Get("leerplicht"), keys.Get("toelaatbaarheid"));
    }

    [Fact]
    public async Task is_read_by_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has access rules of the folder instead of a file mode.");
            return;
        }

        await Keys();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("keys")));
    }

    [Fact]
    public async Task that_is_damaged_stops_the_start_and_is_named()
    {
        await Keys();
        File.WriteAllBytes(KeyFile, [1, 2, 3]);

        Assert.Contains("leerplicht.key is damaged", (await Assert.ThrowsAsync<StartupFaultException>(() => Keys("resume-token"))).Message);
    }

    [Fact]
    public async Task that_was_lost_stops_the_start_and_is_not_made_anew()
    {
        await Keys();
        File.Delete(KeyFile);

        Assert.Contains("leerplicht.key is missing", (await Assert.ThrowsAsync<StartupFaultException>(() => Keys("resume-token"))).Message);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task that_is_another_stops_the_start()
    {
        await Keys();
        File.WriteAllBytes(KeyFile, new byte[32]);

        Assert.Contains("another key", (await Assert.ThrowsAsync<StartupFaultException>(() => Keys("resume-token"))).Message);
    }

    private async Task<SecretKeys> Keys(params string[] names)
    {
        var keys = new SecretKeys(_folder.File("keys"), _database);
        await keys.Open(names is [] ? ["leerplicht"] : names);
        return keys;
    }
}
