using System.Text.Json;

namespace Regional.Tests;

/// <summary>One instance of a service as a process of its own, on free ports, without an AppHost.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly RunningProcess _process;

    private ServiceProcess(RunningProcess process) => _process = process;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public bool IsRunning => _process.IsRunning;

    public IReadOnlyList<string> Output => _process.Output;

    /// <summary>Where it speaks gRPC.</summary>
    public string Grpc => Addresses[0];

    /// <summary>Where it tells of its health.</summary>
    public string Http => Addresses[1];

    // In the order of their names: grpc, http.
    private string[] Addresses => [.. Output.Where(line => line.Contains(Listening, StringComparison.Ordinal)).Select(line => line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..])];

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="service">Like <c>Signalering</c>.</param>
    /// <param name="folder">Keeps its keys, and those of the development tokens; all instances share it.</param>
    /// <param name="settings">As <c>NAME=value</c>.</param>
    public static async Task<ServiceProcess> Start(string service, string folder, params IEnumerable<string> settings)
    {
        var started = Begin(service, folder, settings);
        await started.Listens();
        return started;
    }

    /// <summary>Starts it, and waits for nothing.</summary>
    public static ServiceProcess Begin(string service, string folder, params IEnumerable<string> settings) => new(Process(service, folder, settings));

    /// <summary>Waits until it listens; fails the test when it ends instead.</summary>
    public Task Listens() => Limit.Until(() => Addresses.Length == 2 || (IsRunning ? false : throw new InvalidOperationException(string.Join('\n', Output))));

    /// <summary>Starts it with an option with which it does one thing and ends, and gives what it wrote.</summary>
    public static async Task<string> Run(string service, string folder, IEnumerable<string> settings, string option)
    {
        await using var process = Process(service, folder, settings, option);
        await process.Exit();
        var output = string.Join('\n', process.Output);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }

    /// <summary>Makes a folder in which the command line finds these instances as a running stack.</summary>
    public static async Task<string> StackOf(string folder, string name, params IEnumerable<(string Service, ServiceProcess Process)> services)
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        var place = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        Directory.CreateDirectory(Path.Combine(place, ".regional"));
        await File.WriteAllTextAsync(Path.Combine(place, ".regional", "stack.json"), JsonSerializer.Serialize(
            new
            {
                Pid = self.Id,
                StartTime = self.StartTime.ToUniversalTime(),
                Resources = services.Select(each => new { Name = each.Service, Endpoints = new Dictionary<string, string> { ["grpc"] = each.Process.Grpc } }),
                DevelopmentKeys = Path.Combine(folder, "development"),
                Data = folder,
                Regions = Path.Combine(Built.Repository, "regions"),
                Logs = folder,
            },
            JsonSerializerOptions.Web), TestContext.Current.CancellationToken);
        return place;
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM.</summary>
    public void Terminate() => _process.Terminate();

    /// <summary>Waits until it has ended.</summary>
    public Task Exit() => _process.Exit();

    /// <summary>SIGSTOP: its connections stay open, and it does nothing.</summary>
    public void Freeze() => Unix.Signal(Id, Unix.Freeze);

    /// <summary>SIGCONT.</summary>
    public void Thaw() => Unix.Signal(Id, Unix.Thaw);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static RunningProcess Process(string service, string folder, IEnumerable<string> settings, params string[] options) => new("env",
    [
        "ASPNETCORE_ENVIRONMENT=Development",
        $"Regions__Path={Path.Combine(Built.Repository, "regions")}",
        $"Data__Path={Path.Combine(folder, service)}",
        $"Identity__DevelopmentKeys={Path.Combine(folder, "development")}",
        "Kestrel__Endpoints__grpc__Url=http://127.0.0.1:0",
        "Kestrel__Endpoints__http__Url=http://127.0.0.1:0",
        .. settings,
        "dotnet",
        Built.Service(service),
        .. options,
    ]);
}
