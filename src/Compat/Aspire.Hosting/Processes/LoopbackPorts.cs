using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Processes;

/// <summary>Gives each endpoint its port on the loopback address.</summary>
/// <param name="randomize">Whether endpoints get any free port, whatever port they ask for.</param>
internal sealed class LoopbackPorts(bool randomize)
{
    // Below the ranges from which Linux (32768) and macOS (49152) take the ports of outgoing connections: a port that is free
    // here stays free until the service binds it.
    private const int First = 20_000;
    private const int Last = 32_000;

    private readonly HashSet<int> _given = [];

    public void Allocate(IResource resource)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            var wanted = randomize ? null : endpoint.Port ?? endpoint.TargetPort;
            if (wanted is { } twice && !_given.Add(twice))
            {
                throw new DistributedApplicationException(
                    $"Port {twice} is given to two endpoints; the second is '{endpoint.Name}' of '{resource.Name}'. Give it another.");
            }

            if (wanted is { } port && !IsFree(port))
            {
                throw new DistributedApplicationException(
                    $"Port {port}, for endpoint '{endpoint.Name}' of '{resource.Name}', is in use. Stop the program that listens there, "
                    + "or start on free ports: see --help.");
            }

            endpoint.Replicas = [.. Enumerable.Range(0, resource.GetReplicaCount())
                .Select(replica => new AllocatedEndpoint(endpoint, IPAddress.Loopback.ToString(), replica == 0 && wanted is { } first ? first : Free()))];
        }
    }

    private int Free()
    {
        for (var attempt = 0; attempt < Last - First; attempt++)
        {
            var port = Random.Shared.Next(First, Last);
            if (_given.Add(port) && IsFree(port))
            {
                return port;
            }
        }

        throw new DistributedApplicationException($"No port between {First} and {Last} is free. Stop some of the programs that listen there.");
    }

    private static bool IsFree(int port)
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
