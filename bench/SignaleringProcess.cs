using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Bench;

/// <summary>Signalering as a process of its own, as a deployment runs it.</summary>
internal sealed class SignaleringProcess : IAsyncDisposable
{
    private const int MostUnanswered = 8;

    private readonly Process _process;
    private readonly GrpcChannel _channel;
    private readonly DevelopmentTokens _tokens;

    private SignaleringProcess(Process process, string address, string keys)
    {
        _process = process;
        _channel = GrpcChannel.ForAddress(address);
        _tokens = DevelopmentTokens.Open(keys, TimeProvider.System);
    }

    public static async Task<SignaleringProcess> Start(string folder, CancellationToken cancellation)
    {
        var (grpc, http) = (FreePort(), FreePort());
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Regional.Signalering.dll")]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Regions__Path"] = Path.Combine(AppContext.BaseDirectory, "regions");
        start.Environment["Data__Path"] = folder;
        start.Environment["Identity__DevelopmentKeys"] = Path.Combine(folder, "development");
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Kestrel__Endpoints__grpc__Url"] = $"http://127.0.0.1:{grpc}";
        start.Environment["Kestrel__Endpoints__http__Url"] = $"http://127.0.0.1:{http}";
        var service = new SignaleringProcess(Process.Start(start)!, $"http://127.0.0.1:{grpc}", Path.Combine(folder, "development"));
        using var client = new HttpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await IsHealthy(client, $"http://127.0.0.1:{http}/health", limit.Token))
        {
            await Task.Delay(50, limit.Token);
        }

        return service;
    }

    /// <summary>Pushes the batches over one stream, at most eight unanswered, and fails if any item was not simply accepted.</summary>
    public async Task Push(SignalSource.Stream stream, CancellationToken cancellation)
    {
        var caller = new Caller(WrittenValues.Parse<Oin>($"0000009900010{stream.Municipality}000"), new(Role.Municipality), "leerplicht", "bench");
        var headers = new Metadata { { "authorization", $"Bearer {_tokens.Issue(caller, TimeSpan.FromHours(1))}" } };
        using var call = new SignaleringService.SignaleringServiceClient(_channel).PushSignals(headers, cancellationToken: cancellation);
        using var room = new SemaphoreSlim(MostUnanswered);
        var reading = Task.Run(
            async () =>
            {
                await foreach (var answer in call.ResponseStream.ReadAllAsync(cancellation))
                {
                    room.Release();
                    if (answer.Results.Count > 0)
                    {
                        throw new InvalidOperationException($"Batch {answer.Batch}: {answer.Results[0]}");
                    }
                }
            },
            cancellation);
        foreach (var batch in stream.Batches)
        {
            await room.WaitAsync(cancellation);
            await call.RequestStream.WriteAsync(batch, cancellation);
        }

        await call.RequestStream.CompleteAsync();
        await reading;
    }

    /// <summary>The most memory that the process has held, in bytes.</summary>
    public long PeakMemory()
    {
        // VmHWM:     123456 kB
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return 1024 * long.Parse(line["VmHWM:".Length..^"kB".Length], null);
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();
        await _process.WaitForExitAsync();
        _process.Dispose();
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
