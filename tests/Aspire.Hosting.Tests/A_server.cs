using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Aspire.Hosting.Testing;
using Regional.LocalServers;

namespace Regional.Hosting.Tests;

public sealed class A_server
{
    [Fact]
    public async Task of_each_kind_is_healthy_and_reached_by_the_connection_string_that_a_project_gets()
    {
        var test = Installed();
        var database = test.Builder.AddPostgres("postgres").AddDatabase("database", "leerplicht");
        var (bus, cache) = (test.Builder.AddRabbitMQ("bus"), test.Builder.AddRedis("cache"));
        var project = test.Add("project").WithReference(database).WaitFor(database).WithReference(bus).WaitFor(bus).WithReference(cache).WaitFor(cache);
        await using var application = await test.Start();

        var environment = await application.EnvironmentOf(project);

        var sql = new NpgsqlConnectionStringBuilder(environment["ConnectionStrings__database"]);
        Assert.Equal(("127.0.0.1", "postgres", "leerplicht"), (sql.Host, sql.Username, sql.Database));
        Assert.Equal("leerplicht", await Query(sql.ConnectionString, "select current_database()"));
        Assert.Matches("^amqp://guest:[^@]{22}@127.0.0.1:[0-9]+$", environment["ConnectionStrings__bus"]);
        Assert.Matches("^127.0.0.1:[0-9]+,password=.{22}$", environment["ConnectionStrings__cache"]);
        Assert.Equal(sql.Password, environment["DATABASE_PASSWORD"]);
        Assert.Equal("leerplicht", environment["DATABASE_DATABASENAME"]);
        Assert.Equal($"postgresql://postgres:{sql.Password}@127.0.0.1:{sql.Port}/leerplicht", environment["DATABASE_URI"]);
        Assert.Equal($"redis://:{environment["CACHE_PASSWORD"]}@127.0.0.1:{environment["CACHE_PORT"]}", environment["CACHE_URI"]);
        Assert.All(["postgres", "database", "bus", "cache"], name => Assert.Equal(HealthStatus.Healthy, Health(application, name)));
        Assert.Contains(await application.Log(test.Resource("postgres")), line => line.Contains("ready to accept connections", StringComparison.Ordinal));
    }

    [Fact]
    public async Task that_crashes_is_started_again_with_its_data_at_the_same_address()
    {
        using var folder = new TemporaryFolder();
        var test = Installed($"--Aspire:Store:Path={folder.Path}");
        var server = test.Builder.AddPostgres("postgres").WithDataVolume();
        var database = server.AddDatabase("database");
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("database", Limit.Token);
        var address = (await application.GetConnectionStringAsync("database", Limit.Token))!;
        await Query(address, "create table words (word text); insert into words values ('fiets')");

        Unix.Signal(int.Parse((await File.ReadAllLinesAsync(folder.File("postgres-data/data/postmaster.pid"), Limit.Token))[0]), Unix.Kill);
        await application.ResourceNotifications.WaitForResourceAsync("database", KnownResourceStates.Exited, Limit.Token);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("database", Limit.Token);

        NpgsqlConnection.ClearAllPools();
        Assert.Equal("fiets", await Query(address, "select word from words"));
        Assert.Contains(test.Said, line => line.StartsWith("postgres was ended by signal 9; it is started again in 0.5 s.", StringComparison.Ordinal));
        Assert.Equal("database", Assert.Single(server.Resource.Databases).Value);
        Assert.Same(server.Resource, database.Resource.Parent);
    }

    [Fact]
    public async Task keeps_its_data_and_its_password_in_its_volume_from_one_start_to_the_next()
    {
        using var folder = new TemporaryFolder();
        var strings = new List<string>();
        for (var start = 0; start < 2; start++)
        {
            var test = Installed($"--Aspire:Store:Path={folder.Path}");
            test.Builder.AddRedis("cache").WithDataVolume();
            await using var application = await test.Start();
            await application.ResourceNotifications.WaitForResourceHealthyAsync("cache", Limit.Token);
            strings.Add((await application.GetConnectionStringAsync("cache", Limit.Token))!.Split(',')[1]);
        }

        Assert.Equal(strings[0], strings[1]);
        Assert.True(Directory.Exists(folder.File("cache-data/data")));
    }

