using Regional.Indicators.Tests.Hosting;
using Regional.Wire.Indicators.V1;
using Regional.Wire.Signalering.V1;
using static Regional.Indicators.Tests.Hosting.SignalEvents;

namespace Regional.Indicators.Tests;

public sealed class The_table_of_signals
{
    private const string Name = "signals-by-municipality";

    [Fact]
    public async Task counts_a_pupil_once_however_many_the_spells()
    {
        var table = await Table(log =>
        {
            log.Signal(0..7, Assen);
            log.Signal(0..3, Assen, VerzuimClass.Relatief, new(2025, 1, 13));
            log.Signal(0..7, Assen, VerzuimClass.Overig, new(2025, 2, 3));
        });

        Assert.Equal((7, 0, 7), (table.Count(Assen, "relatief"), table.Count(Assen, "overig"), table.Count("total", "total")));
    }

    [Fact]
    public async Task puts_a_pupil_who_moved_in_the_municipality_of_the_first_spell_only()
    {
        var table = await Table(log =>
        {
            // Reported first, began last.
            log.Signal(0..6, Assen, start: new(2025, 3, 3));
            log.Signal(0..6, Tynaarlo, start: new(2024, 9, 2));
        });

        Assert.Equal((0, 6, 6), (table.Count(Assen, "relatief"), table.Count(Tynaarlo, "relatief"), table.Count("total", "relatief")));
    }

    [Fact]
    public async Task takes_the_spell_that_was_reported_first_of_those_that_began_on_one_day()
    {
        var table = await Table(log =>
        {
            log.Signal(0..6, Assen, VerzuimClass.Overig);
            log.Signal(0..6, Assen, VerzuimClass.Relatief);
        });

        Assert.Equal((6, 0), (table.Count(Assen, "overig"), table.Count(Assen, "relatief")));
    }

    [Fact]
    public async Task counts_a_spell_over_1_August_in_both_school_years_and_says_so()
    {
        await using var service = await IndicatorsFixture.New();
        var log = service.Log();
        log.Signal(0..5, Assen, start: new(2024, 7, 31), end: new(2024, 8, 1));
        log.Signal(10..16, Assen, start: new(2024, 7, 1), end: new(2024, 7, 31));
        log.Signal(20..27, Assen, start: new(2024, 8, 1), end: new(2024, 8, 2));
        await log.WaitUntilRead();

        var before = await service.Table("regions/VO2201/schoolYears/2023-2024/tables/signals-by-municipality");
        var after = await service.Table("regions/VO2201/schoolYears/2024-2025/tables/signals-by-municipality");

        Assert.Equal((5 + 6, 5 + 7), (before.Count(Assen, "relatief"), after.Count(Assen, "relatief")));
        Assert.Contains(after.Notes, note => note.Contains("1 August", StringComparison.Ordinal));
    }

    [Fact]
    public async Task counts_a_spell_without_an_end_from_its_own_school_year_to_the_present_one()
    {
        await using var service = await IndicatorsFixture.New();
        service.Log().Signal(0..6, Assen, start: new(2023, 5, 1));
        await service.Log().WaitUntilRead();

        var counts = new List<long?>();
        foreach (var year in new[] { "2021-2022", "2022-2023", "2023-2024", "2024-2025" })
        {
            counts.Add((await service.Table($"regions/VO2201/schoolYears/{year}/tables/{Name}")).Count(Assen, "relatief"));
        }

        Assert.Equal([0, 6, 6, 6], counts);
    }

    [Fact]
    public async Task has_a_row_for_each_municipality_and_class_and_their_totals()
    {
        var table = await Table(log =>
        {
            log.Signal(0..5, Assen, VerzuimClass.Absoluut);
            log.Signal(10..16, Assen, VerzuimClass.Relatief);
            log.Signal(20..27, Tynaarlo, VerzuimClass.Overig);
        });

        string[] places = ["1680", Assen, "1731", Tynaarlo, "total"];
        string[] classes = ["absoluut", "relatief", "overig", "total"];
        Assert.Equal(["municipality", "verzuim-class"], table.Columns.Select(c => c.Id));
        Assert.Equal(from place in places from kind in classes select $"{place} {kind}", table.Rows.Select(r => string.Join(' ', r.Labels.Select(l => l.Code))));
        Assert.Equal([0, 0, 0, 0, 5, 6, 0, 11, 0, 0, 0, 0, 0, 0, 7, 7, 5, 6, 7, 18], table.Rows.Select(r => r.Figure.Numerator));
        Assert.Equal((Basis.Residence, true), (table.Basis, table.Title.Contains("naar woonplaats", StringComparison.Ordinal)));
        Assert.Equal((Name, 2), (table.Definition.Id, table.Definition.Version));
    }

    [Fact]
    public async Task hides_a_small_count_with_its_rate_and_every_total_that_contains_it()
    {
        var table = await Table(log =>
        {
            log.Signal(0..4, Assen, VerzuimClass.Absoluut);
            log.Signal(10..110, Assen, VerzuimClass.Relatief);
            log.Signal(200..205, Tynaarlo, VerzuimClass.Relatief);
        });

        var hidden = table.Rows.Where(r => r.Figure.Status == FigureStatus.Hidden).ToList();
        Assert.Equal(["0106 absoluut", "0106 total", "total absoluut", "total total"], hidden.Select(r => string.Join(' ', r.Labels.Select(l => l.Code))));
        Assert.All(hidden, row => Assert.False(row.Figure.HasNumerator || row.Figure.HasRate));
        Assert.Single(hidden.Select(r => r.Figure.HiddenReason).Distinct());
        Assert.Equal((100, 5, 105, 0), (table.Count(Assen, "relatief"), table.Count(Tynaarlo, "total"), table.Count("total", "relatief"), table.Count("total", "overig")));
    }

