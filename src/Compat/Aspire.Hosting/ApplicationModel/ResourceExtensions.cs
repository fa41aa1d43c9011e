namespace Aspire.Hosting.ApplicationModel;

/// <summary>What can be asked of a resource.</summary>
public static class ResourceExtensions
{
    /// <summary>The endpoints of a resource, in the order in which they were added.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>A reference to each.</returns>
    public static IEnumerable<EndpointReference> GetEndpoints(this IResourceWithEndpoints resource) =>
        resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => new EndpointReference(resource, endpoint.Name));

    /// <summary>How many processes a resource runs as.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>Their number, 1 where nothing else was said.</returns>
    public static int GetReplicaCount(this IResource resource) => resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;

    /// <summary>The name of each of its processes: its own, with a number behind it where there are several.</summary>
    internal static IEnumerable<string> Ids(this IResource resource) => resource.GetReplicaCount() is var count and > 1
        ? Enumerable.Range(0, count).Select(replica => $"{resource.Name}-{replica}")
        : [resource.Name];
}
