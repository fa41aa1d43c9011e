namespace Regional.Territory;

/// <summary>Periods of one thing must follow each other: on each day from the first one on exactly one holds.</summary>
internal static class PeriodRules
{
    /// <summary>Checks the periods of one thing.</summary>
    /// <param name="what">The thing, as the finding names it.</param>
    /// <param name="periods">Its periods in any order, each where it is written.</param>
    /// <param name="overlap">The rule that two periods at once break.</param>
    /// <param name="findings">Takes what is found.</param>
    public static void Check(string what, IEnumerable<Located<Period>> periods, string overlap, Findings findings)
    {
        var ordered = periods.OrderBy(period => period.Value.From).ToList();
        foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
        {
            if (earlier.Value.Overlaps(later.Value))
            {
                findings.Add(
                    later.At, overlap, $"{what} is here from {later.Value.From:O}, and still elsewhere ({earlier.At.Where}) on that day.",
                    $"End the earlier one with 'until' {later.Value.From:O}, or leave one of them out.");
            }
            else if (earlier.Value.Until is { } end && end < later.Value.From)
            {
                findings.Add(
                    later.At, "PERIOD_GAP", $"{what} is nowhere from {end:O} until {later.Value.From:O}.",
                    $"Let this begin on {end:O}, or end the one before ({earlier.At.Where}) on {later.Value.From:O}.");
            }
        }
    }
}
