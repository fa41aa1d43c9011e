using Aspire.Hosting.Processes;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Redis server.</summary>
public class RedisResource : ContainerResource, IResourceWithConnectionString
{
    /// <summary>Names the server.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="password">Its password.</param>
    public RedisResource(string name, ParameterResource password)
        : base(name)
    {
        PrimaryEndpoint = new(this, LocalServerProgram.EndpointName);
        PasswordParameter = password;
    }

    /// <summary>Where it listens.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>The host's address.</summary>
    public EndpointReferenceExpression Host => PrimaryEndpoint.Property(EndpointProperty.Host);

    /// <summary>The port.</summary>
    public EndpointReferenceExpression Port => PrimaryEndpoint.Property(EndpointProperty.Port);

    /// <summary>Its password.</summary>
    public ParameterResource? PasswordParameter { get; }

    /// <summary>In the form of StackExchange.Redis: <c>host:port,password=…</c>.</summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"{PrimaryEndpoint.Property(EndpointProperty.HostAndPort)},password={PasswordParameter!}");

    /// <summary>As an address: <c>redis://:password@host:port</c>.</summary>
    public ReferenceExpression UriExpression => ReferenceExpression.Create($"redis://:{PasswordParameter!}@{Host}:{Port}");

    /// <inheritdoc cref="IResourceWithConnectionString.GetConnectionStringAsync"/>
    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ConnectionStringExpression.GetValueAsync(cancellationToken);

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Password", ReferenceExpression.Create($"{PasswordParameter!}")),
        new("Uri", UriExpression),
    ];
}
