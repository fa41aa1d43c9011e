using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Regional.Clients.Tests;

/// <summary>Stands between a client and the service, and cuts the first connection at the second answer: one batch is answered, the next is stored and its answer lost.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private const int HeaderLength = 9;
    private const int TypeAt = 3;
    private const byte Data = 0;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly IPEndPoint _service;
    private readonly Task _accepting;

    /// <summary>Listens on a free port.</summary>
    /// <param name="service">The service, as host:port.</param>
    public Relay(string service)
    {
        _service = IPEndPoint.Parse(service);
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Where clients connect, as host:port.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                connections.Add(Carry(client, isToBeCut: connections.Count == 0));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Carry(TcpClient client, bool isToBeCut)
    {
        using var service = new TcpClient();
        using (client)
        {
            await service.ConnectAsync(_service, _stop.Token);
            var there = client.GetStream().CopyToAsync(service.GetStream(), _stop.Token);
            var back = isToBeCut ? UntilTheSecondAnswer(service.GetStream(), client.GetStream()) : service.GetStream().CopyToAsync(client.GetStream(), _stop.Token);
            await Task.WhenAny(there, back);
            client.Close();
            service.Close();
            await Task.WhenAll(there, back).ContinueWith(_ => { }, TaskScheduler.Default); // however the other ends
        }
    }

    // An answer is a DATA frame. A frame of HTTP/2 begins with its length in three bytes, big-endian, and its type.
    private async Task UntilTheSecondAnswer(NetworkStream service, NetworkStream client)
    {
        var header = new byte[HeaderLength];
        var answers = 0;
        while (true)
        {
            await service.ReadExactlyAsync(header, _stop.Token);
            if (header[TypeAt] == Data && ++answers == 2)
            {
                return;
            }

            var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(header) >> 8];
            await service.ReadExactlyAsync(payload, _stop.Token);
            await client.WriteAsync(header, _stop.Token);
            await client.WriteAsync(payload, _stop.Token);
        }
    }
}
