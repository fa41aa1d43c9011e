using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Regional.Hosting.Tests;

public sealed class A_project
{
    [Fact]
    public async Task finds_the_endpoints_of_a_project_that_it_references_in_its_environment()
    {
        var test = new TestApplication();
        var first = test.Add("first-one").WithHttpEndpoint(name: "grpc").WithEndpoint("grpc", endpoint => endpoint.Transport = "http2");
        var second = test.Add("second").WithReference(first);
        await using var application = await test.Start();

        var environment = await application.EnvironmentOf(second);

        var (http, grpc) = (first.GetEndpoint("http"), first.GetEndpoint("grpc"));
        Assert.Equal($"http://127.0.0.1:{http.Port}", http.Url);
        Assert.Equal(http.Url, environment["services__first-one__http__0"]);
        Assert.Equal(http.Url, environment["FIRST_ONE_HTTP"]);
        Assert.Equal(grpc.Url, environment["services__first-one__grpc__0"]);
        Assert.Equal(grpc.Url, environment["FIRST_ONE_GRPC"]);
    }

    [Fact]
    public async Task is_told_where_to_listen_in_which_protocol_and_that_this_is_development()
    {
        var test = new TestApplication();
        var project = test.Add("first").WithHttpEndpoint(name: "grpc").WithEndpoint("grpc", endpoint => endpoint.Transport = "http2");
        await using var application = await test.Start();

        var environment = await application.EnvironmentOf(project);

        Assert.Equal(project.GetEndpoint("http").Url, environment["Kestrel__Endpoints__http__Url"]);
        Assert.Equal("Http1", environment["Kestrel__Endpoints__http__Protocols"]);
        Assert.Equal(project.GetEndpoint("grpc").Url, environment["Kestrel__Endpoints__grpc__Url"]);
        Assert.Equal("Http2", environment["Kestrel__Endpoints__grpc__Protocols"]);
        Assert.Equal("Development", environment["ASPNETCORE_ENVIRONMENT"]);
        Assert.Equal("Development", environment["DOTNET_ENVIRONMENT"]);
        Assert.Equal("first", environment["OTEL_SERVICE_NAME"]);
    }

