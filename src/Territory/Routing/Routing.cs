using System.Collections.Frozen;

namespace Regional.Territory;

/// <summary>Finds the samenwerkingsverband of a child. Pure, and quick enough for every signal of a nightly push: it allocates nothing.</summary>
/// <remarks>
/// The samenwerkingsverband of an enrolled child is that of the school (WEC art. 40 lid 13, read in the text of 2017); a postcode decides only
/// for a child that is not enrolled. Municipalities are split between samenwerkingsverbanden, so a municipality decides only where no postcode does.
/// </remarks>
public sealed class Routing
{
    private readonly FrozenDictionary<Postcode4, Timeline<Place>> _postcodes;
    private readonly FrozenDictionary<MunicipalityCode, Timeline<Parts>> _municipalities;
    private readonly FrozenDictionary<EstablishmentCode, Establishment> _establishments;
    private readonly FrozenSet<RegionCode> _hosted;

    internal Routing(
        FrozenDictionary<Postcode4, Timeline<Place>> postcodes, FrozenDictionary<EstablishmentCode, Establishment> establishments, FrozenSet<RegionCode> hosted)
    {
        (_postcodes, _establishments, _hosted) = (postcodes, establishments, hosted);
        _municipalities = postcodes.Values.SelectMany(places => places.Spans)
            .GroupBy(span => span.Value.Municipality)
            .ToFrozenDictionary(spans => spans.Key, spans => Parts.Over([.. spans]));
    }

    /// <summary>Where a signal about a child belongs on a day.</summary>
    /// <param name="municipality">The municipality where the child lives.</param>
    /// <param name="postcode">The postcode where it lives; null where it is secret, foreign or unknown.</param>
    /// <param name="establishment">The vestiging where it is enrolled; null when it is not enrolled.</param>
    /// <param name="phase">For which education; where the vestiging gives only one kind, the vestiging decides.</param>
    /// <param name="day">The day on which it must be told: territories are redrawn.</param>
    public Route Of(MunicipalityCode municipality, Postcode4? postcode, EstablishmentCode? establishment, Phase phase, DateOnly day)
    {
        var bySchool = BySchool(establishment, phase, day);
        var byResidence = At(municipality, postcode, phase, day, RouteBasis.Postcode);
        var owner = new Route(bySchool, byResidence, default).Owner.Codes;
        return new(bySchool, byResidence, new(HostedOnly(owner.Po), HostedOnly(owner.Vo)));
    }

    private RegionCode? HostedOnly(RegionCode? code) => code is { } known && _hosted.Contains(known) ? code : null;

    private Destination BySchool(EstablishmentCode? code, Phase phase, DateOnly day)
    {
        if (code is not { } enrolled)
        {
            return new(default, RouteBasis.NotEnrolled);
        }

        if (!_establishments.TryGetValue(enrolled, out var establishment))
        {
            return new(default, RouteBasis.Unknown);
        }

        var taught = establishment.Kind switch
        {
            SchoolKind.Bo or SchoolKind.Sbo or SchoolKind.So => Phase.Po,
            SchoolKind.SoVso => phase,
            _ => Phase.Vo,
        };
        return At(establishment.Municipality, establishment.Postcode, taught, day, RouteBasis.School);
    }

    private Destination At(MunicipalityCode municipality, Postcode4? postcode, Phase phase, DateOnly day, RouteBasis basis)
    {
        if (postcode is { } code && _postcodes.TryGetValue(code, out var places) && places.TryGet(day, out var place))
        {
            return new(Of(phase, place.Po, place.Vo), basis);
        }

        if (!_municipalities.TryGetValue(municipality, out var timeline) || !timeline.TryGet(day, out var parts))
        {
            return new(default, RouteBasis.Unknown);
        }

        var isSplit = (phase != Phase.Vo && parts.IsSplitForPo) || (phase != Phase.Po && parts.IsSplitForVo);
        var whole = basis == RouteBasis.School ? RouteBasis.School : RouteBasis.Municipality;
        return new(Of(phase, parts.Po, parts.Vo), isSplit ? RouteBasis.LargestPart : whole);
    }

    private static RegionCodes Of(Phase phase, RegionCode po, RegionCode vo) => new(phase == Phase.Vo ? null : po, phase == Phase.Po ? null : vo);

    /// <summary>The samenwerkingsverbanden with the most postcodes of a municipality.</summary>
    private sealed record Parts(RegionCode Po, bool IsSplitForPo, RegionCode Vo, bool IsSplitForVo)
    {
        public static Timeline<Parts> Over(IReadOnlyList<(Period Period, Place Place)> spans)
        {
            var changes = spans.SelectMany(span => new[] { span.Period.From, span.Period.Until }).OfType<DateOnly>().Distinct().Order().ToList();
            var parts = new List<(Period, Parts)>();
            for (var i = 0; i < changes.Count; i++)
            {
                var held = spans.Where(span => span.Period.Contains(changes[i])).Select(span => span.Place).ToList();
                if (held.Count > 0)
                {
                    var (po, vo) = (Ranked(held, place => place.Po), Ranked(held, place => place.Vo));
                    parts.Add((new(changes[i], i + 1 < changes.Count ? changes[i + 1] : null), new(po[0], po.Count > 1, vo[0], vo.Count > 1)));
                }
            }

            return new(parts);
        }

        // On equal numbers the lower code, so that every deployment answers alike.
        private static List<RegionCode> Ranked(IEnumerable<Place> places, Func<Place, RegionCode> region) =>
            [.. places.GroupBy(region)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.ToString(), StringComparer.Ordinal)
                .Select(group => group.Key)];
    }
}
