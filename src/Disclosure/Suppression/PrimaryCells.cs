namespace Regional.Disclosure.Suppression;

/// <summary>The cells whose own value tells too much.</summary>
public static class PrimaryCells
{
    /// <summary>
    /// Whether zeros are hidden. It is so for a whole publication or not at all, and rests on its definition alone: a rule that switched itself on where it
    /// finds a telling zero would tell that there is one.
    /// </summary>
    public static bool ProtectsZeros(CellSystem system, ProtectionRules rules) =>
        rules.ProtectZeros || rules.Coalition > 0 || system.Cells.Any(cell => cell.Discloses != Disclosing.Nothing);

    /// <summary>Judges every cell by itself.</summary>
    /// <returns>Indices of the primary cells, ascending.</returns>
    public static IReadOnlyList<int> Of(CellSystem system, ProtectionRules rules)
    {
        var protectsZeros = ProtectsZeros(system, rules);
        var rests = system.Shares.Select(share => share.Rest).ToHashSet();
        return [.. Enumerable.Range(0, system.Cells.Count).Where(cell => !system.Cells[cell].IsPublicAlready && IsPrimary(cell))];

        bool IsPrimary(int index)
        {
            var cell = system.Cells[index];
            var size = cell.Kind == CellKind.Output ? cell.Value : system.Turnover(index) ?? Math.Abs(cell.Value);
            return (size >= 1 && size < rules.Threshold)
                || (size == 0 && protectsZeros && (cell.Kind == CellKind.Output || cell.Discloses.HasFlag(Disclosing.Zero)))
                || (rests.Contains(index) && rules.Coalition > 0 && size <= rules.Coalition)
                || (cell.Contributions is { } contributions && IsOfTooFew(cell.Value, contributions, rules));
        }
    }

    /// <summary>Whether a rate may be printed: it has the status of its count, and is no rate over a small denominator.</summary>
    public static bool ShowsRate(Publication publication, Share share, ProtectionRules rules) =>
        publication.Shows(share.Part) && publication.Shows(share.Whole) && publication.System.Cells[share.Whole].Value >= rules.LeastDenominator;

    private static bool IsOfTooFew(long value, Contributions contributions, ProtectionRules rules) =>
        (contributions.Count > 0 && contributions.Count < rules.LeastContributors) || rules.Dominance switch
        {
            Dominance.LargestShare(var n, var percent) => contributions.Largest.Take(n).Sum() * 100m > percent * value,
            Dominance.Precision(var percent) => value > 0 && (value - contributions.Largest.Take(2).Sum()) * 100m < percent * contributions.Largest.FirstOrDefault(),
            null => false,
            _ => throw new ArgumentOutOfRangeException(nameof(rules), rules.Dominance, "There is no such rule of dominance."),
        };
}
