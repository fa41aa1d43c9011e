using Grpc.Core;
using Regional.Indicators.Tables;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;

namespace Regional.Indicators;

/// <summary>A participant of a region, and of whom it may learn live counts.</summary>
/// <param name="Region">The region.</param>
/// <param name="Municipalities">A municipality may read its own rows, so it may know their number, and of no others. A samenwerkingsverband gets them all, as
/// long as there are no releases. A school board gets none: what the signals of its pupils add up to is for a release.</param>
internal sealed record Reader(Region Region, IReadOnlyList<Municipality> Municipalities)
{
    /// <summary>Whether it is told of a part of the region only.</summary>
    public bool SeesPart => Municipalities.Count < Region.Municipalities.Count;
}

/// <summary>By which relation a caller may read the figures of a region: it takes part in it.</summary>
internal sealed class Relations(Regions regions)
{
    /// <summary>The region, for one of its participants.</summary>
    public Outcome<Reader> ReaderOf(RegionCode code, Caller caller)
    {
        var participations = caller.Participant is { } participant ? regions.ParticipationsOf(participant).Where(p => p.Region.Code == code).ToList() : [];
        if (participations.Count == 0)
        {
            return Refused.NotAParticipant(caller, code);
        }

        var mandates = participations.Select(p => p.Participant.Mandate).ToList();
        var region = participations[0].Region;
        return new Reader(region, mandates.OfType<Mandate.OfRegion>().Any()
            ? region.Municipalities
            : [.. region.Municipalities.Where(m => mandates.Contains(new Mandate.OfMunicipality(m.Code)))]);
    }
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
        Metadata = new Dictionary<string, string> { ["region"] = region.ToString(), ["oin"] = caller.Oin.ToString(), ["role"] = caller.Role.ToString(), ["unit"] = caller.Unit },
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
