using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Hosting;

namespace Regional.AppHost.Development;

/// <summary>
/// Tells the command line where the running stack is: <c>stack.json</c>, there from the moment that addresses are known until the stack stops.
/// An AppHost that was killed leaves it; process id and start time say whether it still speaks of a living one.
/// </summary>
internal sealed class StackFile(DevelopmentFolders folders, IHostApplicationLifetime lifetime)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task Write(DistributedApplicationModel model)
    {
        var database = model.Resources.OfType<IResourceWithConnectionString>().FirstOrDefault(resource => resource.Name == "database");
        using var self = Process.GetCurrentProcess();
        var content = new Content(
            self.Id,
            self.StartTime.ToUniversalTime(),
            [.. model.Resources.OfType<IResourceWithEndpoints>().Select(resource =>
                new Service(resource.Name, resource.GetEndpoints().ToDictionary(endpoint => endpoint.EndpointName, endpoint => endpoint.Url)))],
            folders.Keys,
            folders.Data,
            database is null ? null : await database.GetConnectionStringAsync(),
            folders.Regions,
            folders.Logs);

        // Under its name it is whole or not there: whoever reads it may do so at any moment.
        var draft = folders.StackFile + ".draft";
        await using (var file = File.Create(draft))
        {
            await JsonSerializer.SerializeAsync(file, content, Json);
        }

        File.Move(draft, folders.StackFile, overwrite: true);
        lifetime.ApplicationStopping.Register(() => File.Delete(folders.StackFile));
    }

    private sealed record Content(
        int Pid, DateTime StartTime, IReadOnlyList<Service> Resources, string DevelopmentKeys, string Data, string? Database, string Regions, string Logs);

    private sealed record Service(string Name, IReadOnlyDictionary<string, string> Endpoints);
}
