using FsCheck;
using FsCheck.Fluent;

namespace Regional.Territory.Tests;

public sealed class Periods_follow_each_other
{
    [Fact]
    public void two_periods_overlap_exactly_when_a_day_lies_in_both() =>
        Prop.ForAll(Dates.Period.ToArbitrary(), Dates.Period.ToArbitrary(), (one, other) =>
        {
            var days = Enumerable.Range(0, 90).Select(Dates.Origin.AddDays);
            return one.Overlaps(other) == days.Any(day => one.Contains(day) && other.Contains(day)) && one.Overlaps(other) == other.Overlaps(one);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void every_day_lies_in_exactly_one_of_successive_drawings() =>
        Prop.ForAll(Dates.Successive.ToArbitrary(), Dates.Any.ToArbitrary(), (periods, day) =>
        {
            var timeline = new Timeline<Period>(periods.Reverse().Select(period => (period, period)));
            return timeline.TryGet(day, out var held) == (day >= Dates.Origin)
                && (day < Dates.Origin || (held.Contains(day) && periods.Count(period => period.Contains(day)) == 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void successive_periods_have_no_fault() =>
        Prop.ForAll(Dates.Successive.ToArbitrary(), periods => Faults(periods).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void a_period_left_out_in_the_middle_is_a_gap() =>
        Prop.ForAll(Dates.Successive.Where(periods => periods.Count > 2).ToArbitrary(), periods =>
            Faults([.. periods.Where((_, i) => i != 1)]).SequenceEqual(["PERIOD_GAP"])).QuickCheckThrowOnFailure();

    [Fact]
    public void a_fault_is_found_exactly_where_the_days_show_one() =>
        Prop.ForAll(Dates.Period.ListOf().ToArbitrary(), list =>
        {
            var periods = list.ToList();
            var isTwice = Enumerable.Range(0, 90).Select(Dates.Origin.AddDays).Any(day => periods.Count(period => period.Contains(day)) > 1);
            return Faults(periods).Contains("TWICE") == isTwice;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_timeline_refuses_two_answers_for_one_day()
    {
        var day = new DateOnly(2024, 8, 1);

        Assert.Throws<ArgumentException>(() => new Timeline<string>([(new(day), "one"), (new(day.AddDays(10)), "two")]));
    }

    [Fact]
    public void a_period_without_a_day_is_refused()
    {
        var day = new DateOnly(2024, 8, 1);

        Assert.Throws<ArgumentException>(() => new Period(day, day));
    }

    private static List<string> Faults(IReadOnlyList<Period> periods)
    {
        var findings = new Findings();
        PeriodRules.Check("This", periods.Select((period, i) => new Located<Period>(period, new("file", $"/{i}"))), "TWICE", findings);
        return [.. findings.All.Select(finding => finding.Rule)];
    }
}
