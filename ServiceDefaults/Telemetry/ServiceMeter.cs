using System.Diagnostics.Metrics;

namespace Regional.ServiceDefaults;

/// <summary>What every service counts about its edge.</summary>
public static class ServiceMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "Regional.ServiceDefaults";

    private static readonly Meter Meter = new(Name);

    /// <summary>Messages with a field that the contract does not know.</summary>
    public static Counter<long> UnknownFields { get; } = Meter.CreateCounter<long>("regional.requests.unknown_fields");

    /// <summary>Items that named an organisation other than the caller's own.</summary>
    public static Counter<long> ForeignItems { get; } = Meter.CreateCounter<long>("regional.requests.foreign_items");
}
