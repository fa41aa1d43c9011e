using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;
using Regional.Tests;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Signalering.Tests;

/// <summary>The service as a process of its own, which a test can kill.</summary>
internal sealed class SignaleringProcess : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly GrpcChannel _channel;

    private SignaleringProcess(RunningProcess process, TemporaryFolder folder, int port)
    {
        (Process, _folder) = (process, folder);
        _channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
    }

    public RunningProcess Process { get; }

    /// <summary>Starts it on the data in the folder, or on a PostgreSQL; it serves when this returns.</summary>
    public static async Task<SignaleringProcess> Start(TemporaryFolder folder, string? postgreSql = null)
    {
        var (grpc, http) = (FreePort(), FreePort());
        var service = new SignaleringProcess(Run(folder, postgreSql, grpc, http), folder, grpc);
        try
        {
            await service.Serves(http);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it with an option that makes it do one thing and end.</summary>
    public static async Task<(int ExitCode, string Output)> Do(TemporaryFolder folder, params string[] options)
    {
        await using var process = Run(folder, null, FreePort(), FreePort(), options);
        await process.Exit();
        return (process.ExitCode, string.Join('\n', process.Output));
    }

    public SignaleringService.SignaleringServiceClient ClientOf(string municipality)
    {
        var caller = new Caller(WrittenValues.Parse<Oin>($"0000009900010{municipality}000"), new(Role.Municipality), "leerplicht", "test");
        var token = DevelopmentTokens.Open(_folder.File("development"), TimeProvider.System).Issue(caller, TimeSpan.FromMinutes(10));
        return new(_channel.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        }));
    }

    /// <summary>A complete request that is accepted.</summary>
    public static CreateSignalRequest Request(string number, string municipality = "0106") => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Signal = new()
        {
            Municipality = municipality,
            PersonNumber = number,
            BirthDate = new Date { Year = 2010, Month = 5, Day = 20 },
            Postcode = municipality == "0106" ? "9401" : "9481",
            CaseNumber = "Z2025-000123",
            Kind = VerzuimKind.ZestienUur,
            StartDate = new Date { Year = 2025, Month = 3, Day = 3 },
            Establishment = "20LO00",
        },
    };

    public async Task<Signal> Send(string number, string municipality = "0106")
    {
        var request = Request(number, municipality);
        return await Insisting(() => ClientOf(municipality).CreateSignalAsync(request, deadline: SignaleringFixture.Deadline, cancellationToken: Limit.Token).ResponseAsync);
    }

    public async Task<int> Erase(string number, string municipality = "0106") => (await Insisting(() => ClientOf(municipality).EraseSubjectAsync(
        new() { PersonNumber = number }, deadline: SignaleringFixture.Deadline, cancellationToken: Limit.Token).ResponseAsync)).ErasedSignals;

    /// <summary>Sends again what the store refused, as the contract says: on a busy machine another process may hold a lock for over two seconds.</summary>
    public static async Task<T> Insisting<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (RpcException refused) when (refused.ErrorInfo()?.Reason == "STORAGE")
            {
                // Again.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        Process.Terminate();
        await Process.Exit();
        await Process.DisposeAsync();
    }

    private async Task Serves(int port)
    {
        using var client = new HttpClient();
        await Limit.Until(async () =>
        {
            try
            {
                return (await client.GetAsync($"http://127.0.0.1:{port}/health", Limit.Token)).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                Assert.True(Process.IsRunning, string.Join('\n', Process.Output));
                return false;
            }
        });
    }

    private static RunningProcess Run(TemporaryFolder folder, string? postgreSql, int grpc, int http, params string[] options) => new("env",
    [
        "ASPNETCORE_ENVIRONMENT=Development",
        $"Regions__Path={Path.Combine(AppContext.BaseDirectory, "regions")}",
        $"Data__Path={folder.File("data")}",
        $"Identity__DevelopmentKeys={folder.File("development")}",
        $"ConnectionStrings__database={postgreSql}",
        $"Kestrel__Endpoints__grpc__Url=http://127.0.0.1:{grpc}",
        $"Kestrel__Endpoints__http__Url=http://127.0.0.1:{http}",
        "dotnet",
        Path.Combine(AppContext.BaseDirectory, "Regional.Signalering.dll"),
        .. options,
    ]);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
