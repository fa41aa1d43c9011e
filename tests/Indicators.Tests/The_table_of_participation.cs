using Regional.Indicators.Population;
using Regional.Indicators.Tests.Hosting;
using Regional.Territory;
using Regional.Wire.Indicators.V1;
using Participation = Regional.Indicators.Tables.Participation;

namespace Regional.Indicators.Tests;

public sealed class The_table_of_participation(IndicatorsFixture service) : IClassFixture<IndicatorsFixture>
{
    [Fact]
    public async Task gives_both_school_types_over_both_denominators()
    {
        var table = await service.Table("participation");

        Assert.Equal(
            [
                ("VSO", "VO + VSO", 318, 7_090, "4.49"),
                ("VSO", "VO without VSO", 318, 6_772, "4.70"),
                ("PRO", "VO + VSO", 234, 7_090, "3.30"),
                ("PRO", "VO without VSO", 234, 6_772, "3.46"),
            ],
            table.Rows.Select(r => (r.Labels[0].Text, r.Figure.DenominatorLabel, r.Figure.Numerator, r.Figure.Denominator, FormattableString.Invariant($"{r.Figure.Rate:F2}"))));
        Assert.All(table.Rows, row => Assert.Equal((100, FigureStatus.Shown), (row.Figure.Per, row.Figure.Status)));
        Assert.Equal(("participation", 1, Basis.School), (table.Definition.Id, table.Definition.Version, table.Basis));
        Assert.Contains("naar vestiging, benadering", table.Title, StringComparison.Ordinal);
        Assert.Null(table.Completeness.CompleteUntil);
        Assert.Contains("Ondersteuningsplan 2026-2030", table.Completeness.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task names_the_teldatum_of_each_population_and_the_source_s_words_where_the_year_is_not_stated()
    {
        var table = await service.Table("participation");

        string[] secondary = ["VO 2024-10-1", "PRO 2024-10-1", "ISK 2024-10-1"];
        Assert.Equal([.. secondary, "VSO 1 feb"], DatesOf(table.Figure("vso", "vo-and-vso")));
        Assert.Equal([.. secondary, "VSO 1 feb"], DatesOf(table.Figure("vso", "vo-without-vso")));
        Assert.Equal([.. secondary, "VSO 1 feb"], DatesOf(table.Figure("pro", "vo-and-vso")));
        Assert.Equal(secondary, DatesOf(table.Figure("pro", "vo-without-vso")));
        Assert.Contains(table.Notes, note => note.Contains("VSO is \"1 feb\"", StringComparison.Ordinal) && note.Contains("year is not known", StringComparison.Ordinal));

        static IEnumerable<string> DatesOf(Figure figure) =>
            figure.ReferenceDates.Select(d => d.Date is { } date ? $"{d.Population} {date.Year}-{date.Month}-{date.Day}" : $"{d.Population} {d.SourceText}");
    }

    [Fact]
    public async Task shows_the_targets_and_does_not_judge_because_they_name_no_denominator()
    {
        var table = await service.Table("participation");

        Assert.All(table.Rows.Where(r => r.Labels[0].Code == "vso"), row => Assert.Equal(("<=", 3.5, 2030, false), TargetOf(row)));
        Assert.All(table.Rows.Where(r => r.Labels[0].Code == "pro"), row => Assert.Equal(("<=", 3.25, 0, false), TargetOf(row)));
        Assert.Contains(table.Notes, note => note.Contains("not judged", StringComparison.Ordinal));

        static (string, double, int, bool) TargetOf(Row row) => (row.Figure.Target.Operator, row.Figure.Target.Value, row.Figure.Target.Year, row.Figure.Target.NamesDenominator);
    }

    [Fact]
    public async Task says_what_it_approximates_and_whom_it_does_not_count()
    {
        var table = await service.Table("participation");

        Assert.Contains(table.Notes, note => note.StartsWith("An approximation", StringComparison.Ordinal));
        Assert.Contains(table.Notes, note => note.Contains("245 pupils", StringComparison.Ordinal) && note.Contains("(+143)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_computed_from_the_files_as_they_are_at_the_start()
    {
        await using var changed = await IndicatorsFixture.New();
        changed.ChangeRegionFile("VO2201/schools.csv", text => text.Replace("18BR00;pro;234;", "18BR00;pro;3;", StringComparison.Ordinal));
        await changed.Restart();

        var table = await changed.Table("participation");

        // Small, and public all the same.
        Assert.Equal((3, 7_090 - 231), (table.Figure("pro", "vo-and-vso").Numerator, table.Figure("pro", "vo-and-vso").Denominator));
    }

    [Fact]
    public void belongs_to_the_school_year_in_which_VO_was_counted()
    {
        CountedSchool[] dated = [Counted(SchoolKind.Vso, 10, new CountingDate.On(new(2026, 2, 1))), Counted(SchoolKind.Vo, 100, new CountingDate.On(new(2024, 10, 1)))];
        CountedSchool[] undated = [Counted(SchoolKind.Vo, 100, new CountingDate.AsPrinted("1 okt"))];
        CountedSchool[] primary = [Counted(SchoolKind.Bo, 100, new CountingDate.On(new(2024, 10, 1)))];

        Assert.Equal(["2024-2025", "", ""], new[] { dated, undated, primary }.Select(schools => $"{Participation.YearOf(schools)}"));
    }

    [Fact]
    public async Task says_which_pupils_are_left_out_because_SO_and_VSO_are_counted_together()
    {
        await using var changed = await IndicatorsFixture.New();
        changed.ChangeRegionFile("VO2201/schools.csv", text => text.Replace("20BG00;vso;61;", "20BG00;so-vso;61;", StringComparison.Ordinal));
        await changed.Restart();

        var table = await changed.Table("participation");

        Assert.Equal(257, table.Figure("vso", "vo-and-vso").Numerator);
        Assert.Contains(table.Notes, note => note.StartsWith("61 pupils of vestigingen that count SO and VSO together are left out", StringComparison.Ordinal));
    }

    private static CountedSchool Counted(SchoolKind kind, int pupils, CountingDate on) => new("a school", kind, pupils, on, "a-source", "");
}
