using Regional.Territory;

namespace Regional.Cli.Calls;

/// <summary>The participants of all regions that are hosted here, by whom they answer for.</summary>
internal sealed class Participants(Regions regions)
{
    private readonly ILookup<Mandate, Participant> _byMandate = regions.All.SelectMany(region => region.Participants).ToLookup(participant => participant.Mandate);

    /// <summary>The municipalities that take part, in the order of their codes.</summary>
    public IReadOnlyList<MunicipalityCode> Municipalities => MunicipalitiesIn(regions.All);

    /// <summary>The regions that have a samenwerkingsverband, in the order of their codes.</summary>
    public IEnumerable<RegionCode> Regions => regions.All.Select(region => region.Code).Where(code => ForRegion(code) is not null);

    /// <summary>Who speaks for the inhabitants of a municipality; null when nobody does.</summary>
    public Participant? ForMunicipality(MunicipalityCode municipality) => _byMandate[new Mandate.OfMunicipality(municipality)].FirstOrDefault();

    /// <summary>Who reads the figures of a region; null when the region is not hosted here or has no such participant.</summary>
    public Participant? ForRegion(RegionCode region) =>
        _byMandate[new Mandate.OfRegion(region)].OrderByDescending(participant => participant.Id.Unit == "monitor").FirstOrDefault();

    /// <summary>The municipalities that take part in a region, in the order of their codes.</summary>
    public IReadOnlyList<MunicipalityCode> MunicipalitiesOf(RegionCode code) => MunicipalitiesIn(regions.All.Where(region => region.Code == code));

    private static IReadOnlyList<MunicipalityCode> MunicipalitiesIn(IEnumerable<Region> regions) =>
        [.. regions.SelectMany(region => region.Participants).Select(participant => participant.Mandate).OfType<Mandate.OfMunicipality>()
            .Select(mandate => mandate.Code).Distinct().OrderBy(code => code.ToString(), StringComparer.Ordinal)];
}
