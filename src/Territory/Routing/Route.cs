namespace Regional.Territory;

/// <summary>For which part of education a child is looked at.</summary>
public enum Phase
{
    /// <summary>Primary.</summary>
    Po,

    /// <summary>Secondary.</summary>
    Vo,

    /// <summary>It cannot be told, as of an eleven- to thirteen-year-old who is not enrolled: then both are concerned.</summary>
    Unknown,
}

/// <summary>What a destination rests on.</summary>
public enum RouteBasis
{
    /// <summary>Nothing: no file here knows the vestiging or the residence.</summary>
    Unknown,

    /// <summary>The child is not enrolled, so no school decides.</summary>
    NotEnrolled,

    /// <summary>The place of the vestiging.</summary>
    School,

    /// <summary>The postcode of residence.</summary>
    Postcode,

    /// <summary>The municipality, for want of a known postcode; it lies whole in one samenwerkingsverband.</summary>
    Municipality,

    /// <summary>The municipality, for want of a known postcode. It is split, and this is the part with the most postcodes: a guess.</summary>
    LargestPart,
}

/// <summary>At most one samenwerkingsverband for each part of education.</summary>
/// <param name="Po">For primary education; null for none.</param>
/// <param name="Vo">For secondary education; null for none.</param>
public readonly record struct RegionCodes(RegionCode? Po, RegionCode? Vo)
{
    /// <summary>How many there are: 0, 1 or 2.</summary>
    public int Count => (Po is null ? 0 : 1) + (Vo is null ? 0 : 1);

    /// <summary>The first or second of those that are there, primary before secondary.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not less than <see cref="Count"/>.</exception>
    public RegionCode this[int index] => index >= 0 && index < Count
        ? (index == 0 ? Po ?? Vo : Vo)!.Value
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Whether the code is among them.</summary>
    public bool Contains(RegionCode code) => Po == code || Vo == code;
}

/// <summary>Where a child belongs by one of the two ways of looking.</summary>
/// <param name="Codes">The samenwerkingsverbanden; hosted here or not. None when the basis is unknown or the child not enrolled.</param>
/// <param name="Basis">What that rests on.</param>
public readonly record struct Destination(RegionCodes Codes, RouteBasis Basis);

/// <summary>Where a signal belongs. Every list and figure says whether it goes by school or by residence; so both are kept.</summary>
/// <param name="BySchool">By the vestiging of enrolment (naar school).</param>
/// <param name="ByResidence">By where the child lives (naar woonplaats).</param>
/// <param name="Hosted">Of the owners, those whose region is hosted here.</param>
public readonly record struct Route(Destination BySchool, Destination ByResidence, RegionCodes Hosted)
{
    /// <summary>Where the child belongs: an enrolled child with its school, any other with its residence.</summary>
    /// <remarks>
    /// A vestiging that no file knows falls back to the residence; <see cref="BySchool"/> then has the basis <see cref="RouteBasis.Unknown"/>.
    /// </remarks>
    public Destination Owner => BySchool.Codes.Count > 0 ? BySchool : ByResidence;

    /// <summary>Of the owners, those that are not hosted here: the targets of a signal that is parked as <c>elders</c>.</summary>
    public RegionCodes Elsewhere => new(Hosted.Po is null ? Owner.Codes.Po : null, Hosted.Vo is null ? Owner.Codes.Vo : null);

    /// <summary>Whether nobody here owns it, so that it is accepted and parked. Where <see cref="Elsewhere"/> is empty too, the target is not known.</summary>
    public bool IsElders => Hosted.Count == 0;
}
