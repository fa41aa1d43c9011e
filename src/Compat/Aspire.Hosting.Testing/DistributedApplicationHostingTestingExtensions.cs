using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Testing;

/// <summary>How a test reaches the resources of an application.</summary>
public static class DistributedApplicationHostingTestingExtensions
{
    /// <summary>Makes an HTTP client whose base address is an endpoint.</summary>
    /// <param name="app">The application.</param>
    /// <param name="resourceName">The resource.</param>
    /// <param name="endpointName">Its endpoint; null for <c>https</c>, or else <c>http</c>, or else the first.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">There is no such resource, or no such endpoint.</exception>
    /// <exception cref="InvalidOperationException">The application has not been started.</exception>
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = app.GetEndpoint(resourceName, endpointName);
        return client;
    }

    /// <summary>Gives the address of an endpoint.</summary>
    /// <param name="app">The application.</param>
    /// <param name="resourceName">The resource.</param>
    /// <param name="endpointName">Its endpoint; null for <c>https</c>, or else <c>http</c>, or else the first.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">There is no such resource, or no such endpoint.</exception>
    /// <exception cref="InvalidOperationException">The application has not been started.</exception>
    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        var endpoints = app.Resource(resourceName) is IResourceWithEndpoints listening ? listening.GetEndpoints().ToList() : [];
        var endpoint = endpointName is null ? Called("https") ?? Called("http") ?? endpoints.FirstOrDefault() : Called(endpointName);
        return endpoint switch
        {
            null => throw new ArgumentException($"Resource '{resourceName}' has no endpoint{(endpointName is null ? "" : $" '{endpointName}'")}.", nameof(endpointName)),
            { IsAllocated: false } => throw new InvalidOperationException($"The application has not been started: '{resourceName}' has no address yet."),
            _ => new Uri(endpoint.Url),
        };

        EndpointReference? Called(string name) => endpoints.FirstOrDefault(each => string.Equals(each.EndpointName, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Gives the connection string of a resource.</summary>
    /// <param name="app">The application.</param>
    /// <param name="resourceName">The resource.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The connection string, or null where there is none.</returns>
    /// <exception cref="ArgumentException">There is no such resource, or it has no connection string.</exception>
    public static ValueTask<string?> GetConnectionStringAsync(
        this DistributedApplication app, string resourceName, CancellationToken cancellationToken = default) =>
        app.Resource(resourceName) is IResourceWithConnectionString connected
            ? connected.GetConnectionStringAsync(cancellationToken)
            : throw new ArgumentException($"Resource '{resourceName}' has no connection string.", nameof(resourceName));

    private static IResource Resource(this DistributedApplication app, string name) =>
        app.Services.GetRequiredService<DistributedApplicationModel>().Resources
            .FirstOrDefault(resource => string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no resource '{name}'.", nameof(name));
}