    [Fact]
    public async Task gives_rates_per_thousand_residents_and_says_that_these_were_made_up()
    {
        var table = await Table(log => log.Signal(0..12, Assen));

        var (cell, total) = (table.Figure(Assen, "relatief"), table.Figure("total", "total"));
        Assert.Equal((10_000, 1.2, 1_000), (cell.Denominator, cell.Rate, cell.Per));
        Assert.Equal((40_000, 0.3, 1_000), (total.Denominator, total.Rate, total.Per));
        Assert.All(table.Rows, row => Assert.Equal("leer- en kwalificatieplichtigen, made up for tests", row.Figure.DenominatorLabel));
        Assert.All(table.Rows, row => Assert.Empty(row.Figure.ReferenceDates));
        Assert.Contains(table.Notes, note => note.StartsWith("Denominators were made up for tests", StringComparison.Ordinal));
    }

    [Fact]
    public async Task gives_no_rate_for_a_school_year_without_residents_and_says_so()
    {
        await using var service = await IndicatorsFixture.New();
        service.Log().Signal(0..6, Assen, start: new(2022, 10, 3), end: new(2022, 10, 7));
        await service.Log().WaitUntilRead();

        var table = await service.Table($"regions/VO2201/schoolYears/2022-2023/tables/{Name}");

        Assert.Equal(6, table.Count(Assen, "relatief"));
        Assert.All(table.Rows, row => Assert.False(row.Figure.HasDenominator || row.Figure.HasRate));
        Assert.Contains(table.Notes, note => note.StartsWith("No denominator is known of 2022-2023 for Aa en Hunze, Assen, Midden-Drenthe, Tynaarlo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task leaves_out_who_lives_outside_the_region_and_who_is_in_another_log()
    {
        await using var service = await IndicatorsFixture.New();
        service.Log().Signal(0..6, "0014");
        service.Log().Signal(10..16, Assen);
        service.Log("PO3008").Signal(20..30, Assen);
        service.Log("PO3008").Signal(30..37, "0794");
        await service.Log().WaitUntilRead();
        await service.Log("PO3008").WaitUntilRead();

        var drenthe = await service.Table(Name);
        var peelland = await service.Table($"regions/PO3008/schoolYears/2024-2025/tables/{Name}", IndicatorsFixture.Peelland);

        Assert.Equal((6, 7), (drenthe.Count("total", "total"), peelland.Count("total", "total")));
        Assert.Contains(peelland.Notes, note => note.StartsWith("Only a part of Heeze-Leende lies in the region", StringComparison.Ordinal));
        Assert.Contains(drenthe.Notes, note => note.StartsWith("Only a part of Tynaarlo lies in the region", StringComparison.Ordinal));
    }

    [Fact]
    public async Task leaves_out_who_was_under_five_or_over_seventeen() => Assert.Equal(18, (await Table(log =>
    {
        log.Signal(0..6, Assen, age: AgeBand._5To11);
        log.Signal(10..16, Assen, age: AgeBand._12To15);
        log.Signal(20..26, Assen, age: AgeBand._16To17);
        log.Signal(30..37, Assen, age: AgeBand.Under5);
        log.Signal(40..48, Assen, age: AgeBand._18AndOver);
    })).Count("total", "total"));

    [Fact]
    public async Task counts_a_pupil_whose_phase_is_not_known_in_primary_and_in_secondary()
    {
        await using var service = await IndicatorsFixture.New();
        service.Log().Signal(0..6, Assen);
        service.Log("PO3008").Signal(10..15, Assen, regions: ["PO3008", "VO2201"]);
        service.Log("PO3008").Signal(20..27, "0794");
        await service.Log().WaitUntilRead();
        await service.Log("PO3008").WaitUntilRead();

        Assert.Equal(11, (await service.Table(Name)).Count("total", "total"));
        Assert.Equal(7, (await service.Table($"regions/PO3008/schoolYears/2024-2025/tables/{Name}", IndicatorsFixture.Peelland)).Count("total", "total"));
    }

    [Fact]
    public async Task counts_a_pupil_who_came_to_live_in_the_region_by_the_first_spell_there()
    {
        var table = await Table(log =>
        {
            log.Signal(0..6, "0014");
            log.Signal(0..6, Assen, start: new(2025, 1, 13));
        });

        Assert.Equal(6, table.Count(Assen, "relatief"));
    }

    [Fact]
    public async Task says_that_nothing_is_known_where_no_signal_was_stored()
    {
        var empty = await Table(_ => { });
        var filled = await Table(log => log.Signal(0..1, Assen));

        Assert.All(empty.Rows, row => Assert.Equal(0, row.Figure.Numerator));
        Assert.Contains(empty.Notes, note => note.StartsWith("No signal about 2024-2025 has been stored", StringComparison.Ordinal));
        Assert.DoesNotContain(filled.Notes, note => note.StartsWith("No signal about", StringComparison.Ordinal));
    }

    private static async Task<Table> Table(Action<Log> signals)
    {
        await using var service = await IndicatorsFixture.New();
        signals(service.Log());
        await service.Log().WaitUntilRead();
        return await service.Table(Name);
    }
}
