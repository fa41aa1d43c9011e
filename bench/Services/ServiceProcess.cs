using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Regional.Bench.Stores;
using Regional.ServiceDefaults.Identity;

namespace Regional.Bench.Services;

/// <summary>A service as a process of its own, as a deployment runs it.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly GrpcChannel _channel;
    private readonly DevelopmentTokens _tokens;

    private ServiceProcess(Process process, string address, string keys)
    {
        (_process, Address) = (process, address);
        // More callers than one connection takes streams.
        _channel = GrpcChannel.ForAddress(address, new() { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true });
        _tokens = DevelopmentTokens.Open(keys, TimeProvider.System);
    }

    /// <summary>Where it speaks gRPC.</summary>
    public string Address { get; }

    public int Id => _process.Id;

    /// <summary>The memory that it holds now, in bytes.</summary>
    public long Memory => Status("VmRSS:");

    /// <summary>The most that it has held.</summary>
    public long PeakMemory => Status("VmHWM:");

    /// <summary>Starts it and waits until it is healthy.</summary>
    /// <param name="service">Like <c>Signalering</c>.</param>
    /// <param name="place">Where it stores.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="settings">What else it is told.</param>
    public static async Task<ServiceProcess> Start(string service, Place place, CancellationToken cancellation, params IEnumerable<(string Name, string Value)> settings)
    {
        var (grpc, http) = (FreePort(), FreePort());
        var keys = Path.Combine(place.Folder, "development");
        var start = new ProcessStartInfo("dotnet", [AssemblyOf(service)]);
        (string, string)[] all =
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Regions__Path", Path.Combine(AppContext.BaseDirectory, "regions")),
            ("Data__Path", Path.Combine(place.Folder, service)),
            ("Identity__DevelopmentKeys", keys),
            ("Logging__LogLevel__Default", "Warning"),
            ("Kestrel__Endpoints__grpc__Url", $"http://127.0.0.1:{grpc}"),
            ("Kestrel__Endpoints__http__Url", $"http://127.0.0.1:{http}"),
            .. place.Settings,
            .. settings,
        ];
        foreach (var (name, value) in all)
        {
            start.Environment[name] = value;
        }

        var started = new ServiceProcess(Process.Start(start)!, $"http://127.0.0.1:{grpc}", keys);
        using var client = new HttpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await IsHealthy(client, $"http://127.0.0.1:{http}/health", limit.Token))
        {
            await Task.Delay(50, limit.Token);
        }

        return started;
    }

    /// <summary>Calls as this caller.</summary>
    public CallInvoker As(Caller caller)
    {
        var token = $"Bearer {_tokens.Issue(caller, TimeSpan.FromHours(1))}";
        return _channel.Intercept(headers =>
        {
            headers.Add("authorization", token);
            return headers;
        });
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // artifacts/bin/Bench/release beside artifacts/bin/Signalering/release
    private static string AssemblyOf(string service)
    {
        var own = AppContext.BaseDirectory.TrimEnd('/');
        return Path.Combine(own, "..", "..", service, Path.GetFileName(own), $"Regional.{service}.dll");
    }

    // VmHWM:     123456 kB
    private long Status(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line[name.Length..^"kB".Length], null);
    }

    private static async Task<bool> IsHealthy(HttpClient client, string address, CancellationToken cancellation)
    {
        try
        {
            return (await client.GetAsync(address, cancellation)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
