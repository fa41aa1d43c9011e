using System.Collections.Frozen;
using Regional.Territory;

namespace Regional.Signalering.Signals;

/// <summary>How many pupils the vestigingen of the hosted regions have.</summary>
internal sealed class Vestigingen(Regions regions)
{
    // A row that covers several vestigingen tells the pupils of none of them.
    private readonly FrozenDictionary<EstablishmentCode, int> _pupils = regions.All
        .SelectMany(region => region.Schools)
        .Where(school => school.Establishments.Count == 1)
        .GroupBy(school => school.Establishments[0])
        .ToFrozenDictionary(rows => rows.Key, rows => rows.Sum(school => school.Count.Pupils));

    /// <summary>The pupils of a vestiging; null where no school table tells.</summary>
    public int? PupilsOf(EstablishmentCode? code) => code is { } known && _pupils.TryGetValue(known, out var pupils) ? pupils : null;
}
