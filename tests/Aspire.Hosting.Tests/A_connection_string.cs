namespace Regional.Hosting.Tests;

public sealed class A_connection_string
{
    [Fact]
    public async Task reaches_a_project_whole_and_in_parts()
    {
        var test = new TestApplication("--Parameters:password=p{a}ss");
        var server = test.Add("server");
        var database = test.Builder.AddResource(new Database("signals-db", server.Resource, test.Builder.AddParameter("password", secret: true).Resource));
        var project = test.Add("project").WithReference(database).WithReference(database, "renamed").WithEnvironment("OWN", database)
            .WithEnvironment("CALLBACK", () => "called").WithEnvironment("ADDRESS", $"{{{server.GetEndpoint("http").Property(EndpointProperty.HostAndPort)}}}");
        await using var application = await test.Start();

        var environment = await application.EnvironmentOf(project);

        var port = server.GetEndpoint("http").Port;
        var whole = $"Host=127.0.0.1;Port={port};Password=p{{a}}ss";
        Assert.Equal(whole, environment["ConnectionStrings__signals-db"]);
        Assert.Equal(whole, environment["ConnectionStrings__renamed"]);
        Assert.Equal(whole, environment["OWN"]);
        Assert.Equal("127.0.0.1", environment["SIGNALS_DB_HOST"]);
        Assert.Equal("p{a}ss", environment["RENAMED_PASSWORD"]);
        Assert.Equal("called", environment["CALLBACK"]);
        Assert.Equal($"{{127.0.0.1:{port}}}", environment["ADDRESS"]);
        Assert.Equal(
            "Host={server.bindings.http.host};Port={server.bindings.http.port};Password={password.value}",
            database.Resource.ConnectionStringExpression.ValueExpression);
    }

    [Fact]
    public async Task is_that_of_a_server_elsewhere_where_it_is_configured()
    {
        var test = new TestApplication("--ConnectionStrings:bus=amqp://elsewhere");
        var (bus, cache) = (test.Builder.AddConnectionString("bus", "BUS_URL"), test.Builder.AddConnectionString("cache"));
        var project = test.Add("project").WithReference(bus).WithReference(cache, optional: true);
        await using var application = await test.Start();

        var environment = await application.EnvironmentOf(project);

        Assert.Equal("amqp://elsewhere", environment["BUS_URL"]);
        Assert.False(environment.ContainsKey("ConnectionStrings__cache"));
        Assert.Equal((KnownResourceStates.Running, KnownResourceStates.ValueMissing), (application.State("bus"), application.State("cache")));
    }

    [Fact]
    public async Task that_is_needed_and_not_configured_keeps_the_project_from_starting_and_is_said()
    {
        var test = new TestApplication();
        test.Add("project").WithReference(test.Builder.AddConnectionString("bus"));
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceAsync("project", KnownResourceStates.FailedToStart, Limit.Token);

        Assert.Contains(
            "project is not started: Connection string 'bus' has no value. Give it one as ConnectionStrings:bus in the AppHost's configuration, "
            + "for instance by the environment variable ConnectionStrings__bus.",
            test.Said);
    }

    [Fact]
    public async Task of_a_part_is_there_while_the_whole_runs()
    {
        var test = new TestApplication("--Parameters:password=pass");
        var server = test.Add("server").WithExplicitStart();
        var database = test.Builder.AddResource(new Database("database", server.Resource, test.Builder.AddParameter("password").Resource));
        test.Add("project").WaitFor(database);
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceAsync("project", KnownResourceStates.Waiting, Limit.Token);
        Assert.Equal(KnownResourceStates.NotStarted, application.State("database"));

        await application.ResourceCommands.ExecuteCommandAsync("server", KnownResourceCommands.StartCommand, Limit.Token);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("project", Limit.Token);
        Assert.Equal(KnownResourceStates.Running, application.State("database"));

        await application.ResourceCommands.ExecuteCommandAsync("server", KnownResourceCommands.StopCommand, Limit.Token);
        await application.ResourceNotifications.WaitForResourceAsync("database", KnownResourceStates.Exited, Limit.Token);
    }

    private sealed class Database(string name, ProjectResource server, ParameterResource password)
        : Resource(name), IResourceWithConnectionString, IResourceWithParent<ProjectResource>
    {
        private readonly EndpointReference _endpoint = new(server, "http");

        public ProjectResource Parent => server;

        public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
            $"Host={_endpoint.Property(EndpointProperty.Host)};Port={_endpoint.Property(EndpointProperty.Port)};Password={password}");

        public IEnumerable<KeyValuePair<string, ReferenceExpression>> GetConnectionProperties() =>
        [
            new("Host", ReferenceExpression.Create($"{_endpoint.Property(EndpointProperty.Host)}")),
            new("Password", ReferenceExpression.Create($"{password}")),
        ];
    }
}
