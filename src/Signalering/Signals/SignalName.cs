using Regional.ServiceDefaults.Refusals;
using Regional.Territory;

namespace Regional.Signalering.Signals;

/// <summary>The name of a signal: <c>regions/{region}/signals/{signal}</c>.</summary>
internal readonly record struct SignalName(string Region, SignalId Id)
{
    /// <exception cref="RefusedException">The text is no such name.</exception>
    public static SignalName Parse(string text) =>
        text.Split('/') is ["regions", var region, "signals", var id] && RegionName.IsLog(region) && SignalId.TryParse(id, out var signal)
            ? new SignalName(region, signal)
            : throw new RefusedException(Refusal.InvalidFields([new("name", "NAME", "must be regions/{region}/signals/{signal}, as it was given")]));

    public override string ToString() => $"regions/{Region}/signals/{Id}";
}

/// <summary>The name of a region as a parent: <c>regions/{region}</c>.</summary>
internal static class RegionName
{
    /// <summary>Stands for every log.</summary>
    public const string All = "-";

    /// <summary>The log that the parent names.</summary>
    /// <exception cref="RefusedException">The text names none.</exception>
    public static string Parse(string parent, bool allowAll) =>
        parent.Split('/') is ["regions", var region] && (IsLog(region) || (allowAll && region == All))
            ? region
            : throw new RefusedException(Refusal.InvalidFields([new("parent", "NAME", $"must be regions/VO2201 with the code of a region, or regions/{Signal.Elders}{(allowAll ? ", or regions/- for all" : "")}")]));

    /// <summary>Whether there can be a log of this name.</summary>
    public static bool IsLog(string region) => region == Signal.Elders || RegionCode.TryParse(region, out _, out _);
}
