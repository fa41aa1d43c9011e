using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Regional.EventLog.Following;
using Regional.Indicators.Domain;
using Regional.Indicators.Population;
using Regional.Indicators.Spells;
using Regional.ServiceDefaults;
using Regional.Territory;
using Regional.Wire.Indicators.V1;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Indicators.Tables;

/// <summary>Pupils for whom verzuim was reported, by municipality of residence and class of verzuim.</summary>
internal sealed class SignalsByMunicipality(CountPupils pupils, Residents residents, ServedTables served, Followers followers, Today today) : ITable
{
    private const int Per = 1_000;

    private static readonly IReadOnlyList<(Label Label, VerzuimClass Class)> Classes =
    [
        (new() { Code = "absoluut", Text = "Absoluut" }, VerzuimClass.Absoluut),
        (new() { Code = "relatief", Text = "Relatief" }, VerzuimClass.Relatief),
        (new() { Code = "overig", Text = "Overig" }, VerzuimClass.Overig),
    ];

    public TableDefinition Definition { get; } = new(
        "signals-by-municipality",
        2,
        "Pupils reported for verzuim, by municipality of residence (naar woonplaats)",
        Basis.Residence,
        [new() { Id = "municipality", Title = "Municipality of residence" }, new() { Id = "verzuim-class", Title = "Verzuim" }],
        "Pupils of the samenwerkingsverband for whom at least one spell of verzuim in the school year was reported. Each pupil counts once, however many the spells: in the "
        + "municipality of residence and the class of the first spell, which is the one that began first, and of those that began on one day the one that was reported first. "
        + "Pupils who lived in none of the region's municipalities are left out, and so is a spell that began before the fifth birthday or after the eighteenth, outside leer- en "
        + "kwalificatieplicht. The rate is per 1,000 leer- en kwalificatieplichtigen who live in the municipality.");

    public Task<string> Years(Reader reader) => Task.FromResult(reader.Municipalities.Count > 0 ? $"every school year up to {Present}" : "");

    public Task<bool> Exists(Reader reader, SchoolYear year) => Task.FromResult(reader.Municipalities.Count > 0 && year.CompareTo(Present) <= 0);

    public async Task<Table> Read(Reader reader, SchoolYear year)
    {
        // Before the count: what is said to be counted is counted at the least.
        var completeness = await CompletenessOf(reader.Region);
        var table = await served.Find(reader, new(new(reader.Region.Code, year), Definition.Id), await followers.Edition(), () => Make(reader, year));
        table.Completeness = completeness;
        return table;
    }

    /// <summary>Every municipality and, of several, their total, each with every class and their total. A cell is a set of inner cells: one, or those that a total adds up.</summary>
    public static IEnumerable<Row> Rows(
        IReadOnlyList<Municipality> municipalities,
        int threshold,
        IReadOnlyDictionary<(MunicipalityCode, VerzuimClass), long> counts,
        IReadOnlyDictionary<MunicipalityCode, Denominator> populations,
        SchoolYear year)
    {
        var places = municipalities.Select(m => (Label: new Label { Code = m.Code.ToString(), Text = m.Name }, Codes: (MunicipalityCode[])[m.Code]))
            .Concat(municipalities.Count > 1 ? [(new Label { Code = FigureMapping.Total, Text = "All municipalities" }, (MunicipalityCode[])[.. municipalities.Select(m => m.Code)])] : []);
        var classes = Classes.Select(c => (c.Label, Classes: (VerzuimClass[])[c.Class]))
            .Append((new() { Code = FigureMapping.Total, Text = "All verzuim" }, [.. Classes.Select(c => c.Class)]))
            .ToList();
        return
            from place in places
            let population = Denominator.Sum(place.Codes.Select(populations.GetValueOrDefault))
            from kind in classes
            let cells = from code in place.Codes from each in kind.Classes select ShownCount.Of(counts.GetValueOrDefault((code, each)), threshold)
            select new Row { Labels = { place.Label, kind.Label }, Figure = FigureOf(ShownCount.Total(cells), population, threshold, year) };
    }

    private SchoolYear Present => SchoolYear.Of(today.Value);

