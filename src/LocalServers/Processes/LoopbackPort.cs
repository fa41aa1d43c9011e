using System.Net;
using System.Net.Sockets;

namespace Regional.LocalServers.Processes;

/// <summary>The ports of the loopback address on which a server that is about to start can listen.</summary>
internal static class LoopbackPort
{
    // Below the ranges from which Linux (32768) and macOS (49152) take the ports of outgoing connections: a port that is free
    // here stays free until the server binds it.
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>A port on which nobody listens.</summary>
    /// <exception cref="LocalServerException">There is none.</exception>
    public static int Free()
    {
        for (var attempt = 0; attempt < Last - First; attempt++)
        {
            var port = Random.Shared.Next(First, Last);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new LocalServerException($"No port between {First} and {Last} is free. Stop some of the programs that listen there.");
    }

    /// <summary>Whether nobody listens on this port.</summary>
    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
