namespace Regional.Disclosure;

/// <summary>When a cell's own value tells too much. The parameters are the region's.</summary>
public sealed record ProtectionRules
{
    /// <summary>The least threshold that production may use.</summary>
    public const int LeastThresholdInProduction = 5;

    /// <summary>k: counts from 1 to k - 1 are hidden, and so are complements from 1 to k - 1. At least 1; 1 hides no count for being small.</summary>
    public int Threshold { get; init; } = LeastThresholdInProduction;

    /// <summary>
    /// Zeros are primary too. They also are as soon as any cell declares that a zero or a full group discloses: were some zeros shown and others not, a
    /// reader would learn which are none.
    /// </summary>
    public bool ProtectZeros { get; init; }

    /// <summary>
    /// K-disclosure: so many members of a group may put together what they know of themselves. A share is primary when all but so many are in its part.
    /// Zero switches it off.
    /// </summary>
    public int Coalition { get; init; }

    /// <summary>A rate over fewer than this is not shown; its count may be.</summary>
    public int LeastDenominator { get; init; } = 100;

    /// <summary>A value that fewer parties than this made up is hidden. A cell without <see cref="Cell.Contributions"/> is not judged.</summary>
    public int LeastContributors { get; init; } = 2;

    /// <summary>For magnitudes; null where there are only counts.</summary>
    public Dominance? Dominance { get; init; }
}

/// <summary>A value that one or few contributors dominate is as good as theirs.</summary>
public abstract record Dominance
{
    private Dominance()
    {
    }

    /// <summary>The (n, k) rule: hidden when the n largest contributions are more than k percent of the value.</summary>
    /// <param name="Contributors">n, at least 1.</param>
    /// <param name="Percent">k, from 0 to 100.</param>
    public sealed record LargestShare(int Contributors, decimal Percent) : Dominance;

    /// <summary>The p% rule: hidden when the second largest contributor can compute the largest contribution to within p percent of it.</summary>
    /// <param name="Percent">p, over 0.</param>
    public sealed record Precision(decimal Percent) : Dominance;
}
