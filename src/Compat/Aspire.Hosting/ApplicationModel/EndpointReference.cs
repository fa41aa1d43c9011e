namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something whose value is known only when the application runs.</summary>
public interface IValueProvider
{
    /// <summary>Gives the value.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The value, or null where there is none.</returns>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>An endpoint of a resource, referred to before it has an address.</summary>
/// <param name="owner">The resource that listens.</param>
/// <param name="endpointName">The endpoint's name.</param>
public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IValueProvider
{
    /// <summary>The resource that listens.</summary>
    public IResourceWithEndpoints Resource { get; } = owner;

    /// <summary>The endpoint's name.</summary>
    public string EndpointName { get; } = endpointName;

    /// <summary>Whether the resource has such an endpoint.</summary>
    public bool Exists => Annotation is not null;

    /// <summary>Whether its address is known.</summary>
    public bool IsAllocated => Annotation?.AllocatedEndpoint is not null;

    /// <summary>The whole address, as in <c>http://127.0.0.1:5101</c>.</summary>
    /// <exception cref="DistributedApplicationException">There is no such endpoint, or the application has not been started.</exception>
    public string Url => Allocated.UriString;

    /// <summary>The port.</summary>
    /// <exception cref="DistributedApplicationException">There is no such endpoint, or the application has not been started.</exception>
    public int Port => Allocated.Port;

    private EndpointAnnotation? Annotation =>
        Resource.Annotations.OfType<EndpointAnnotation>()
            .FirstOrDefault(endpoint => string.Equals(endpoint.Name, EndpointName, StringComparison.OrdinalIgnoreCase));

    private AllocatedEndpoint Allocated => Annotation switch
    {
        null => throw new DistributedApplicationException(
            $"Resource '{Resource.Name}' has no endpoint '{EndpointName}'. Add it with WithHttpEndpoint(name: \"{EndpointName}\")."),
        { AllocatedEndpoint: null } => throw new DistributedApplicationException(
            $"Endpoint '{EndpointName}' of '{Resource.Name}' has no address before the application starts."),
        { AllocatedEndpoint: { } allocated } => allocated,
    };

    /// <inheritdoc/>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(Url);
}

/// <summary>What can be asked of a resource.</summary>
public static class ResourceExtensions
{
    /// <summary>The endpoints of a resource, in the order in which they were added.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>A reference to each.</returns>
    public static IEnumerable<EndpointReference> GetEndpoints(this IResourceWithEndpoints resource) =>
        resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => new EndpointReference(resource, endpoint.Name));
}
