using System.Globalization;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting;

// Where a resource listens, and how it is known to be healthy.
public static partial class ResourceBuilderExtensions
{
    /// <summary>Adds an endpoint that speaks HTTP, on the loopback address.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port that others use; without one, any free port.</param>
    /// <param name="targetPort">
    /// The port that the process listens at. Nothing stands between the two here, so it counts only where <paramref name="port"/> is not given.
    /// </param>
    /// <param name="name">The endpoint's name; without one, <c>http</c>.</param>
    /// <param name="env">A variable that gets the port.</param>
    /// <param name="isProxied">Whether something may stand between caller and process. Here nothing ever does.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The resource has an endpoint of that name.</exception>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool? isProxied = null)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, "http", name, env, isProxied);

    /// <summary>Adds an endpoint, on the loopback address.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port that others use; without one, any free port.</param>
    /// <param name="targetPort">
    /// The port that the process listens at. Nothing stands between the two here, so it counts only where <paramref name="port"/> is not given.
    /// </param>
    /// <param name="scheme">The scheme of its address; without one, the protocol's name.</param>
    /// <param name="name">The endpoint's name; without one, the scheme.</param>
    /// <param name="env">A variable that gets the port.</param>
    /// <param name="isProxied">Whether something may stand between caller and process. Here nothing ever does.</param>
    /// <param name="isExternal">Whether it is meant for callers outside the application.</param>
    /// <param name="protocol">TCP, unless another is given.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">The resource has an endpoint of that name.</exception>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? scheme = null, string? name = null, string? env = null,
        bool? isProxied = null, bool? isExternal = null, ProtocolType? protocol = null)
        where T : IResourceWithEndpoints
    {
        var endpoint = new EndpointAnnotation(
            protocol ?? ProtocolType.Tcp, scheme, name: name, port: port, targetPort: targetPort, isExternal: isExternal, isProxied: isProxied);
        if (builder.GetEndpoint(endpoint.Name).Exists)
        {
            throw new DistributedApplicationException($"'{builder.Resource.Name}' has two endpoints named '{endpoint.Name}'. Give one of them another name.");
        }

        builder.WithAnnotation(endpoint);
        return env is null
            ? builder
            : builder.WithAnnotation(new EnvironmentCallbackAnnotation(context =>
            {
                context.EnvironmentVariables[env] = endpoint.Replicas[context.Replica].Port.ToString(CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            }));
    }

    /// <summary>Says more about an endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="endpointName">The endpoint's name.</param>
    /// <param name="callback">What is said: for instance that its transport is <c>http2</c>.</param>
    /// <param name="createIfNotExists">Whether an endpoint that does not exist is added; otherwise nothing is called.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<EndpointAnnotation> callback, bool createIfNotExists = true)
        where T : IResourceWithEndpoints
    {
        var endpoint = builder.Resource.Annotations.OfType<EndpointAnnotation>()
            .FirstOrDefault(existing => string.Equals(existing.Name, endpointName, StringComparison.OrdinalIgnoreCase));
        if (endpoint is null && createIfNotExists)
        {
            endpoint = new EndpointAnnotation(ProtocolType.Tcp, name: endpointName);
            builder.WithAnnotation(endpoint);
        }

        if (endpoint is not null)
        {
            callback(endpoint);
        }

        return builder;
    }

    /// <summary>Refers to an endpoint, which need not exist yet.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The endpoint's name.</param>
    /// <returns>The reference.</returns>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name) where T : IResourceWithEndpoints =>
        new(builder.Resource, name);

    /// <summary>Calls a resource healthy when it answers a GET with the right status.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="path">The path, beginning with a slash; without one, <c>/</c>.</param>
    /// <param name="statusCode">The right status; without one, 200.</param>
    /// <param name="endpointName">The endpoint that is asked; without one, <c>http</c>.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints =>
        builder.WithAnnotation<HealthCheckAnnotation>(new HttpHealthCheck(builder.GetEndpoint(endpointName ?? "http"), path ?? "/", statusCode ?? 200));

    /// <summary>Calls a resource healthy when a health check of the AppHost's own services says so.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="key">The name under which the check is registered.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key) where T : IResource =>
        builder.WithAnnotation(new HealthCheckAnnotation(key));
}
