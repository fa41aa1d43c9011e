using System.Collections.Immutable;

namespace Regional.Hosting.Tests;

public sealed class What_is_known_of_a_resource
{
    [Fact]
    public async Task holds_its_addresses_and_what_its_process_was_given()
    {
        var test = new TestApplication();
        var service = test.Add("service").WithEnvironment("GREETING", "hello").WithArgs("--loud");
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceHealthyAsync("service", Limit.Token);

        var known = Known(application, "service");
        Assert.Equal([new("http", service.GetEndpoint("http").Url, false)], known.Urls);
        Assert.Equal("hello", known.EnvironmentVariables.Single(variable => variable is { Name: "GREETING", IsFromSpec: true }).Value);
        Assert.DoesNotContain(known.EnvironmentVariables, variable => variable.Name == "PATH"); // inherited
        Assert.Equal("--loud", ((ImmutableArray<string>)Property(known, "executable.args")!)[^1]);
        Assert.Equal(await service.Pid(), Property(known, "executable.pid"));
        Assert.Equal(DateTimeKind.Utc, known.StartTimeStamp!.Value.Kind);
    }

    [Fact]
    public async Task tells_an_end_by_command_from_one_that_came_by_itself()
    {
        var test = new TestApplication();
        test.Add("service");
        test.Builder.AddExecutable("failing", "sh", "/", "-c", "exit 3");
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("service", Limit.Token);

        await application.ResourceCommands.ExecuteCommandAsync("service", KnownResourceCommands.StopCommand, Limit.Token);
        var failing = await application.ResourceNotifications.WaitForResourceAsync(
            "failing", change => change.Snapshot.State?.Text == KnownResourceStates.Exited, Limit.Token);

        Assert.Equal(new(KnownResourceStates.Exited, null), Known(application, "service").State);
        Assert.Null(Known(application, "service").StartTimeStamp);
        Assert.Equal(new(KnownResourceStates.Exited, KnownResourceStateStyles.Error), failing.Snapshot.State);
    }

    private static object? Property(CustomResourceSnapshot known, string name) => known.Properties.Single(property => property.Name == name).Value;

    private static CustomResourceSnapshot Known(DistributedApplication application, string id) =>
        application.ResourceNotifications.TryGetCurrentState(id, out var known) ? known.Snapshot : throw new KeyNotFoundException(id);
}
