using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Processes;

/// <summary>Shows an application that is being described to a test that has called the AppHost's entry point.</summary>
/// <remarks>The event's handler runs before the entry point goes on: it may change what it is shown, and it may keep the entry point waiting.</remarks>
internal static class HandOver
{
    public const string ListenerName = "Aspire.Hosting";
    public const string ConstructingEvent = "DistributedApplicationBuilderConstructing";
    public const string BuildingEvent = "DistributedApplicationBuilding";
    public const string BuiltEvent = "DistributedApplicationBuilt";

    private static readonly DiagnosticListener Listener = new(ListenerName);

    public static void Constructing(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) =>
        Write(ConstructingEvent, (options, settings));

    public static void Building(IDistributedApplicationBuilder builder) => Write(BuildingEvent, builder);

    public static void Built(DistributedApplication application) => Write(BuiltEvent, application);

    private static void Write(string name, object value)
    {
        if (Listener.IsEnabled() && Listener.IsEnabled(name))
        {
            Listener.Write(name, value);
        }
    }
}
