using System.Net;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Regional.LocalServers.Processes;

namespace Aspire.Hosting.Processes;

/// <summary>Gives each endpoint its port on the loopback address.</summary>
/// <param name="randomize">Whether endpoints get any free port, whatever port they ask for.</param>
/// <param name="logger">Is told of ports that somebody else has.</param>
internal sealed class LoopbackPorts(bool randomize, ILogger logger)
{
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

            if (wanted is { } port && !LoopbackPort.IsFree(port))
            {
                wanted = Free();
                logger.LogWarning(
                    "Port {Port}, for endpoint '{Endpoint}' of '{Resource}', is in use by another program: it gets {Other} instead.", port, endpoint.Name, resource.Name, wanted);
            }

            endpoint.Replicas = [.. Enumerable.Range(0, resource.GetReplicaCount())
                .Select(replica => new AllocatedEndpoint(endpoint, IPAddress.Loopback.ToString(), replica == 0 && wanted is { } first ? first : Free()))];
        }
    }

    private int Free()
    {
        while (true)
        {
            var port = LoopbackPort.Free();
            if (_given.Add(port))
            {
                return port;
            }
        }
    }
}
