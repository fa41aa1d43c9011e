namespace Regional.Disclosure.Auditing;

/// <summary>Between which whole numbers something lies, both included.</summary>
internal readonly record struct Bounds(long Least, long Most)
{
    /// <summary>No bound, above or, negated, below. Larger than any sum of counts, and small enough to add two.</summary>
    public const long None = long.MaxValue / 4;

    public static readonly Bounds Any = new(-None, None);

    public static readonly Bounds NotNegative = new(0, None);

    public static Bounds Exactly(long value) => new(value, value);

    public bool IsFixed => Least == Most;

    public bool IsEmpty => Least > Most;

    public bool Contains(long value) => value >= Least && value <= Most;

    public Bounds And(Bounds other) => new(Math.Max(Least, other.Least), Math.Min(Most, other.Most));
}
