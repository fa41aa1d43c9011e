namespace Regional.Territory;

/// <summary>On which side of a target a figure should lie.</summary>
public enum Bound
{
    /// <summary>At most the value.</summary>
    AtMost,

    /// <summary>At least the value.</summary>
    AtLeast,

    /// <summary>The value itself.</summary>
    Exactly,
}

/// <summary>In what a target is expressed.</summary>
public enum Measure
{
    /// <summary>Hundredths of a denominator, which the target may or may not name.</summary>
    Percent,

    /// <summary>Pupils in a school year.</summary>
    PupilsPerYear,
}

/// <summary>A value that the region wants an indicator to have (streefcijfer).</summary>
/// <param name="Indicator">The indicator: small letters and hyphens.</param>
/// <param name="Bound">On which side of the value the figure should lie.</param>
/// <param name="Value">The value.</param>
/// <param name="Measure">In what it is expressed.</param>
/// <param name="Year">The year in which it should be reached; null where the source names none.</param>
/// <param name="Denominator">What the source divides by, in its words; null where it names nothing. Without it no figure can be judged.</param>
/// <param name="Source">The <see cref="Source.Id"/> of the target.</param>
/// <param name="Quote">The words of the source.</param>
public sealed record Target(string Indicator, Bound Bound, decimal Value, Measure Measure, int? Year, string? Denominator, string Source, string Quote);
