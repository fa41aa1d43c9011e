namespace Regional.Hosting.Tests;

public sealed class A_resource_under_command
{
    [Fact]
    public async Task is_stopped_and_stays_so_until_it_is_started()
    {
        var test = new TestApplication();
        var project = test.Add("first");
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);
        var pid = await project.Pid();

        Assert.True((await Command(application, "first", KnownResourceCommands.StopCommand)).Success);
        Assert.False(Unix.IsAlive(pid));
        Assert.Equal(KnownResourceStates.Exited, application.State("first"));
        Assert.Equal("first does not run.", (await Command(application, "first", KnownResourceCommands.StopCommand)).Message);

        Assert.True((await Command(application, "first", KnownResourceCommands.StartCommand)).Success);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);
        Assert.NotEqual(pid, await project.Pid());
        Assert.Equal("first has been started already.", (await Command(application, "first", KnownResourceCommands.StartCommand)).Message);
        Assert.DoesNotContain(test.Said, line => line.Contains("started again"));
    }

    [Fact]
    public async Task is_restarted_as_another_process()
    {
        var test = new TestApplication();
        var project = test.Add("first");
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);
        var pid = await project.Pid();

        Assert.True((await application.ResourceCommands.ExecuteCommandAsync(project.Resource, KnownResourceCommands.RestartCommand, Limit.Token)).Success);

        Assert.False(Unix.IsAlive(pid));
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);
        Assert.NotEqual(pid, await project.Pid());
    }

    [Fact]
    public async Task that_is_to_be_started_explicitly_does_not_start_with_the_others()
    {
        var test = new TestApplication();
        test.Add("first").WithExplicitStart();
        test.Add("second");
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("second", Limit.Token);
        Assert.Equal(KnownResourceStates.NotStarted, application.State("first"));

        Assert.True((await Command(application, "first", "resource-start")).Success);

        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);
    }

    [Fact]
    public async Task that_is_stopped_while_it_waits_does_not_start_when_the_wait_is_over()
    {
        var test = new TestApplication();
        var first = test.Add("first").WithExplicitStart();
        test.Add("second").WaitFor(first);
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceAsync("second", KnownResourceStates.Waiting, Limit.Token);

        Assert.True((await Command(application, "second", "resource-stop")).Success);
        await Command(application, "first", "resource-start");
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);

        Assert.Equal(KnownResourceStates.Exited, application.State("second"));
    }

    [Fact]
    public async Task is_told_what_it_does_not_know()
    {
        var test = new TestApplication();
        test.Add("first").WithExplicitStart();
        await using var application = await test.Start();

        Assert.Equal("There is no process of a resource 'third' here.", (await Command(application, "third", "resource-start")).Message);
        Assert.StartsWith("There is no command 'resource-burn'.", (await Command(application, "first", "resource-burn")).Message);
    }

    private static Task<ExecuteCommandResult> Command(DistributedApplication application, string resource, string command) =>
        application.ResourceCommands.ExecuteCommandAsync(resource, command, Limit.Token);
}
