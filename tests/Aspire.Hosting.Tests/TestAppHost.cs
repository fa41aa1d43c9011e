using System.Globalization;
using System.Reflection;

namespace Regional.Hosting.Tests;

/// <summary>The tests' AppHost as a process of its own, its services on free ports.</summary>
internal static class TestAppHost
{
    private static readonly HttpClient Client = new();

    private static string ProjectPath => Projects.Aspire_Hosting_Tests_AppHost.ProjectPath;

    private static string Assembly => typeof(Projects.Aspire_Hosting_Tests_AppHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "targetpath:" + ProjectPath).Value!;

    private static string[] FreePorts => ["--DcpPublisher:RandomizePorts=true"];

    public static RunningProcess Start(params string[] arguments) => new("dotnet", [Assembly, .. FreePorts, .. arguments]);

    /// <summary>With a variable in its environment, by which it and all that it starts can be found.</summary>
    public static RunningProcess StartMarked(string mark, params string[] arguments) => new("env", [mark, "dotnet", Assembly, .. arguments]);

    public static RunningProcess StartThroughDotnetRun() => new("dotnet", ["run", "--no-build", "--project", ProjectPath, "--", .. FreePorts]);

    /// <summary>In a process group of its own, as in a terminal; the group's id is the first line, the exit code the last.</summary>
    public static RunningProcess StartInGroup() =>
        new("bash", ["-c", "set -m; \"$@\" & echo $!; wait $!; echo exit code $?", "bash", "dotnet", Assembly, .. FreePorts]);

    /// <summary>Waits until a service is healthy and gives its process id.</summary>
    public static async Task<int> HealthyPid(this RunningProcess host, string name)
    {
        var pid = await Client.GetStringAsync(new Uri(await host.Address(name) + "/pid"), Limit.Token);
        return int.Parse(pid, CultureInfo.InvariantCulture);
    }

    public static async Task Post(this RunningProcess host, string name, string path) =>
        await Client.PostAsync(new Uri(await host.Address(name) + path), null, Limit.Token);

    /// <summary>Waits until a service is healthy and gives its address.</summary>
    public static async Task<string> Address(this RunningProcess host, string name)
    {
        string? said = null;
        await Limit.Until(() => (said = host.Output.LastOrDefault(line => line.StartsWith($"healthy {name} ", StringComparison.Ordinal))) is not null);
        return said!.Split(' ')[2];
    }
}
