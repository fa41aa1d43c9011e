using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>Gives each endpoint its port on the loopback address, and keeps it from other AppHosts.</summary>
/// <param name="randomize">Whether endpoints get any free port, whatever port they ask for.</param>
/// <param name="logger">Is told of ports that somebody else has.</param>
internal sealed class LoopbackPorts(bool randomize, ILogger logger) : IDisposable
{
    private readonly HashSet<int> _asked = [];
    private readonly List<Socket> _claims = [];

    public void Allocate(IResource resource)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            var wanted = randomize ? null : endpoint.Port ?? endpoint.TargetPort;
            if (wanted is { } twice && !_asked.Add(twice))
            {
                throw new DistributedApplicationException(
                    $"Port {twice} is given to two endpoints; the second is '{endpoint.Name}' of '{resource.Name}'. Give it another.");
            }

            var first = wanted is { } port && LoopbackPort.IsFree(port) && IsClaimed(port) ? port : Free();
            if (wanted is not null && first != wanted)
            {
                logger.LogWarning(
                    "Port {Port}, for endpoint '{Endpoint}' of '{Resource}', is in use by another program: it gets {Other} instead.", wanted, endpoint.Name, resource.Name, first);
            }

            endpoint.Replicas = [.. Enumerable.Range(0, resource.GetReplicaCount())
                .Select(replica => new AllocatedEndpoint(endpoint, IPAddress.Loopback.ToString(), replica == 0 ? first : Free()))];
        }
    }

    public void Dispose() => _claims.ForEach(claim => claim.Dispose());

    private int Free()
    {
        while (true)
        {
            var port = LoopbackPort.Free();
            if (!_asked.Contains(port) && IsClaimed(port))
            {
                return port;
            }
        }
    }

    // Until a service listens its port looks free to another AppHost that starts at the same moment. The UDP port of the same number, which nobody
    // here uses, says that it is given; the system gives it back however this process ends.
    private bool IsClaimed(int port)
    {
        var claim = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ExclusiveAddressUse = true };
        try
        {
            claim.Bind(new IPEndPoint(IPAddress.Loopback, port));
            _claims.Add(claim);
            return true;
        }
        catch (SocketException)
        {
            claim.Dispose();
            return false;
        }
    }
}