    private async Task<Table> Make(Reader reader, SchoolYear year)
    {
        var region = reader.Region;
        var counts = await pupils.ByMunicipality(region, reader.Municipalities, year);
        var populations = await residents.Of(region.Code, year);
        var table = Definition.Empty(region, year);
        table.Rows.Add(Rows(reader.Municipalities, region.SmallCountThreshold, counts, populations, year));
        table.Notes.Add(Notes(reader, year, counts.Count == 0, populations));
        return table;
    }

    private static Figure FigureOf(ShownCount count, Denominator? population, int threshold, SchoolYear year)
    {
        var figure = count.ToProto(population?.Pupils, $"leer- en kwalificatieplichtigen{(population is { MadeUp: true } ? ", made up for tests" : "")}", Per);
        // A number that was made up was counted on no day.
        if (population is { MadeUp: false })
        {
            figure.ReferenceDates.Add(new ReferenceDate { Population = "residents", SourceText = year.ToString() });
        }

        if (count.Pupils is null)
        {
            // One reason for cell and total: two would tell a small total from a large one.
            figure.HiddenReason = $"The count is from 1 to {threshold - 1}, or contains one that is.";
        }

        return figure;
    }

    private static IEnumerable<string> Notes(Reader reader, SchoolYear year, bool isEmpty, IReadOnlyDictionary<MunicipalityCode, Denominator> populations)
    {
        var region = reader.Region;
        if (reader.SeesPart)
        {
            yield return $"Counted from the signals of {string.Join(", ", reader.Municipalities.Select(m => m.Name))} alone, as one who may read those may know their number. A pupil whom "
                + "another municipality reported first is counted here too, and there in the table of the whole region.";
        }

        if (isEmpty)
        {
            yield return $"No signal about {year} has been stored: whether there was no verzuim or none was sent is not known here.";
        }

        yield return "A spell that runs over 1 August counts in both school years; one that has not ended counts up to the present school year.";
        yield return $"Hidden are counts from 1 to {region.SmallCountThreshold - 1} and every total that contains one. The figures change as signals come in, and what was shown before is not "
            + "taken into account: two readings together can tell more than one of them, so publish no more than one.";
        if (populations.Values.Any(p => p.MadeUp))
        {
            yield return "Denominators were made up for tests, so the rates mean nothing.";
        }

        if (populations.Count > 0)
        {
            yield return "The denominator is all leer- en kwalificatieplichtigen of the municipality, those of other samenwerkingsverbanden among them.";
        }

        if (reader.Municipalities.Where(m => !populations.ContainsKey(m.Code)).Select(m => m.Name).ToList() is { Count: > 0 } unknown)
        {
            yield return $"No denominator is known of {year} for {string.Join(", ", unknown)}: no rate is given there, nor in totals that include it.";
        }

        if (reader.Municipalities.Where(m => LiesPartlyIn(region, m)).Select(m => m.Name).ToList() is { Count: > 0 } divided)
        {
            yield return $"Only a part of {string.Join(", ", divided)} lies in the region; the denominator is of the whole municipality.";
        }
    }

    private static bool LiesPartlyIn(Region region, Municipality municipality) =>
        region.Postcodes.Values.SelectMany(p => p.Spans).Any(span => span.Value.Municipality == municipality.Code && !span.Value.IsIn(region.Code));

    private async Task<Completeness> CompletenessOf(Region region)
    {
        var progress = await followers.Of(region.Code.ToString());
        return new Completeness
        {
            CompleteUntil = progress.CompleteUntil is { } until ? Timestamp.FromDateTimeOffset(until) : null,
            CompleteFrom = progress.CompleteFrom is { } from ? new Date { Year = from.Year, Month = from.Month, Day = from.Day } : null,
            Statement = progress switch
            {
                { StoppedAt: not null } => "Incomplete: counting stopped at an event that could not be understood, and signals stored since are not counted.",
                { CompleteUntil: null } => "Not yet caught up with what was stored: signals may be missing.",
                { CompleteFrom: { } first } => string.Create(
                    CultureInfo.InvariantCulture, $"Complete from {first:O}: of the signals that were stored before that day some have been erased since, and are not counted any more; all others are."),
                _ => "Every signal of the region that was stored before this time is counted.",
            },
        };
    }
}
