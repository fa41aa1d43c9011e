using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Regional.Hosting.Tests;

/// <summary>What the tests ask of a running application and of the stand-in service.</summary>
internal static class Asking
{
    public static string? State(this DistributedApplication application, string resource) =>
        application.ResourceNotifications.TryGetCurrentState(resource, out var known) ? known.Snapshot.State?.Text : null;

    public static ResourceLoggerService Logs(this DistributedApplication application) => application.Services.GetRequiredService<ResourceLoggerService>();

    public static async Task<IReadOnlyList<string>> Log(this DistributedApplication application, IResource resource)
    {
        var lines = new List<string>();
        await foreach (var batch in application.Logs().GetAllAsync(resource))
        {
            lines.AddRange(batch.Select(line => line.Content));
        }

        return lines;
    }

    /// <summary>Waits until the stand-in service is healthy and gives its environment.</summary>
    public static async Task<Dictionary<string, string>> EnvironmentOf(this DistributedApplication application, IResourceBuilder<ProjectResource> project)
    {
        await application.ResourceNotifications.WaitForResourceHealthyAsync(project.Resource.Name, Limit.Token);
        return await TestApplication.EnvironmentAt(project.GetEndpoint("http").Url);
    }

    public static async Task<int> Pid(this IResourceBuilder<ProjectResource> project) => int.Parse(
        await TestApplication.Client.GetStringAsync(new Uri(project.GetEndpoint("http").Url + "/pid"), Limit.Token), CultureInfo.InvariantCulture);
}
