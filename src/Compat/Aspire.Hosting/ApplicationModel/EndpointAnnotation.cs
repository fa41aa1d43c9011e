using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A port at which a resource listens, on the loopback address.</summary>
public sealed class EndpointAnnotation : IResourceAnnotation
{
    /// <summary>Describes an endpoint.</summary>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="uriScheme">The scheme of its address; without one, the protocol's name.</param>
    /// <param name="transport"><c>http</c> (HTTP/1.1) or <c>http2</c>; without one, it follows from the scheme.</param>
    /// <param name="name">Its name, unique in the resource; without one, the scheme.</param>
    /// <param name="port">The port that others use; without one, any free port.</param>
    /// <param name="targetPort">
    /// The port that the process listens at. Nothing stands between the two here, so it counts only where <paramref name="port"/> is not given.
    /// </param>
    /// <param name="isExternal">Whether it is meant for callers outside the application.</param>
    /// <param name="isProxied">Whether something may stand between caller and process. Here nothing ever does.</param>
    /// <exception cref="DistributedApplicationException">The name is not a name.</exception>
    public EndpointAnnotation(
        ProtocolType protocol, string? uriScheme = null, string? transport = null, string? name = null, int? port = null, int? targetPort = null,
        bool? isExternal = null, bool? isProxied = null)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? protocol.ToString().ToLowerInvariant();
        Transport = transport ?? (UriScheme is "http" or "https" ? "http" : UriScheme);
        Name = ModelName.Checked("endpoint", name ?? UriScheme);
        Port = port;
        TargetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsProxied = isProxied ?? true;
    }

    /// <summary>TCP or UDP.</summary>
    public ProtocolType Protocol { get; set; }

    /// <summary>The scheme of its address.</summary>
    public string UriScheme { get; set; }

    /// <summary><c>http</c> (HTTP/1.1) or <c>http2</c>.</summary>
    public string Transport { get; set; }

    /// <summary>Its name, unique in the resource.</summary>
    public string Name { get; set; }

    /// <summary>The port that others use; null for any free port.</summary>
    public int? Port { get; set; }

    /// <summary>The port that the process listens at; it counts only where <see cref="Port"/> is null.</summary>
    public int? TargetPort { get; set; }

    /// <summary>Whether it is meant for callers outside the application.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether something may stand between caller and process. Here nothing ever does.</summary>
    public bool IsProxied { get; set; }

    /// <summary>Where it is, once the application has been started; of several replicas, the first one's.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => Replicas is [var first, ..] ? first : null;
        set => Replicas = value is null ? [] : [value];
    }

    /// <summary>Where it is, for each replica.</summary>
    internal IReadOnlyList<AllocatedEndpoint> Replicas { get; set; } = [];
}

/// <summary>Where an endpoint is.</summary>
public class AllocatedEndpoint
{
    internal AllocatedEndpoint(EndpointAnnotation endpoint, string address, int port)
    {
        Endpoint = endpoint;
        Address = address;
        Port = port;
    }

    /// <summary>The endpoint.</summary>
    public EndpointAnnotation Endpoint { get; }

    /// <summary>The host's address.</summary>
    public string Address { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>The whole address, as in <c>http://127.0.0.1:5101</c>.</summary>
    public string UriString => $"{Endpoint.UriScheme}://{Address}:{Port}";
}
