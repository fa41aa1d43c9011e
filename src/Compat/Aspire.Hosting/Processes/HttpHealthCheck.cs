using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Processes;

/// <summary>Healthy when a GET is answered with the right status, within two seconds.</summary>
internal sealed class HttpHealthCheck(EndpointReference endpoint, string path, int statusCode)
    : OwnHealthCheck(string.Create(CultureInfo.InvariantCulture, $"{endpoint.Resource.Name}_{endpoint.EndpointName}_{path}_{statusCode}_check"))
{
    private const int LongestText = 1000;

    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(2),
    };

    public override async Task<HealthReportSnapshot> CheckAsync(int replica, CancellationToken cancellation)
    {
        var address = endpoint.EndpointAnnotation.Replicas[replica].UriString + path;
        try
        {
            using var response = await Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            var said = await SaidAsync(response, cancellation).ConfigureAwait(false);
            return (int)response.StatusCode == statusCode
                ? new(Key, HealthStatus.Healthy, said)
                : new(Key, HealthStatus.Unhealthy, $"GET {address} answered {(int)response.StatusCode}{(said is null ? "" : $" {said}")}");
        }
        catch (HttpRequestException exception)
        {
            return new(Key, HealthStatus.Unhealthy, $"GET {address} was not answered: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(Key, HealthStatus.Unhealthy, $"GET {address} was not answered within 2 s");
        }
    }

    // ASP.NET's own answer is one word; a service may say more, and that is what a developer needs to know.
    private static async Task<string?> SaidAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType != "text/plain")
        {
            return null;
        }

        var block = new char[LongestText];
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false));
        var text = new string(block, 0, await reader.ReadBlockAsync(block, cancellation).ConfigureAwait(false)).Trim();
        return text is "" or nameof(HealthStatus.Healthy) ? null : text;
    }
}
