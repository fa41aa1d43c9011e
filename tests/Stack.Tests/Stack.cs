using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Regional.Stack.Tests;

/// <summary>The whole stack: the AppHost as a process, on free ports, in a folder of its own.</summary>
public sealed class Stack : IAsyncLifetime
{
    private static readonly string AppHostProject = Projects.AppHost.ProjectPath;

    private readonly string[] _options = [];
    private RunningProcess? _appHost;

    public Stack()
    {
    }

    internal Stack(params string[] options) => _options = options;

    public static string AssemblyOfAppHost => AssemblyOf(typeof(Projects.AppHost), AppHostProject);

    public static string Repository { get; } = Path.GetDirectoryName(Path.GetDirectoryName(AppHostProject))!;

    /// <summary>The folder in which the stack keeps its own: commands that are run here find it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("regional-").FullName;

    public string Root => Path.Combine(Folder, ".regional");

    public string StackFile => Path.Combine(Root, "stack.json");

    internal RunningProcess AppHost => _appHost!;

    /// <summary>Variables in the AppHost's environment, as <c>NAME=value</c>.</summary>
    internal IReadOnlyList<string> Environment { get; init; } = [];

    public ValueTask InitializeAsync() => InitializeAsync([]);

    internal async ValueTask InitializeAsync(params string[] more)
    {
        Begin(more);
        await Limit.Until(() => AppHost.Output.Any(line => line.StartsWith("All is healthy.", StringComparison.Ordinal)));
    }

    /// <summary>Starts the AppHost, and does not wait for anything. All that it starts carries a mark by which it can be found.</summary>
    internal void Begin(params string[] more) =>
        _appHost = new("env", [$"REGIONAL_TEST_STACK={Root}", .. Environment, "dotnet", AssemblyOfAppHost, "--folder", Root, "--random-ports", .. _options, .. more]);

    /// <summary>Ends the stack in good order, and starts it anew.</summary>
    internal async Task RestartAsync(params string[] more)
    {
        await EndAsync();
        await InitializeAsync(more);
    }

    public async ValueTask DisposeAsync()
    {
        // In good order: of one that is killed the services live on for a moment, and write into the folder while it is removed.
        await EndAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task EndAsync()
    {
        if (_appHost is not null)
        {
            _appHost.Terminate();
            await _appHost.Exit();
            await _appHost.DisposeAsync();
        }
    }

    internal static RunningProcess Start(params string[] arguments) => new("dotnet", [AssemblyOfAppHost, .. arguments]);

    /// <summary>The processes that the AppHost has started: all of them, or those whose command names something.</summary>
    internal async Task<IReadOnlyList<int>> Processes(string command = "")
    {
        await using var search = new RunningProcess("pgrep", ["-f", "-P", AppHost.Id.ToString(CultureInfo.InvariantCulture), command]);
        await search.Exit();
        return [.. search.Output.Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
    }

    /// <summary>No file of the stack, of its services and servers, holds one of the person numbers in a file of signals.</summary>
    internal async Task HoldsNoNumberOf(string signals)
    {
        var numbers = (await File.ReadAllLinesAsync(signals, TestContext.Current.CancellationToken))
            .SelectMany(line => Regex.Matches(line, "\"(9999[0-9]{5})\"").Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.NotEmpty(numbers);
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var content = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.All(numbers, number => Assert.DoesNotContain(number, content));
        }
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
