using Regional.Territory;

namespace Regional.Cli.Simulation;

/// <summary>Some days of absence: the first and the last are school days.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="SchoolDays">How many school days lie in it.</param>
internal readonly record struct Spell(DateOnly Start, DateOnly End, int SchoolDays);

/// <summary>The weeks in which every school of the country teaches, more or less: September up to and including June, without the two weeks of Christmas.</summary>
/// <remarks>The other holidays differ from region to region and from year to year. At most three weeks of these lie in any ten weeks that follow each other.</remarks>
internal sealed class SchoolWeeks(SchoolYear year)
{
    private const int DaysInWeek = 5;

    // A spell begins on Monday to Wednesday and ends on Wednesday to Friday, so that a spell of two weeks has six school days at least.
    private const int LatestStart = 2;

    private readonly IReadOnlyList<DateOnly> _mondays = [.. Mondays(year)];

    /// <summary>A spell that begins in one week and ends so many weeks later, counting both.</summary>
    public Spell Spell(int weeks, SplitMix64 random)
    {
        var week = random.Below(_mondays.Count - weeks + 1);
        var (start, end) = (random.Between(0, LatestStart), random.Between(LatestStart, DaysInWeek - 1));
        return new(_mondays[week].AddDays(start), _mondays[week + weeks - 1].AddDays(end), weeks * DaysInWeek - start - (DaysInWeek - 1 - end));
    }

    private static IEnumerable<DateOnly> Mondays(SchoolYear year)
    {
        var christmas = MondayOf(new(year.First.Year, 12, 25));
        var first = new DateOnly(year.First.Year, 9, 1).AddDays(6);
        for (var monday = MondayOf(first); monday.AddDays(DaysInWeek - 1) <= new DateOnly(year.Last.Year, 6, 30); monday = monday.AddDays(7))
        {
            if (monday != christmas && monday != christmas.AddDays(7))
            {
                yield return monday;
            }
        }
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