    [Fact]
    public async Task has_the_login_and_the_port_that_it_is_given()
    {
        var test = Installed("--Parameters:name=someone", "--Parameters:word=of-our-own.choice_1", "--DcpPublisher:RandomizePorts=false");
        var port = Regional.LocalServers.Processes.LoopbackPort.Free();
        test.Builder.AddPostgres("postgres", test.Builder.AddParameter("name"), test.Builder.AddParameter("word", secret: true), port);
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceHealthyAsync("postgres", Limit.Token);

        var address = (await application.GetConnectionStringAsync("postgres", Limit.Token))!;
        Assert.Equal($"Host=127.0.0.1;Port={port};Username=someone;Password=of-our-own.choice_1", address);
        Assert.Equal("someone", await Query(address + ";Database=postgres", "select current_user"));
    }

    [Fact]
    public async Task that_is_stopped_takes_its_database_with_it_and_both_come_back()
    {
        var test = Installed();
        test.Builder.AddPostgres("postgres").AddDatabase("database");
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("database", Limit.Token);

        await application.ResourceCommands.ExecuteCommandAsync("postgres", KnownResourceCommands.StopCommand, Limit.Token);
        await application.ResourceNotifications.WaitForResourceAsync("database", KnownResourceStates.Exited, Limit.Token);
        Assert.Equal(KnownResourceStates.Exited, application.State("postgres"));

        await application.ResourceCommands.ExecuteCommandAsync("postgres", KnownResourceCommands.StartCommand, Limit.Token);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("database", Limit.Token);
    }

    [Fact]
    public async Task whose_data_have_another_password_is_not_started_and_says_why_once()
    {
        using var folder = new TemporaryFolder();
        await using (await RedisServer.StartAsync(new() { Folder = folder.File("cache"), Password = "another" }, Limit.Token))
        {
        }

        var test = Installed();
        test.Builder.AddRedis("cache").WithDataBindMount(folder.File("cache"));
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceAsync("cache", KnownResourceStates.FailedToStart, Limit.Token);

        var line = Assert.Single(test.Said, line => line.StartsWith("cache is not started: ", StringComparison.Ordinal));
        Assert.Contains("was made with another password than the one given", line);
    }

    [Fact]
    public async Task that_is_given_what_it_cannot_take_keeps_the_application_from_starting()
    {
        var test = Installed();
        test.Builder.AddRedis("cache").WithEnvironment("LEVEL", "debug");

        var refusal = await Assert.ThrowsAsync<DistributedApplicationException>(test.Start);

        Assert.StartsWith("'cache' is run by a program of this machine, which takes no environment and no arguments from here.", refusal.Message);
        Assert.Throws<DistributedApplicationException>(() => new TestApplication().Builder.AddRedis("cache").WithDataVolume());
        Assert.Throws<DistributedApplicationException>(() => new TestApplication().Builder.AddRedis("cache").WithDataBindMount("data", isReadOnly: true));
    }

    private static TestApplication Installed(params string[] arguments)
    {
        try
        {
            _ = (Programs.PostgreSql(), Programs.RabbitMq(), Programs.Redis());
        }
        catch (MissingServerException missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(missing.Message);
        }

        return new(arguments);
    }

    private static HealthStatus? Health(DistributedApplication application, string resource) =>
        application.ResourceNotifications.TryGetCurrentState(resource, out var known) ? known.Snapshot.HealthStatus : null;

    private static async Task<string?> Query(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Limit.Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync(Limit.Token))?.ToString();
    }
}
