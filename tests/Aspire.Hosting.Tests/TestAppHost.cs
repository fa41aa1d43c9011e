using System.Globalization;
using System.Reflection;

namespace Regional.Hosting.Tests;

/// <summary>The tests' AppHost as a process of its own, its services on free ports.</summary>
internal static class TestAppHost
{
    private static readonly HttpClient Client = new();

    private static string ProjectPath => new Projects.Aspire_Hosting_Tests_AppHost().ProjectPath;

    private static string Assembly => typeof(TestAppHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "targetpath:" + ProjectPath).Value!;

    private static string[] FreePorts => ["--DcpPublisher:RandomizePorts=true"];

    public static RunningProcess Start(params string[] arguments) => new("dotnet", [Assembly, .. FreePorts, .. arguments]);

    public static RunningProcess StartThroughDotnetRun() => new("dotnet", ["run", "--no-build", "--project", ProjectPath, "--", .. FreePorts]);

    /// <summary>In a process group of its own, as in a terminal; the group's id is the first line, the exit code the last.</summary>
    public static RunningProcess StartInGroup() =>
        new("bash", ["-c", "set -m; \"$@\" & echo $!; wait $!; echo exit code $?", "bash", "dotnet", Assembly, .. FreePorts]);

    /// <summary>Waits until a service is healthy and gives its process id.</summary>
    public static async Task<int> HealthyPid(this RunningProcess host, string name)
    {
        string? said = null;
        await Limit.Until(() => (said = host.Output.LastOrDefault(line => line.StartsWith($"healthy {name} ", StringComparison.Ordinal))) is not null);
        var pid = await Client.GetStringAsync(new Uri(said!.Split(' ')[2] + "/pid"), Limit.Token);
        return int.Parse(pid, CultureInfo.InvariantCulture);
    }
}
