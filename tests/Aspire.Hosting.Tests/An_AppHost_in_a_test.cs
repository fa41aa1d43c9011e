using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;

namespace Regional.Hosting.Tests;

public sealed class An_AppHost_in_a_test
{
    [Fact]
    public async Task runs_as_it_is_described_at_free_ports_until_the_test_has_done_with_it()
    {
        string[] arguments = ["--first-port=1"];
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Aspire_Hosting_Tests_AppHost>(arguments, Limit.Token);
        Assert.Equal(["first", "second"], builder.Resources.Select(resource => resource.Name));
        Assert.Equal(Path.GetDirectoryName(Projects.Aspire_Hosting_Tests_AppHost.ProjectPath), builder.AppHostDirectory);
        await using var application = await builder.BuildAsync(Limit.Token);
        Assert.Throws<InvalidOperationException>(() => application.GetEndpoint("first"));

        await application.StartAsync(Limit.Token);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("second", Limit.Token);
        using var client = application.CreateHttpClient("second", "http");
        var pid = int.Parse(await client.GetStringAsync("/pid", Limit.Token), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(application.GetEndpoint("second"), client.BaseAddress);
        Assert.True(Unix.IsAlive(pid));
        Assert.NotEqual(1, application.GetEndpoint("first").Port);

        await application.StopAsync(Limit.Token);
        Assert.False(Unix.IsAlive(pid));
    }

    [Fact]
    public async Task is_changed_by_the_test_before_it_is_built()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync(
            typeof(Projects.Aspire_Hosting_Tests_AppHost),
            [],
            (_, settings) => settings.Configuration!.AddInMemoryCollection([KeyValuePair.Create("first:MOOD", (string?)"good")]),
            Limit.Token);
        builder.Configuration["ConnectionStrings:bus"] = "amqp://elsewhere";
        builder.AddConnectionString("bus");
        await using var application = await builder.BuildAsync(Limit.Token);
        await application.StartAsync(Limit.Token);
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);

        var environment = await TestApplication.EnvironmentAt(application.GetEndpoint("first").OriginalString);

        Assert.Equal("good", environment["MOOD"]);
        Assert.Equal("amqp://elsewhere", await application.GetConnectionStringAsync("bus", Limit.Token));
        Assert.Equal("There is no resource 'third'. (Parameter 'name')", Assert.Throws<ArgumentException>(() => application.GetEndpoint("third")).Message);
        Assert.StartsWith("Resource 'first' has no endpoint 'grpc'.", Assert.Throws<ArgumentException>(() => application.GetEndpoint("first", "grpc")).Message);
    }

    [Fact]
    public async Task that_cannot_start_tells_the_test_why()
    {
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Aspire_Hosting_Tests_AppHost>(Limit.Token);
        builder.AddParameter("api-key");
        await using var application = await builder.BuildAsync(Limit.Token);

        await Assert.ThrowsAsync<MissingParameterValueException>(() => application.StartAsync(Limit.Token));
    }

    [Fact]
    public async Task that_describes_nothing_or_is_no_AppHost_is_said()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => DistributedApplicationTestingBuilder.CreateAsync<Projects.Aspire_Hosting_Tests_AppHost>(["--describe-nothing=true"], Limit.Token));
        Assert.Equal("The program of Regional.Aspire.Hosting.Tests.AppHost has ended without building an application.", fault.Message);

        fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => DistributedApplicationTestingBuilder.CreateAsync(typeof(DistributedApplication), Limit.Token));
        Assert.Equal("Aspire.Hosting is not a program.", fault.Message);
    }

    [Fact]
    public async Task that_is_given_up_leaves_nothing()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Aspire_Hosting_Tests_AppHost>(Limit.Token);
        await builder.DisposeAsync();

        builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Aspire_Hosting_Tests_AppHost>(Limit.Token);
        await builder.BuildAsync(Limit.Token);
        await builder.DisposeAsync().AsTask().WaitAsync(Limit.Token);
    }
}
