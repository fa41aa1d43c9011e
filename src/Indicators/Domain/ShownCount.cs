namespace Regional.Indicators.Domain;

/// <summary>A number of pupils as it may be shown: the number, or nothing.</summary>
/// <remarks>
/// The crude safe rule, until disclosure control takes its place: a count from 1 to k - 1 is hidden, and so is every total that contains a hidden count.
/// Nothing follows from what is shown, because none of it rests on a hidden count: put any other number from 1 to k - 1 in its place, and every shown figure
/// stays as it is. Zero is shown. The rule judges one reading and has no memory: of a table that grows, two readings tell what came between.
/// A hidden number is dropped at once, so that nothing further on can give it away.
/// </remarks>
internal readonly record struct ShownCount
{
    /// <summary>Under so many pupils a rate says more about one child than about the population.</summary>
    public const int SmallestDenominator = 100;

    private ShownCount(long pupils) => Pupils = pupils;

    /// <summary>How many; null when hidden.</summary>
    public long? Pupils { get; }

    /// <summary>The count of an inner cell.</summary>
    /// <param name="pupils">How many.</param>
    /// <param name="threshold">k: counts from 1 to k - 1 are hidden.</param>
    public static ShownCount Of(long pupils, int threshold) => pupils >= 1 && pupils < threshold ? default : new(pupils);

    /// <summary>A count that is public already, whatever its size.</summary>
    public static ShownCount Public(long pupils) => new(pupils);

    /// <summary>The sum of counts; hidden as soon as one of them is.</summary>
    public static ShownCount Total(IEnumerable<ShownCount> parts) =>
        parts.Aggregate(new ShownCount(0), (sum, part) => sum.Pupils + part.Pupils is { } total ? new(total) : default);

    /// <summary>The share of a population, times <paramref name="per"/>. It has the status of the count: a rate and its denominator give the count back.</summary>
    public double? Rate(long denominator, int per) => denominator >= SmallestDenominator ? (double?)Pupils / denominator * per : null;
}
