using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Grpc.Core;
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
    private readonly TemporaryFolder _folder;
    private readonly bool _isGuest;
    private readonly string? _database;

    private StoringService(TemporaryFolder? home, string? database) => (_folder, _isGuest, _database) = (home ?? new(), home is not null, database);

    /// <summary>The process of now.</summary>
    public ServiceProcess Process { get; private set; } = null!;

    /// <summary>How long the last start took, until it listened.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Holds its files, and whatever a test puts there.</summary>
    public string Folder => _folder.Path;

    /// <summary>Where its data lie, as <c>--database</c> takes it.</summary>
    public string Place => _database ?? Data;

    /// <summary>Its own folder.</summary>
    public string Data => Path.Combine(Folder, "Signalering");

    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>Starts it on a database, or on SQLite where that is null.</summary>
    public static Task<StoringService> Start(string? database, params IEnumerable<string> settings) => Start(null, database, settings);

    /// <summary>Starts it with its files in a folder that stays; several instances on one database share one.</summary>
    public static async Task<StoringService> Start(TemporaryFolder? home, string? database, params IEnumerable<string> settings)
    {
        var service = new StoringService(home, database);
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
        var start = Stopwatch.GetTimestamp();
        await Begin(settings);
        await Process.Listens();
        StartedIn = Stopwatch.GetElapsedTime(start);
        await ServiceProcess.StackOf(Folder, "stack", ("signalering", Process));
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

    /// <summary>The folder in which the command line finds it as a running stack.</summary>
    public string Stack => Path.Combine(Folder, "stack");

    /// <summary>Waits until something is done, and starts the service again whenever it dies meanwhile.</summary>
    /// <param name="work">What is done.</param>
    /// <param name="settings">Of the next life.</param>
    /// <returns>How often it died.</returns>
    public async Task<int> Survive(Task work, Func<IEnumerable<string>> settings)
    {
        for (var deaths = 0; ; deaths++)
        {
            while (!work.IsCompleted && Process.IsRunning)
            {
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }

            if (work.IsCompleted)
            {
                await work;
                return deaths;
            }

            Assert.True(Process.ExitCode == 128 + Unix.Kill, string.Join('\n', Process.Output));
            await Restart(settings());
        }
    }

    /// <summary>Holds the journals of all who pushed against the log.</summary>
    /// <returns>How many signals were sent, acknowledged and stored.</returns>
    public async Task<(int Sent, int Acknowledged, int Stored)> Agrees(params IEnumerable<string> journals)
    {
        await using var verify = Built.Regional(Folder, ["log", "verify", "--json", "--database", Place, "--keys", Path.Combine(Data, "keys"), "--journal", .. journals]);
        await verify.Exit();
        var said = string.Join('\n', verify.Output);
        Assert.True(verify.ExitCode == 0, said);
        using var report = JsonDocument.Parse(said);
        var counted = report.RootElement.GetProperty("journals");
        return (counted.GetProperty("sent").GetInt32(), counted.GetProperty("acknowledged").GetInt32(), counted.GetProperty("stored").GetInt32());
    }

    /// <summary>A client with a connection of its own, that speaks for a municipality.</summary>
    /// <param name="municipality">Its code.</param>
    /// <param name="clock">By which it dates its token; null for the machine's.</param>
    public SignaleringService.SignaleringServiceClient ClientOf(string municipality, TimeProvider? clock = null) => new(InvokerOf(municipality, clock ?? TimeProvider.System));

    /// <summary>What such a client calls with.</summary>
    public CallInvoker InvokerOf(string municipality, TimeProvider clock)
    {
        var caller = new Caller(WrittenValues.Parse<Oin>($"0000009900010{municipality}000"), new(Role.Municipality), "leerplicht", "test");
        var token = DevelopmentTokens.Open(Path.Combine(Folder, "development"), clock).Issue(caller, TimeSpan.FromHours(3));
        var channel = GrpcChannel.ForAddress(Address);
        _channels.Add(channel);
        return channel.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        });
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

    /// <summary>Closes the connections of all its clients.</summary>
    public void HangUp()
    {
        _channels.ForEach(channel => channel.Dispose());
        _channels.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        HangUp();
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }

        if (!_isGuest)
        {
            _folder.Dispose();
        }
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
