using System.Globalization;

namespace Regional.Hosting.Tests;

public sealed class A_project_of_several_replicas
{
    [Fact]
    public async Task is_found_at_the_ports_of_each()
    {
        var test = new TestApplication();
        var first = test.Add("first").WithReplicas(2).WithHttpEndpoint(name: "extra", env: "EXTRA_PORT");
        var second = test.Add("second").WithReference(first).WaitFor(first);
        await using var application = await test.Start();

        var environment = await application.EnvironmentOf(second);

        string[] addresses = [environment["services__first__http__0"], environment["services__first__http__1"]];
        Assert.Equal(first.GetEndpoint("http").Url, addresses[0]);
        Assert.Equal(2, addresses.Distinct().Count());
        Assert.Equal(addresses[0], environment["FIRST_HTTP"]);
        Assert.False(environment.ContainsKey("services__first__http__2"));
        for (var replica = 0; replica < 2; replica++)
        {
            var own = await TestApplication.EnvironmentAt(addresses[replica]);
            Assert.Equal(new Uri(environment[$"services__first__extra__{replica}"]).Port.ToString(CultureInfo.InvariantCulture), own["EXTRA_PORT"]);
        }
    }

    [Fact]
    public async Task loses_one_and_keeps_the_other()
    {
        var test = new TestApplication();
        var first = test.Add("first").WithReplicas(2);
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first-0", Limit.Token);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first-1", Limit.Token);
        var pid = await first.Pid();
        var exited = application.ResourceNotifications.WaitForResourceAsync("first-1", change => change.Snapshot.ExitCode == 7, Limit.Token);

        var die = new Uri(first.Resource.Annotations.OfType<EndpointAnnotation>().Single().Replicas[1].UriString + "/die/7");
        await Assert.ThrowsAsync<HttpRequestException>(() => TestApplication.Client.PostAsync(die, null, Limit.Token));

        await exited;
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first-1", Limit.Token);
        Assert.Equal(pid, await first.Pid());
        Assert.Contains("first-1 exited with code 7; it is started again in 0.5 s.", test.Said);
    }

    [Fact]
    public async Task is_stopped_as_a_whole_or_one_by_one()
    {
        var test = new TestApplication();
        test.Add("first").WithReplicas(2);
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first-0", Limit.Token);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first-1", Limit.Token);

        await application.ResourceCommands.ExecuteCommandAsync("first-1", KnownResourceCommands.StopCommand, Limit.Token);
        Assert.Equal((KnownResourceStates.Running, KnownResourceStates.Exited), (application.State("first-0"), application.State("first-1")));

        await application.ResourceCommands.ExecuteCommandAsync("first", KnownResourceCommands.RestartCommand, Limit.Token);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first-1", Limit.Token);
    }

    [Fact]
    public void has_at_least_one()
    {
        var first = new TestApplication().Add("first");

        Assert.Equal("'first' has 0 replicas. Give it at least one.", Assert.Throws<DistributedApplicationException>(() => first.WithReplicas(0)).Message);
    }
}
