namespace Regional.Territory;

/// <summary>A stretch of calendar time: from its first day up to, and not including, the day on which it no longer holds.</summary>
/// <remarks>Half open, so that of two periods that follow each other the one's end is written as the other's beginning.</remarks>
public sealed record Period
{
    /// <summary>A period from a first day; without <paramref name="until"/> it has no end yet.</summary>
    /// <exception cref="ArgumentException">It would end before or on the day that it begins.</exception>
    public Period(DateOnly from, DateOnly? until = null)
    {
        if (until <= from)
        {
            throw new ArgumentException("A period holds at least one day: it must end after the day on which it begins.", nameof(until));
        }

        (From, Until) = (from, until);
    }

    /// <summary>The first day. <see cref="DateOnly.MinValue"/> where the source goes back as far as it knows.</summary>
    public DateOnly From { get; }

    /// <summary>The first day on which it no longer holds; null while it has no end.</summary>
    public DateOnly? Until { get; }

    /// <summary>Whether it holds on the day.</summary>
    public bool Contains(DateOnly day) => day >= From && (Until is not { } until || day < until);

    /// <summary>Whether there is a day in both.</summary>
    public bool Overlaps(Period other) => (Until is not { } end || other.From < end) && (other.Until is not { } otherEnd || From < otherEnd);
}
