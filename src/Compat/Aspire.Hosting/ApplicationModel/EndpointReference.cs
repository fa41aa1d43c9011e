namespace Aspire.Hosting.ApplicationModel;

/// <summary>An endpoint of a resource, referred to before it has an address.</summary>
/// <remarks>A resource of several replicas has several addresses; this is the first replica's.</remarks>
/// <param name="owner">The resource that listens.</param>
/// <param name="endpointName">The endpoint's name.</param>
public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IExpressionValue, IValueWithReferences
{
    /// <summary>The resource that listens.</summary>
    public IResourceWithEndpoints Resource { get; } = owner;

    /// <summary>The endpoint's name.</summary>
    public string EndpointName { get; } = endpointName;

    /// <summary>Whether the resource has such an endpoint.</summary>
    public bool Exists => Found is not null;

    /// <summary>Whether its address is known.</summary>
    public bool IsAllocated => Found?.AllocatedEndpoint is not null;

    /// <summary>Whether its scheme is <c>http</c>.</summary>
    public bool IsHttp => Scheme == "http";

    /// <summary>Whether its scheme is <c>https</c>.</summary>
    public bool IsHttps => Scheme == "https";

    /// <summary>What is said about the endpoint.</summary>
    /// <exception cref="DistributedApplicationException">There is no such endpoint.</exception>
    public EndpointAnnotation EndpointAnnotation => Found ?? throw new DistributedApplicationException(
        $"Resource '{Resource.Name}' has no endpoint '{EndpointName}'. Add it with WithHttpEndpoint(name: \"{EndpointName}\").");

    /// <summary>The scheme of its address.</summary>
    /// <exception cref="DistributedApplicationException">There is no such endpoint.</exception>
    public string Scheme => EndpointAnnotation.UriScheme;

    /// <summary>The port that was asked for the process; null for any.</summary>
    /// <exception cref="DistributedApplicationException">There is no such endpoint.</exception>
    public int? TargetPort => EndpointAnnotation.TargetPort;

    /// <summary>The whole address, as in <c>http://127.0.0.1:5101</c>.</summary>
    /// <exception cref="DistributedApplicationException">There is no such endpoint, or the application has not been started.</exception>
    public string Url => Allocated.UriString;

    /// <summary>The host's address.</summary>
    /// <exception cref="DistributedApplicationException">There is no such endpoint, or the application has not been started.</exception>
    public string Host => Allocated.Address;

    /// <summary>The port.</summary>
    /// <exception cref="DistributedApplicationException">There is no such endpoint, or the application has not been started.</exception>
    public int Port => Allocated.Port;

    string IManifestExpressionProvider.ValueExpression => $"{{{Resource.Name}.bindings.{EndpointName}.url}}";

    IEnumerable<object> IValueWithReferences.References => [Resource];

    private EndpointAnnotation? Found =>
        Resource.Annotations.OfType<EndpointAnnotation>()
            .FirstOrDefault(endpoint => string.Equals(endpoint.Name, EndpointName, StringComparison.OrdinalIgnoreCase));

    private AllocatedEndpoint Allocated => EndpointAnnotation.AllocatedEndpoint
        ?? throw new DistributedApplicationException($"Endpoint '{EndpointName}' of '{Resource.Name}' has no address before the application starts.");

    /// <inheritdoc/>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Url);

    /// <summary>Refers to a part of the address.</summary>
    /// <param name="property">The part.</param>
    /// <returns>The reference.</returns>
    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);
}
