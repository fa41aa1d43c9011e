using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Regional.Stack.Tests;

/// <summary>The whole stack: the AppHost as a process, on free ports, in a folder of its own.</summary>
public sealed class Stack : IAsyncLifetime
{
    private static readonly string AppHostProject = Projects.AppHost.ProjectPath;

    private RunningProcess? _appHost;

    public static string Repository { get; } = Path.GetDirectoryName(Path.GetDirectoryName(AppHostProject))!;

    /// <summary>The folder in which the stack keeps its own: commands that are run here find it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("regional-").FullName;

    public string Root => Path.Combine(Folder, ".regional");

    public string StackFile => Path.Combine(Root, "stack.json");

    internal RunningProcess AppHost => _appHost!;

    public async ValueTask InitializeAsync()
    {
        _appHost = Start("--folder", Root, "--random-ports");
        await Limit.Until(() => AppHost.Output.Any(line => line.StartsWith("All is healthy.", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_appHost is not null)
        {
            // In good order: of one that is killed the services live on for a moment, and write into the folder while it is removed.
            _appHost.Terminate();
            await _appHost.Exit();
            await _appHost.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    internal static RunningProcess Start(params string[] arguments) => new("dotnet", [AssemblyOf(typeof(Projects.AppHost), AppHostProject), .. arguments]);

    /// <summary>Runs a command of `regional` in a folder and gives what it wrote.</summary>
    internal static async Task<string> Regional(string folder, params string[] arguments)
    {
        await using var command = new RunningProcess("dotnet", [AssemblyOf(typeof(Projects.Cli), new Projects.Cli().ProjectPath), .. arguments], folder);
        await command.Exit();
        var output = string.Join('\n', command.Output);
        Assert.True(command.ExitCode == 0, output);
        return output;
    }

    /// <summary>The processes that the AppHost has started: all of them, or those whose command names something.</summary>
    internal async Task<IReadOnlyList<int>> Processes(string command = "")
    {
        await using var search = new RunningProcess("pgrep", ["-f", "-P", AppHost.Id.ToString(CultureInfo.InvariantCulture), command]);
        await search.Exit();
        return [.. search.Output.Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
    }

    private static string AssemblyOf(Type metadata, string project) => metadata.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "targetpath:" + project).Value!;

    /// <summary>The address of an endpoint, as the stack file tells it.</summary>
    public async Task<Uri> Address(string service, string endpoint)
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(StackFile, TestContext.Current.CancellationToken));
        var resource = file.RootElement.GetProperty("resources").EnumerateArray().Single(each => each.GetProperty("name").GetString() == service);
        return new Uri(resource.GetProperty("endpoints").GetProperty(endpoint).GetString()!);
    }
}
