using System.Collections.Frozen;

namespace Regional.Territory;

/// <summary>In which third of the country the school holidays fall.</summary>
public enum HolidayRegion
{
    /// <summary>North.</summary>
    Noord,

    /// <summary>Middle.</summary>
    Midden,

    /// <summary>South.</summary>
    Zuid,
}

/// <summary>The region of one samenwerkingsverband: what lies where, since when, and who may speak for it. Never changes once it is read.</summary>
public sealed class Region
{
    private readonly FrozenDictionary<string, Municipality> _municipalityByName;

    internal Region(RegionContent content)
    {
        Content = content;
        _municipalityByName = content.Municipalities
            .SelectMany(municipality => municipality.Aliases.Prepend(municipality.Name), (municipality, name) => (municipality, name))
            .ToFrozenDictionary(pair => pair.name, pair => pair.municipality, StringComparer.OrdinalIgnoreCase);
        var inside = content.Postcodes.Values
            .SelectMany(places => places.Spans).Where(span => span.Value.IsIn(content.Code)).Select(span => span.Value.Municipality).ToHashSet();
        Municipalities = [.. content.Municipalities.Where(municipality => inside.Contains(municipality.Code))];
        Neighbours = [.. content.Municipalities.Where(municipality => !inside.Contains(municipality.Code))];
    }

    /// <summary>The number of the samenwerkingsverband.</summary>
    public RegionCode Code => Content.Code;

    /// <summary>Its name.</summary>
    public string Name => Content.Name;

    /// <summary>When its schools have holidays.</summary>
    public HolidayRegion HolidayRegion => Content.HolidayRegion;

    /// <summary>Counts from 1 to one less than this are not published.</summary>
    public int SmallCountThreshold => Content.SmallCountThreshold;

    /// <summary>Where the data were taken from.</summary>
    public IReadOnlyList<Source> Sources => Content.Sources;

    /// <summary>The municipalities that lie in the region, whole or in part, in the order of their names.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; }

    /// <summary>Municipalities outside the region whose postcodes are known all the same, because a board of the region teaches there.</summary>
    public IReadOnlyList<Municipality> Neighbours { get; }

    /// <summary>What each known postcode belongs to, over time; postcodes outside the region are among them.</summary>
    public IReadOnlyDictionary<Postcode4, Timeline<Place>> Postcodes => Content.Postcodes;

    /// <summary>The school table: what participation is computed from.</summary>
    public IReadOnlyList<School> Schools => Content.Schools;

    /// <summary>All known vestigingen, those that the school table does not count among them.</summary>
    public IReadOnlyList<Establishment> Establishments => Content.Establishments;

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<Participant> Participants => Content.Participants;

    /// <summary>Which data may flow between whom, the flows that are shut among them.</summary>
    public IReadOnlyList<Flow> Flows => Content.Flows;

    /// <summary>All ways in which the region is divided, in the order of the file.</summary>
    public IReadOnlyList<Drawing> Drawings => Content.Drawings;

    /// <summary>What the region wants to reach.</summary>
    public IReadOnlyList<Target> Targets => Content.Targets;

    /// <summary>Published rates of absence.</summary>
    public IReadOnlyList<AbsenceRate> AbsenceRates => Content.AbsenceRates;

    /// <summary>The denominators of these rates.</summary>
    public IReadOnlyList<ResidentPupils> ResidentPupils => Content.ResidentPupils;

    internal RegionContent Content { get; }

    /// <summary>The municipality that a source means, by name or alias, whatever the capitals.</summary>
    public Municipality? MunicipalityNamed(string name) => _municipalityByName.GetValueOrDefault(name);

    /// <summary>The postcodes of a municipality that lie in this region on a day, in ascending order.</summary>
    public IReadOnlyList<Postcode4> PostcodesOf(MunicipalityCode municipality, DateOnly day) =>
        [.. Postcodes
            .Where(pair => pair.Value.TryGet(day, out var place) && place.Municipality == municipality && place.IsIn(Code))
            .Select(pair => pair.Key)
            .OrderBy(postcode => postcode.ToString(), StringComparer.Ordinal)];

    /// <summary>The drawing of that code that holds on a day; null where none does.</summary>
    public Drawing? DrawingOn(string code, DateOnly day) => Drawings.FirstOrDefault(drawing => drawing.Code == code && drawing.Validity.Contains(day));

    /// <summary>What opens a flow on a day. Null means shut: nothing may flow without a recorded grondslag.</summary>
    public Grondslag? GrondslagFor(Role from, Role to, string purpose, DateOnly day) =>
        Flows.FirstOrDefault(flow => flow.From == from && flow.To == to && flow.Purpose == purpose && flow.IsOpenOn(day))?.Grondslag;

    /// <summary>How many pupils the school table counts in schools of these kinds.</summary>
    public int PupilsIn(params ReadOnlySpan<SchoolKind> kinds)
    {
        var pupils = 0;
        foreach (var school in Schools)
        {
            pupils += kinds.Contains(school.Kind) ? school.Count.Pupils : 0;
        }

        return pupils;
    }
}

/// <summary>What the files of a region say, checked.</summary>
internal sealed record RegionContent(
    RegionCode Code,
    string Name,
    HolidayRegion HolidayRegion,
    int SmallCountThreshold,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Municipality> Municipalities,
    FrozenDictionary<Postcode4, Timeline<Place>> Postcodes,
    IReadOnlyList<School> Schools,
    IReadOnlyList<Establishment> Establishments,
    IReadOnlyList<Participant> Participants,
    IReadOnlyList<Flow> Flows,
    IReadOnlyList<Drawing> Drawings,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<AbsenceRate> AbsenceRates,
    IReadOnlyList<ResidentPupils> ResidentPupils);
