using Aspire.Hosting.Processes;

namespace Regional.Hosting.Tests;

public sealed class A_start_that_must_fail
{
    [Fact]
    public async Task names_the_endpoint_whose_port_is_given_to_another()
    {
        var test = new TestApplication("--DcpPublisher:RandomizePorts=false");
        test.Add("first").WithHttpEndpoint(65_000, name: "one").WithHttpEndpoint(65_000, name: "two");

        var fault = await Assert.ThrowsAsync<DistributedApplicationException>(test.Start);

        Assert.Equal("Port 65000 is given to two endpoints; the second is 'two' of 'first'. Give it another.", fault.Message);
    }

    [Fact]
    public async Task names_the_dotnet_host_that_is_missing()
    {
        var test = new TestApplication("--DOTNET_HOST_PATH=/nowhere/dotnet");
        test.Add("first");

        var fault = await Assert.ThrowsAsync<DistributedApplicationException>(test.Start);

        Assert.StartsWith("DOTNET_HOST_PATH names /nowhere/dotnet, which does not exist.", fault.Message);
    }

    [Fact]
    public async Task names_the_command_that_builds_what_has_not_been_built()
    {
        var test = new TestApplication();
        var metadata = new Projects.Aspire_Hosting_Tests_Service();
        var project = test.Builder.AddResource(new ProjectResource("first")).WithAnnotation(metadata).WithAnnotation(new BuiltAssembly("/nowhere/first.dll"));

        var fault = await Assert.ThrowsAsync<DistributedApplicationException>(test.Start);

        Assert.Equal(
            $"'first' has not been built: /nowhere/first.dll. Build it with `dotnet build {metadata.ProjectPath}` and start again.",
            fault.Message);
        Assert.False(project.GetEndpoint("http").IsAllocated);
    }

    [Fact]
    public async Task names_the_command_that_builds_what_has_been_built_badly()
    {
        var folder = Directory.CreateTempSubdirectory();
        var assembly = Path.Combine(folder.FullName, "first.dll");
        await File.WriteAllTextAsync(assembly, "half a file", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.ChangeExtension(assembly, "runtimeconfig.json"), "{}", TestContext.Current.CancellationToken);
        var test = new TestApplication();
        test.Builder.AddResource(new ProjectResource("first"))
            .WithAnnotation(new Projects.Aspire_Hosting_Tests_Service()).WithAnnotation(new BuiltAssembly(assembly));

        var fault = await Assert.ThrowsAsync<DistributedApplicationException>(test.Start);

        Assert.StartsWith($"'first' has been built badly: {assembly}. Build it with `dotnet build", fault.Message);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("1st", "does not begin with a letter")]
    [InlineData("first_one", "has a character other than an ASCII letter, a digit or a hyphen")]
    [InlineData("first--one", "has two hyphens in a row")]
    [InlineData("first-", "ends with a hyphen")]
    [InlineData("a2345678901234567890123456789012345678901234567890123456789012345", "is longer than 64 characters")]
    public void says_what_is_wrong_with_a_name(string name, string fault)
    {
        var test = new TestApplication();

        Assert.Equal($"The resource name '{name}' {fault}.", Assert.Throws<DistributedApplicationException>(() => test.Add(name)).Message);
        Assert.Equal(
            $"The endpoint name '{name}' {fault}.",
            Assert.Throws<DistributedApplicationException>(() => test.Add("first").WithHttpEndpoint(name: name)).Message);
    }

    [Fact]
    public void refuses_a_name_that_is_taken()
    {
        var test = new TestApplication();
        var first = test.Add("first");

        Assert.StartsWith("There are two resources named 'FIRST'.", Assert.Throws<DistributedApplicationException>(() => test.Add("FIRST")).Message);
        Assert.StartsWith(
            "'first' has two endpoints named 'HTTP'.",
            Assert.Throws<DistributedApplicationException>(() => first.WithHttpEndpoint(name: "HTTP")).Message);
    }

    [Fact]
    public void refuses_a_project_that_waits_for_itself()
    {
        var first = new TestApplication().Add("first");

        Assert.StartsWith("'first' waits for itself.", Assert.Throws<DistributedApplicationException>(() => first.WaitFor(first)).Message);
    }
}
