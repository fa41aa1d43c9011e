namespace Regional.LocalServers.Tests;

public sealed class A_start_that_is_refused
{
    [Theory]
    [MemberData(nameof(A_local_server.Kinds), MemberType = typeof(A_local_server))]
    public async Task says_in_one_line_that_another_server_runs_on_the_folder(string kind)
    {
        using var folder = new TemporaryFolder();
        await using var first = await Servers.Start(kind, folder.Path);
        var secrets = Secrets(folder.Path);

        var refusal = await Assert.ThrowsAsync<LocalServerException>(() => Servers.Start(kind, folder.Path));

        Assert.Equal($"A {kind} runs on the folder {folder.Path} already: stop that one, or give this one another folder.", refusal.Message);
        Assert.Equal(secrets, Secrets(folder.Path));
        await first.Keep("fiets");
    }

    [Fact]
    public void names_the_package_that_is_missing()
    {
        using var folder = new TemporaryFolder();
        var refusals = new Func<string>[]
        {
            () => Programs.PostgreSql(folder.Path),
            () => Programs.PostgreSql(folder.File("postgresql")),
            () => Programs.Find(folder.File("redis-server"), "redis-server"),
        }.Select(find => Assert.Throws<MissingServerException>(find).Message);

        Assert.Equal(
            [
                $"{folder.Path}/*/bin/postgres was not found. Run eng/install-servers, which installs Debian's package postgresql.",
                $"{folder.Path}/postgresql/*/bin/postgres was not found. Run eng/install-servers, which installs Debian's package postgresql.",
                $"{folder.Path}/redis-server was not found. Run eng/install-servers, which installs Debian's package redis-server.",
            ],
            refusals);
    }

    [Theory]
    [MemberData(nameof(A_local_server.Kinds), MemberType = typeof(A_local_server))]
    public async Task says_in_one_line_that_the_folder_cannot_be_written_to(string kind)
    {
        var refusal = await Assert.ThrowsAsync<LocalServerException>(() => Servers.Start(kind, "/proc/regional"));

        Assert.StartsWith($"The folder /proc/regional cannot hold the data of {kind}: ", refusal.Message);
        Assert.EndsWith(" Give a folder that you may write to.", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [MemberData(nameof(A_local_server.Kinds), MemberType = typeof(A_local_server))]
    public async Task says_in_one_line_that_others_may_enter_the_folder(string kind)
    {
        using var folder = new TemporaryFolder();
        SetMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);

        var refusal = await Assert.ThrowsAsync<LocalServerException>(() => Servers.Start(kind, folder.Path));

        Assert.Equal($"The folder {folder.Path} of {kind} is open to other users: run `chmod 700 {folder.Path}`, or give another folder.", refusal.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("password", "another")]
    [InlineData("user", "another")]
    public async Task says_in_one_line_that_the_data_have_another_login(string what, string given)
    {
        using var folder = new TemporaryFolder();
        await using (await Servers.Start(Servers.PostgreSql, folder.Path))
        {
        }

        var other = what == "user"
            ? new ServerOptions { Folder = folder.Path, User = given }
            : new ServerOptions { Folder = folder.Path, Password = given };
        var refusal = await Assert.ThrowsAsync<LocalServerException>(() => Servers.Start(Servers.PostgreSql, other));

        Assert.Equal(
            $"{folder.Path}/data was made with another {what} than the one given: give the one in {folder.Path}/{what}, or delete the folder to begin anew.",
            refusal.Message);
        Assert.False(refusal.MayPass);
    }

    [Fact]
    public async Task says_in_one_line_that_the_password_of_the_data_is_gone()
    {
        using var folder = new TemporaryFolder();
        await using (await Servers.Start(Servers.Redis, folder.Path))
        {
        }

        File.Delete(folder.File("password"));
        var refusal = await Assert.ThrowsAsync<LocalServerException>(() => Servers.Start(Servers.Redis, folder.Path));

        Assert.StartsWith($"{folder.Path}/password is missing, and {folder.Path}/data cannot be opened without it:", refusal.Message);
    }

    [Fact]
    public async Task gives_the_last_lines_that_the_server_wrote()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("data"));
        await File.WriteAllTextAsync(folder.File("data/dump.rdb"), "half a file", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("password"), "0123456789012345678901", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<LocalServerException>(() => Servers.Start(Servers.Redis, folder.Path));

        Assert.StartsWith($"redis ended with exit code 1 while it was starting. Its last lines:{Environment.NewLine}    ", refusal.Message);
        Assert.Contains("Wrong signature trying to load DB from file", refusal.Message);
        Assert.Empty(Machine.ProcessesOf(folder.Path));
    }

    private static Dictionary<string, string> Secrets(string folder) =>
        new[] { "password", "redis.conf", "rabbitmq.conf", ".erlang.cookie" }
            .Select(name => Path.Combine(folder, name)).Where(File.Exists).ToDictionary(file => file, File.ReadAllText);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
