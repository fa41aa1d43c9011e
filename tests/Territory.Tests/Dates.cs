using FsCheck;
using FsCheck.Fluent;

namespace Regional.Territory.Tests;

/// <summary>Dates for properties.</summary>
internal static class Dates
{
    public static DateOnly Origin { get; } = new(2020, 1, 1);

    /// <summary>Any day in a century of school years.</summary>
    public static Gen<DateOnly> Any => Gen.Choose(0, 36_000).Select(days => new DateOnly(1992, 1, 1).AddDays(days));

    /// <summary>A day among sixty, so that periods often touch.</summary>
    public static Gen<DateOnly> Near => Gen.Choose(0, 60).Select(Origin.AddDays);

    /// <summary>A period among these sixty days, one in four without an end.</summary>
    public static Gen<Period> Period =>
        from start in Gen.Choose(0, 59)
        from length in Gen.Choose(1, 20)
        from isOpen in Gen.Choose(0, 3)
        select new Period(Origin.AddDays(start), isOpen == 0 ? null : Origin.AddDays(start + length));

    /// <summary>Periods that follow each other without a gap; the last has no end.</summary>
    public static Gen<IReadOnlyList<Period>> Successive =>
        from lengths in Gen.Choose(1, 20).NonEmptyListOf()
        select Follow(lengths);

    private static IReadOnlyList<Period> Follow(IList<int> lengths)
    {
        var starts = new List<DateOnly> { Origin };
        foreach (var length in lengths)
        {
            starts.Add(starts[^1].AddDays(length));
        }

        return [.. starts.Select((start, i) => new Period(start, i + 1 < starts.Count ? starts[i + 1] : null))];
    }
}
