using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Processes;

/// <summary>Healthy when a GET is answered with the right status, within two seconds.</summary>
/// <remarks>An answer in plain text that begins with <c>Degraded</c>, as ASP.NET's health checks give it, makes the resource degraded; more text says why.</remarks>
internal sealed class HttpHealthCheck(EndpointReference endpoint, string path, int statusCode)
    : OwnHealthCheck(string.Create(CultureInfo.InvariantCulture, $"{endpoint.Resource.Name}_{endpoint.EndpointName}_{path}_{statusCode}_check"))
{
    private const int LongestText = 1000;

    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    protected override string What(int replica) => $"GET {Address(replica)}";

    protected override async Task<(HealthStatus Status, string? Description)> AskAsync(int replica, CancellationToken cancellation)
    {
        using var response = await Client.GetAsync(Address(replica), HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        var lines = await LinesAsync(response, cancellation).ConfigureAwait(false);
        if ((int)response.StatusCode != statusCode)
        {
            return (HealthStatus.Unhealthy, $"{What(replica)} answered {(int)response.StatusCode}{string.Concat(lines.Skip(1).Select(line => $"; {line}"))}");
        }

        var status = lines is [nameof(HealthStatus.Degraded), ..] ? HealthStatus.Degraded : HealthStatus.Healthy;
        return (status, lines.Length > 1 ? string.Join("; ", lines.Skip(1)) : null);
    }

    private string Address(int replica) => endpoint.EndpointAnnotation.Replicas[replica].UriString + path;

    private static async Task<string[]> LinesAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType != "text/plain")
        {
            return [];
        }

        var block = new char[LongestText];
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false));
        var read = await reader.ReadBlockAsync(block, cancellation).ConfigureAwait(false);
        return new string(block, 0, read).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
