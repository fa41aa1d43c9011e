using System.Net;
using System.Net.Sockets;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Faults.Tests;

/// <summary>Signalering as a process: it may die, and start again at the same address on the same data.</summary>
internal sealed class StoringService : IAsyncDisposable
{
    public const string Assen = "0106";

    private readonly int _port = FreePort();
    private readonly List<GrpcChannel> _channels = [];
    private readonly TemporaryFolder _folder = new();
    private readonly string? _database;

    private StoringService(string? database) => _database = database;

    /// <summary>The process of now.</summary>
    public ServiceProcess Process { get; private set; } = null!;

    /// <summary>Holds its files, and whatever a test puts there.</summary>
    public string Folder => _folder.Path;

    /// <summary>Where its data lie, as <c>--database</c> takes it.</summary>
    public string Place => _database ?? Path.Combine(Folder, "Signalering");

    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>Starts it on a database, or on SQLite where that is null.</summary>
    public static async Task<StoringService> Start(string? database, params IEnumerable<string> settings)
    {
        var service = new StoringService(database);
        try
        {
            await service.Restart(settings);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again, when it has ended.</summary>
    public async Task Restart(params IEnumerable<string> settings)
    {
        await Begin(settings);
        await Process.Listens();
    }

    /// <summary>Starts it again and waits for nothing.</summary>
    public async Task Begin(params IEnumerable<string> settings)
    {
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }

        Process = ServiceProcess.Begin(
            "Signalering", Folder, [$"ConnectionStrings__database={_database}", $"Kestrel__Endpoints__grpc__Url={Address}", .. settings]);
    }

    /// <summary>A client with a connection of its own, that speaks for a municipality.</summary>
    public SignaleringService.SignaleringServiceClient ClientOf(string municipality)
    {
        var caller = new Caller(WrittenValues.Parse<Oin>($"0000009900010{municipality}000"), new(Role.Municipality), "leerplicht", "test");
        var token = DevelopmentTokens.Open(Path.Combine(Folder, "development"), TimeProvider.System).Issue(caller, TimeSpan.FromHours(1));
        var channel = GrpcChannel.ForAddress(Address);
        _channels.Add(channel);
        return new(channel.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        }));
    }

    /// <summary>A complete request of Assen that is accepted; each is of a pupil of its own.</summary>
    /// <param name="number">Up to nine digits.</param>
    public static CreateSignalRequest Request(int number) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Signal = new()
        {
            Municipality = Assen,
            PersonNumber = $"T{number:D9}",
            BirthDate = new Date { Year = 2010, Month = 5, Day = 20 },
            Postcode = "9401",
            CaseNumber = $"Z{number}",
            Kind = VerzuimKind.ZestienUur,
            StartDate = new Date { Year = 2025, Month = 3, Day = 3 },
            Establishment = "20LO00",
        },
    };

    public async ValueTask DisposeAsync()
    {
        _channels.ForEach(channel => channel.Dispose());
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }

        _folder.Dispose();
    }

    // Below the ports of outgoing connections: it stays free while the process is down.
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
