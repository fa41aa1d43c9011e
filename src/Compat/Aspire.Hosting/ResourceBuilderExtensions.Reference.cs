using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting;

// What a resource is told of others, and what it waits for.
public static partial class ResourceBuilderExtensions
{
    /// <summary>Lets a resource find the endpoints of another, in its environment.</summary>
    /// <remarks>
    /// For each endpoint <c>services__{name}__{endpoint}__{replica}</c>, which .NET reads as configuration, and <c>{NAME}_{ENDPOINT}</c>, the first
    /// replica's, for everyone else.
    /// </remarks>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource that calls.</param>
    /// <param name="source">The resource that is called.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment =>
        builder.RelatedTo(source.Resource, "Reference").WithEnvironment(context =>
        {
            foreach (var endpoint in source.Resource.GetEndpoints())
            {
                context.AddService(source.Resource.Name, endpoint);
            }
        });

    /// <summary>Lets a resource find one endpoint of another, in its environment.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource that calls.</param>
    /// <param name="endpointReference">The endpoint that is called.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment =>
        builder.RelatedTo(endpointReference.Resource, "Reference").WithEnvironment(context => context.AddService(endpointReference.Resource.Name, endpointReference));

    /// <summary>Lets a resource find a service outside the application, in its environment: <c>services__{name}__default__0</c>.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource that calls.</param>
    /// <param name="name">The name by which it finds the service.</param>
    /// <param name="uri">The service's address.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, string name, Uri uri)
        where TDestination : IResourceWithEnvironment =>
        builder.WithEnvironment($"services__{name}__default__0", uri.ToString());

    /// <summary>Gives a resource a connection string, in its environment.</summary>
    /// <remarks><c>ConnectionStrings__{name}</c> is the whole, <c>{NAME}_{PROPERTY}</c> is a part of it, such as <c>POSTGRES_HOST</c>.</remarks>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource that connects.</param>
    /// <param name="source">The resource that it connects to.</param>
    /// <param name="connectionName">The name in those variables; null for the source's.</param>
    /// <param name="optional">Whether the resource starts without it, when there is none.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment =>
        builder.RelatedTo(source.Resource, "Reference").WithEnvironment(context =>
        {
            var name = connectionName ?? source.Resource.Name;
            context.EnvironmentVariables[source.Resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{name}"] =
                new ConnectionString(source.Resource, optional);
            foreach (var (property, value) in source.Resource.GetConnectionProperties())
            {
                context.EnvironmentVariables[VariableName(name, property)] = value;
            }
        });

    /// <summary>Starts a resource only when another runs, is healthy and is ready.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource that waits.</param>
    /// <param name="dependency">The resource that is waited for; with several replicas, all of them.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">A resource cannot wait for itself.</exception>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency) where T : IResourceWithWaitSupport =>
        builder.WaitFor(dependency, WaitBehavior.WaitOnResourceUnavailable);

    /// <summary>Starts a resource only when another runs, is healthy and is ready.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource that waits.</param>
    /// <param name="dependency">The resource that is waited for; with several replicas, all of them.</param>
    /// <param name="waitBehavior">What becomes of the wait when the other ends.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">A resource cannot wait for itself.</exception>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitBehavior waitBehavior)
        where T : IResourceWithWaitSupport =>
        builder.Wait(new WaitAnnotation(dependency.Resource, WaitType.WaitUntilHealthy) { WaitBehavior = waitBehavior });

    /// <summary>Starts a resource only when another runs, healthy or not.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource that waits.</param>
    /// <param name="dependency">The resource that is waited for; with several replicas, all of them.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">A resource cannot wait for itself.</exception>
    public static IResourceBuilder<T> WaitForStart<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport =>
        builder.WaitForStart(dependency, WaitBehavior.WaitOnResourceUnavailable);

    /// <summary>Starts a resource only when another runs, healthy or not.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource that waits.</param>
    /// <param name="dependency">The resource that is waited for; with several replicas, all of them.</param>
    /// <param name="waitBehavior">What becomes of the wait when the other ends.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">A resource cannot wait for itself.</exception>
    public static IResourceBuilder<T> WaitForStart<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitBehavior waitBehavior)
        where T : IResourceWithWaitSupport =>
        builder.Wait(new WaitAnnotation(dependency.Resource, WaitType.WaitUntilStarted) { WaitBehavior = waitBehavior });

    /// <summary>Starts a resource only when another has done its work and ended, which that one does once: it is not started again.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource that waits.</param>
    /// <param name="dependency">The resource that is waited for.</param>
    /// <param name="exitCode">The exit code that says that the work is done; with another, the resource that waits fails.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">A resource cannot wait for itself.</exception>
    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport =>
        builder.Wait(new WaitAnnotation(dependency.Resource, WaitType.WaitForCompletion, exitCode));

    /// <summary>Does not start a resource with the application, but by the command <c>resource-start</c>.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithExplicitStart<T>(this IResourceBuilder<T> builder) where T : IResource =>
        builder.WithAnnotation(new ExplicitStartupAnnotation());

    private static IResourceBuilder<T> Wait<T>(this IResourceBuilder<T> builder, WaitAnnotation wait) where T : IResource =>
        ReferenceEquals(builder.Resource, wait.Resource)
            ? throw new DistributedApplicationException($"'{builder.Resource.Name}' waits for itself. Take that wait away.")
            : builder.RelatedTo(wait.Resource, "WaitFor").WithAnnotation(wait);

    private static IResourceBuilder<T> RelatedTo<T>(this IResourceBuilder<T> builder, IResource other, string type) where T : IResource =>
        builder.WithAnnotation(new ResourceRelationshipAnnotation(other, type));

    private static void AddService(this EnvironmentCallbackContext context, string name, EndpointReference endpoint)
    {
        foreach (var (replica, allocated) in endpoint.EndpointAnnotation.Replicas.Index())
        {
            var variable = string.Create(CultureInfo.InvariantCulture, $"services__{name}__{endpoint.EndpointName}__{replica}");
            context.EnvironmentVariables[variable] = allocated.UriString;
        }

        context.EnvironmentVariables[VariableName(name, endpoint.EndpointName)] = endpoint;
    }

    private static string VariableName(string resource, string part) => $"{resource}_{part}".Replace('-', '_').ToUpperInvariant();
}
