using Grpc.Core;
using Regional.Indicators.Tables;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;

namespace Regional.Indicators;

/// <summary>By which relation a caller may read the figures of a region: it takes part in it.</summary>
internal sealed class Relations(Regions regions)
{
    /// <summary>The region, for one of its participants.</summary>
    public Outcome<Region> RegionFor(Caller caller, RegionCode code) =>
        caller.Participant is { } participant && regions.ParticipationsOf(participant).Select(p => p.Region).FirstOrDefault(r => r.Code == code) is { } region
            ? region
            : Refused.NotAParticipant(caller, code);
}

/// <summary>The refusals of this service, with the words for the caller.</summary>
internal static class Refused
{
    /// <summary>The same for a region that is not hosted here, so that nobody learns from the answer which ones are.</summary>
    public static Refusal NotAParticipant(Caller caller, RegionCode region) => new(
        StatusCode.PermissionDenied,
        "NOT_A_PARTICIPANT",
        $"{caller.Oin} takes no part in region {region} as {caller.Role}/{caller.Unit}, or the region is not hosted here; the region's administrator registers participants.")
    {
        Metadata = new Dictionary<string, string> { ["region"] = region.ToString(), ["oin"] = caller.Oin.ToString(), ["role"] = caller.Role, ["unit"] = caller.Unit },
    };

    /// <summary>There is no such table, or none of that school year.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="existing">What the region has, in words.</param>
    public static Refusal TableNotFound(TableName name, string existing) => new(
        StatusCode.NotFound, "TABLE_NOT_FOUND", $"Region {name.Parent.Region} has no table {name.Table} of {name.Parent.Year}. It has {existing}.")
    {
        Metadata = new Dictionary<string, string> { ["name"] = name.ToString(), ["existing"] = existing },
    };
}