    [Fact]
    public async Task whose_port_another_program_has_gets_a_free_one_and_that_is_said()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = ((IPEndPoint)listener.LocalEndpoint).Port;
        var test = new TestApplication("--DcpPublisher:RandomizePorts=false");
        var project = test.Add("first").WithEndpoint("http", endpoint => endpoint.Port = taken);
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);

        var port = project.GetEndpoint("http").Port;
        Assert.NotEqual(taken, port);
        Assert.Contains($"Port {taken}, for endpoint 'http' of 'first', is in use by another program: it gets {port} instead.", test.Said);
    }

    [Fact]
    public async Task whose_port_another_AppHost_has_given_away_gets_a_free_one()
    {
        var port = Regional.LocalServers.Processes.LoopbackPort.Free();
        var (one, other) = (new TestApplication("--DcpPublisher:RandomizePorts=false"), new TestApplication("--DcpPublisher:RandomizePorts=false"));
        one.Builder.AddExecutable("first", "sleep", ".", "600").WithHttpEndpoint(port, name: "http"); // it never listens
        other.Builder.AddExecutable("first", "sleep", ".", "600").WithHttpEndpoint(port, name: "http");
        await using var running = await one.Start();
        await using var second = await other.Start();

        Assert.Contains(other.Said, line => line.StartsWith($"Port {port}, for endpoint 'http' of 'first', is in use by another program", StringComparison.Ordinal));
        Assert.DoesNotContain(one.Said, line => line.StartsWith("Port", StringComparison.Ordinal));
    }

    [Fact]
    public async Task gets_the_variables_that_it_is_given_the_last_one_counts()
    {
        var test = new TestApplication();
        var project = test.Add("first");
        project.WithEnvironment("Data__Path", "elsewhere").WithEnvironment("Data__Path", "data").WithEnvironment("SELF", project.GetEndpoint("http"))
            .WithEnvironment("OTEL_SERVICE_NAME", "another").WithHttpEndpoint(name: "extra", env: "EXTRA_PORT");
        await using var application = await test.Start();

        var environment = await application.EnvironmentOf(project);

        Assert.Equal("data", environment["Data__Path"]);
        Assert.Equal(project.GetEndpoint("http").Url, environment["SELF"]);
        Assert.Equal("another", environment["OTEL_SERVICE_NAME"]);
        Assert.Equal(project.GetEndpoint("extra").Port.ToString(CultureInfo.InvariantCulture), environment["EXTRA_PORT"]);
    }

    [Fact]
    public async Task waits_for_another_until_that_one_is_healthy()
    {
        var obstacle = Path.GetTempFileName();
        var test = new TestApplication();
        var first = test.Add("first").WithEnvironment("UNHEALTHY_WHILE", obstacle);
        test.Add("second").WaitFor(first);
        await using var application = await test.Start();
        var resources = application.ResourceNotifications;

        // The first is heard to be unhealthy: the second has had its chance to start too early.
        var sick = await resources.WaitForResourceAsync(
            "first", change => change.Snapshot.HealthReports.Any(report => report.Description?.Contains("503") == true), Limit.Token);
        Assert.Equal((KnownResourceStates.Running, HealthStatus.Unhealthy), (sick.Snapshot.State?.Text, sick.Snapshot.HealthStatus));
        Assert.True(resources.TryGetCurrentState("second", out var waiting));
        Assert.Equal(KnownResourceStates.Waiting, waiting.Snapshot.State?.Text);

        File.Delete(obstacle);
        await resources.WaitForResourceHealthyAsync("second", Limit.Token);
    }

    [Fact]
    public async Task that_dies_is_started_again_and_it_is_said()
    {
        var test = new TestApplication();
        var project = test.Add("first");
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);
        var pid = await project.Pid();
        var exited = application.ResourceNotifications.WaitForResourceAsync("first", change => change.Snapshot.ExitCode is not null, Limit.Token);

        var die = new Uri(project.GetEndpoint("http").Url + "/die/7");
        await Assert.ThrowsAsync<HttpRequestException>(() => TestApplication.Client.PostAsync(die, null, Limit.Token));

        Assert.Equal(7, (await exited).Snapshot.ExitCode);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);
        Assert.NotEqual(pid, await project.Pid());
        Assert.Contains("first exited with code 7; it is started again in 0.5 s.", test.Said);
    }

    [Fact]
    public async Task that_dies_at_its_start_is_said_with_its_last_lines()
    {
        var test = new TestApplication();
        test.Add("first").WithEnvironment("DIE_AT_START", "no such table: signals");
        await using var application = await test.Start();

        await Limit.Until(() => test.Said.Any(line => line.Contains("in 1 s")));

        var lines = $"Its last lines:{Environment.NewLine}    no such table: signals";
        Assert.Contains($"first exited with code 3; it is started again in 0.5 s. {lines}", test.Said);
        Assert.Contains($"first exited with code 3; it is started again in 1 s. {lines}", test.Said);
    }

    [Fact]
    public async Task that_dies_of_an_exception_is_said_with_its_message_and_without_its_stack_trace()
    {
        var test = new TestApplication();
        test.Add("first").WithEnvironment("THROW_AT_START", "no such table: signals");
        await using var application = await test.Start();

        await Limit.Until(() => test.Said.Any(line => line.Contains("it is started again")));

        var said = test.Said.First(line => line.Contains("it is started again"));
        Assert.Contains("Its last lines:", said);
        Assert.Contains("Unhandled exception. System.InvalidOperationException: no such table: signals", said);
        Assert.DoesNotContain("   at ", said);
    }

    [Fact]
    public async Task has_all_that_it_writes_in_its_log_to_the_last_line()
    {
        var test = new TestApplication();
        var project = test.Add("first");
        var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);
        var logs = application.Logs();
        var reading = Task.Run(async () =>
        {
            var lines = new List<LogLine>();
            await foreach (var batch in logs.WatchAsync(project.Resource))
            {
                lines.AddRange(batch);
            }

            return lines;
        });

        await TestApplication.Client.PostAsync(new Uri(project.GetEndpoint("http").Url + "/write/100000"), null, Limit.Token);
        await application.DisposeAsync();

        var log = await reading.WaitAsync(Limit.Token);
        Assert.Equal(Enumerable.Range(1, log.Count), log.Select(line => line.LineNumber).Order());
        Assert.Equal(100_000, log.Where(line => line.Content.StartsWith('x')).Sum(line => line.Content.Length));
        Assert.All(log, line => Assert.InRange(line.Content.Length, 0, 16_384)); // a line without end is cut, so that it does not fill the memory
        Assert.Contains(log, line => line.Content.Contains("Application is shutting down"));
    }
}
