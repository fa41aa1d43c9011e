using System.Globalization;
using Regional.Indicators.Domain;
using Regional.Indicators.Population;
using Regional.Territory;
using Regional.Wire.Indicators.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Indicators.Tables;

/// <summary>Participation in vso and praktijkonderwijs, over two denominators, because the targets name none.</summary>
internal sealed class Participation(CountedSchools schools) : ITable
{
    private const int Per = 100;

    private static readonly SchoolKind[] VoKinds = [SchoolKind.Vo, SchoolKind.Pro, SchoolKind.Isk];

    private static readonly IReadOnlyList<(Label Label, SchoolKind Kind, string Indicator)> Types =
    [
        (new() { Code = "vso", Text = "VSO" }, SchoolKind.Vso, "vso-participation"),
        (new() { Code = "pro", Text = "PRO" }, SchoolKind.Pro, "pro-participation"),
    ];

    private static readonly IReadOnlyList<(Label Label, SchoolKind[] Kinds)> Populations =
    [
        (new() { Code = "vo-and-vso", Text = "VO + VSO" }, [.. VoKinds, SchoolKind.Vso]),
        (new() { Code = "vo-without-vso", Text = "VO without VSO" }, VoKinds),
    ];

    public TableDefinition Definition { get; } = new(
        "participation",
        1,
        "Participation in VSO and PRO (naar vestiging, benadering)",
        Basis.School,
        [new() { Id = "school-type", Title = "School type" }, new() { Id = "denominator", Title = "Share of" }],
        "Pupils of VSO and of praktijkonderwijs (PRO) as a percentage of the pupils of secondary education, all counted where they go to school, at the vestigingen of the region's "
        + "school table. It is given over two denominators: VO + VSO, and VO without VSO. VO includes PRO and ISK.");

    public async Task<string> Years(Reader reader) => YearOf(await schools.Of(reader.Region.Code))?.ToString() ?? "";

    public async Task<bool> Exists(Reader reader, SchoolYear year) => YearOf(await schools.Of(reader.Region.Code)) == year;

    public async Task<Table> Read(Reader reader, SchoolYear year)
    {
        var counted = (await schools.Of(reader.Region.Code)).Where(s => s.Kind is SchoolKind.Vso or SchoolKind.SoVso || VoKinds.Contains(s.Kind)).ToList();
        var table = Definition.Empty(reader.Region, year);
        table.Rows.Add(Rows(counted, reader.Region));
        table.Notes.Add(Notes(counted, table.Rows));
        table.Completeness = new()
        {
            Statement = $"Rests on a school table and counts no signals. Source: {string.Join("; ", counted.Select(s => TitleOf(reader.Region, s.Source)).Distinct())}",
        };
        return table;
    }

    /// <summary>The school year in which the pupils of VO were counted; null where the source states no whole date, or the region has no VO.</summary>
    public static SchoolYear? YearOf(IEnumerable<CountedSchool> counted)
    {
        var days = counted.Where(s => VoKinds.Contains(s.Kind)).Select(s => s.On).OfType<CountingDate.On>().Select(on => on.Day).ToList();
        return days.Count == 0 ? null : SchoolYear.Of(days.Max());
    }

    /// <summary>Each school type over each denominator.</summary>
    public static IEnumerable<Row> Rows(IReadOnlyList<CountedSchool> counted, Region region) =>
        from type in Types
        from population in Populations
        select new Row { Labels = { type.Label, population.Label }, Figure = FigureOf(counted, type.Kind, population.Label.Text, population.Kinds, TargetOf(region, type.Indicator)) };

    private static Figure FigureOf(IReadOnlyList<CountedSchool> counted, SchoolKind type, string label, SchoolKind[] population, Wire.Indicators.V1.Target? target)
    {
        // Enrolment by school type is public already, school by school: hiding a small one would protect nobody.
        var figure = ShownCount.Public(PupilsIn(counted, type)).ToProto(PupilsIn(counted, population), label, Per);
        figure.ReferenceDates.Add(population.Union([type]).SelectMany(kind => counted.Where(s => s.Kind == kind).Select(s => ReferenceDateOf(kind, s.On))).Distinct());
        figure.Target = target;
        return figure;
    }

    private static long PupilsIn(IEnumerable<CountedSchool> counted, params SchoolKind[] kinds) => counted.Where(s => kinds.Contains(s.Kind)).Sum(s => (long)s.Pupils);

    private static ReferenceDate ReferenceDateOf(SchoolKind kind, CountingDate on) => on switch
    {
        CountingDate.On { Day: var day } => new() { Population = NameOf(kind), Date = new Date { Year = day.Year, Month = day.Month, Day = day.Day } },
        _ => new() { Population = NameOf(kind), SourceText = on.ToString() },
    };

    private static Wire.Indicators.V1.Target? TargetOf(Region region, string indicator) =>
        region.Targets.FirstOrDefault(t => t.Indicator == indicator && t.Measure == Measure.Percent) is { } target
            ? new()
            {
                Operator = target.Bound switch { Bound.AtMost => "<=", Bound.AtLeast => ">=", _ => "=" },
                Value = (double)target.Value,
                Year = target.Year ?? 0,
                Source = TitleOf(region, target.Source),
                NamesDenominator = target.Denominator is not null,
            }
            : null;

    private static IEnumerable<string> Notes(IReadOnlyList<CountedSchool> counted, IReadOnlyCollection<Row> rows)
    {
        yield return "An approximation: pupils are counted at the vestigingen in the region, not where they live. Some live elsewhere, and some who live here go to school elsewhere.";
        foreach (var (kind, text) in counted.Where(s => s.On is CountingDate.AsPrinted).Select(s => (s.Kind, $"{s.On}")).Distinct())
        {
            yield return $"The teldatum of {NameOf(kind)} is \"{text}\" in the source, which does not state it in full: the year is not known.";
        }

        if (PupilsIn(counted, SchoolKind.Isk) is > 0 and var isk)
        {
            // Only these notes change what is counted; those of other rows are about names and places, which this table does not show.
            yield return string.Join(' ', counted.Where(s => s.Kind == SchoolKind.Isk && s.Note.Length > 0).Select(s => s.Note)
                .Prepend(string.Create(CultureInfo.InvariantCulture, $"ISK is counted in VO with {isk} pupils.")));
        }

        if (PupilsIn(counted, SchoolKind.SoVso) is > 0 and var both)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{both} pupils of vestigingen that count SO and VSO together are left out: how many of them are in VSO is not known.");
        }

        if (rows.Any(r => r.Figure.Target is { NamesDenominator: false }))
        {
            yield return "The targets name no denominator, so whether they are met is not judged.";
        }
    }

    private static string NameOf(SchoolKind kind) => EnumText.Of(kind).ToUpperInvariant();

    private static string TitleOf(Region region, string source) => region.Sources.FirstOrDefault(s => s.Id == source)?.Title ?? source;
}
