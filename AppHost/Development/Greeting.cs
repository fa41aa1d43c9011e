using System.Text;
using Regional.AppHost.Development.StatusPage;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;

namespace Regional.AppHost.Development;

/// <summary>What a developer wants to know once all is healthy.</summary>
internal sealed class Greeting(
    DistributedApplicationModel model, ResourceNotificationService notifications, DevelopmentFolders folders, StackOptions options, Regions regions, StatusSite site,
    TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = DevelopmentTokens.LongestLifetime;

    public string Text()
    {
        var text = new StringBuilder().AppendLine().AppendLine("All is healthy. Ctrl-C stops everything.").AppendLine();
        var width = model.Resources.Max(resource => resource.Name.Length);
        foreach (var resource in model.Resources.OfType<IResourceWithEndpoints>())
        {
            notifications.TryGetCurrentState(resource.Name, out var state);
            var addresses = resource.GetEndpoints().Select(endpoint => $"{endpoint.EndpointName} {endpoint.Url}");
            text.AppendLine($"  {resource.Name.PadRight(width)}  {state?.Snapshot.State?.Text}, {state?.Snapshot.HealthStatus}  {string.Join("  ", addresses)}");
        }

        if (site.NewLoginAddress() is { } status)
        {
            text.AppendLine().AppendLine($"  status page  {status}");
        }

        var (region, participant) = Example();
        text.AppendLine()
            .AppendLine($"  data  {(options.WithServers ? folders.Servers : folders.Data)}")
            .AppendLine($"  logs  {folders.Logs}")
            .AppendLine()
            .AppendLine($"  A token for {participant.Name} ({EnumText.Of(participant.Id.Role)}, {participant.Id.Unit}), good for {Lifetime.TotalHours} hours:")
            .AppendLine($"  {Token(participant)}");
        return options.Only.Count > 0
            ? text.ToString()
            : text.AppendLine()
                .AppendLine("Next, in another terminal:")
                .AppendJoin(Environment.NewLine, NextCommands(region).Select(command => $"  dotnet run --project src/Cli -- {command}{StackOption}"))
                .ToString();
    }

    // They walk through all services.
    private static string[] NextCommands(Region region) =>
    [
        $"simulate --region {region.Code} --school-year 2024-2025 --seed 1 --out signals.ndjson",
        "push signals.ndjson",
        $"table signals-by-municipality --region {region.Code} --school-year 2024-2025",
        $"table participation --region {region.Code} --school-year 2024-2025",
    ];

    // The command line finds a stack in the repository by itself.
    private string StackOption => options.Folder is { } folder ? $" --stack \"{folder}\"" : "";

    // A municipality pushes signals and reads its own; the region is the one whose tables hold a whole school year.
    private (Region Region, Participant Participant) Example() => regions.All
        .OrderByDescending(region => region.Code.ToString() == "VO2201")
        .SelectMany(region => region.Participants, (region, participant) => (region, participant))
        .OrderByDescending(pair => pair.participant.Id.Role == Role.Municipality)
        .First();

    private string Token(Participant participant) => DevelopmentTokens.Open(folders.Keys, clock)
        .Issue(new Caller(participant.Id.Oin, new(participant.Id.Role), participant.Id.Unit, "developer"), Lifetime);
}
