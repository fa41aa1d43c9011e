using Npgsql;
using LoopbackPort = Regional.LocalServers.Processes.LoopbackPort;

namespace Regional.LocalServers.Tests;

public sealed class A_local_server(PostgreSqlFixture postgreSql, RabbitMqFixture rabbitMq, RedisFixture redis)
{
    public static TheoryData<string> Kinds => [Servers.PostgreSql, Servers.RabbitMq, Servers.Redis];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task serves_its_client_library_and_leaves_no_process_and_no_folder_when_it_is_disposed(string kind)
    {
        string folder;
        await using (var server = await Servers.Start(kind))
        {
            folder = Path.GetDirectoryName(server.LogFile)!;
            await server.Keep("fiets");

            Assert.Equal("fiets", await server.Kept());
            Assert.Contains("eady", await File.ReadAllTextAsync(server.LogFile, TestContext.Current.CancellationToken)); // "ready to accept connections"
            Assert.NotEmpty(Machine.ProcessesOf(folder));
        }

        Assert.Empty(Machine.ProcessesOf(folder)); // an `epmd -daemon` would have the folder in its environment
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task keeps_data_and_password_in_a_given_folder(string kind)
    {
        using var folder = new TemporaryFolder();
        await using (var first = await Servers.Start(kind, folder.Path))
        {
            await first.Keep("fiets");
        }

        var password = await File.ReadAllTextAsync(folder.File("password"), TestContext.Current.CancellationToken);
        await using var second = await Servers.Start(kind, folder.Path);

        Assert.Equal("fiets", await second.Kept());
        Assert.Contains(password, second.ConnectionString);
        Assert.True(password.Length >= 22);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(folder.File("password")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task listens_at_the_port_and_lets_in_the_login_that_it_is_given(string kind)
    {
        var options = new ServerOptions { Port = LoopbackPort.Free(), User = "someone", Password = "of-our-own_choice.1" };
        await using var server = await Servers.Start(kind, options);

        await server.Keep("fiets");

        Assert.Equal("fiets", await server.Kept());
        Assert.Equal(options.Port, server.Port);
        Assert.Contains($"{options.Port}", server.ConnectionString);
        Assert.Contains(options.Password, server.ConnectionString);
        Assert.Equal(kind != Servers.Redis, server.ConnectionString.Contains(options.User, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task tells_when_it_has_ended(string kind)
    {
        await using var server = await Servers.Start(kind);
        var end = server.WaitForExitAsync(Limit.Token);
        Assert.False(end.IsCompleted);
        Assert.Null(server.ExitCode);

        server.Kill();

        Assert.Equal(128 + Unix.Kill, await end);
    }

    [Fact]
    public async Task of_PostgreSQL_makes_a_database_of_any_name_once()
    {
        var server = await postgreSql.Server();
        const string name = "Leerplicht \"oost\"; --";

        await Assert.ThrowsAsync<PostgresException>(() => server.CheckDatabaseAsync(name, Limit.Token));
        await server.EnsureDatabaseAsync(name, Limit.Token);
        await server.EnsureDatabaseAsync(name, Limit.Token);

        await server.CheckDatabaseAsync(name, Limit.Token);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task has_a_folder_below_one_that_nobody_else_may_enter(string kind)
    {
        using var folder = new TemporaryFolder(); // for its owner only
        await using var server = await Servers.Start(kind, folder.File("data of its own"));

        await server.Keep("fiets");

        Assert.Equal("fiets", await server.Kept());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task carries_the_mark_by_which_the_reaper_finds_it(string kind)
    {
        await using var server = await Servers.Start(kind);

        // Workers that write their titles over theirs end with the server.
        Assert.Contains("REGIONAL_REAPER_MARK=", Machine.EnvironmentOf(server.ProcessIds[0]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task runs_beside_another_of_its_kind(string kind)
    {
        LocalServer one = kind switch
        {
            Servers.PostgreSql => await postgreSql.Server(),
            Servers.RabbitMq => await rabbitMq.Server(),
            _ => await redis.Server(),
        };
        await using var other = await Servers.Start(kind);

        await one.Keep("fiets");
        await other.Keep("step");

        Assert.Equal(("fiets", "step"), (await one.Kept(), await other.Kept()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task that_was_killed_starts_again_at_the_same_address_with_what_it_confirmed(string kind)
    {
        await using var server = await Servers.Start(kind);
        await server.Keep("fiets");
        var (address, before) = (server.ConnectionString, server.ProcessIds);

        server.Kill();

        Assert.NotEmpty(before);
        await Limit.Until(() => !before.Any(Unix.IsAlive));
        Assert.Empty(server.ProcessIds);
        await server.RestartAsync(Limit.Token);
        Assert.Equal(address, server.ConnectionString);
        if (kind != Servers.Redis) // it holds what may be lost
        {
            await Limit.Until(async () => await server.Kept() == "fiets"); // a queue may still be read back from the disk
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task does_nothing_while_it_is_frozen_and_can_be_thawed_or_disposed(string kind)
    {
        await using var server = await Servers.Start(kind);
        var processes = server.ProcessIds;

        server.Freeze();
        await Limit.Until(() => server.ProcessIds.All(Machine.IsFrozen));
        var keep = server.Keep("fiets");
        Assert.NotEmpty(server.ProcessIds);
        Assert.False(keep.IsCompleted);

        server.Thaw();
        await keep;
        Assert.Equal("fiets", await server.Kept());

        server.Freeze();
        await server.DisposeAsync();

        await Limit.Until(() => !processes.Any(Unix.IsAlive));
    }

    [Fact]
    public async Task gives_fresh_databases_and_virtual_hosts_to_many_who_ask_at_once()
    {
        var (sql, bus) = (await postgreSql.Server(), await rabbitMq.Server());
        var databases = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sql.CreateDatabaseAsync(Limit.Token)));
        var virtualHosts = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bus.CreateVirtualHostAsync(Limit.Token)));

        Assert.Distinct(await databases);
        Assert.Distinct(await virtualHosts);
        await Task.WhenAll((await virtualHosts).Select(address => Servers.Send(address, "fiets")));
    }

    [Fact]
    public async Task shows_no_password_to_those_who_list_the_processes()
    {
        var shown = new HashSet<string>();
        var starts = Task.WhenAll(Kinds.Select(kind => Servers.Start(kind.Data)));
        while (!starts.IsCompleted)
        {
            shown.UnionWith(Machine.CommandLines);
            await Task.WhenAny(starts, Task.Delay(5, TestContext.Current.CancellationToken));
        }

        var servers = await starts;
        shown.UnionWith(Machine.CommandLines);
        foreach (var server in servers)
        {
            var folder = Path.GetDirectoryName(server.LogFile)!;
            var files = new[] { "password", ".erlang.cookie" }.Select(name => Path.Combine(folder, name)).Where(File.Exists);
            var secrets = files.Select(File.ReadAllText).ToList();
            await server.DisposeAsync();
            Assert.NotEmpty(secrets);
            Assert.Contains(shown, line => line.Contains(folder, StringComparison.Ordinal) || line.Contains($":{server.Port}", StringComparison.Ordinal));
            Assert.DoesNotContain(shown, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
        }
    }

    private static UnixFileMode Mode(string file) => OperatingSystem.IsLinux() ? File.GetUnixFileMode(file) : default;
}
