using Aspire.Hosting.Processes;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A RabbitMQ server.</summary>
public class RabbitMQServerResource : ContainerResource, IResourceWithConnectionString
{
    /// <summary>Names the server.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="userName">The user's name; null for <c>guest</c>.</param>
    /// <param name="password">The user's password.</param>
    public RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password)
        : base(name)
    {
        PrimaryEndpoint = new(this, LocalServerProgram.EndpointName);
        UserNameParameter = userName;
        PasswordParameter = password;
    }

    /// <summary>Where it listens.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>The host's address.</summary>
    public EndpointReferenceExpression Host => PrimaryEndpoint.Property(EndpointProperty.Host);

    /// <summary>The port.</summary>
    public EndpointReferenceExpression Port => PrimaryEndpoint.Property(EndpointProperty.Port);

    /// <summary>The user's name; null for <c>guest</c>.</summary>
    public ParameterResource? UserNameParameter { get; }

    /// <summary>The user's name.</summary>
    public ReferenceExpression UserNameReference =>
        UserNameParameter is null ? ReferenceExpression.Create($"guest") : ReferenceExpression.Create($"{UserNameParameter}");

    /// <summary>The user's password.</summary>
    public ParameterResource PasswordParameter { get; }

    /// <summary>The address of AMQP: <c>amqp://user:password@host:port</c>.</summary>
    public ReferenceExpression ConnectionStringExpression => UriExpression;

    /// <summary>The address of AMQP: <c>amqp://user:password@host:port</c>.</summary>
    public ReferenceExpression UriExpression => ReferenceExpression.Create($"amqp://{UserNameReference}:{PasswordParameter}@{Host}:{Port}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Username", UserNameReference),
        new("Password", ReferenceExpression.Create($"{PasswordParameter}")),
        new("Uri", UriExpression),
    ];
}
