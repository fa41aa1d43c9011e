namespace Regional.Territory;

/// <summary>The kind of absence that a published rate is about.</summary>
public enum AbsenceKind
{
    /// <summary>Liable and not enrolled (absoluut verzuim).</summary>
    Absolute,

    /// <summary>Enrolled and absent without a valid reason (relatief verzuim).</summary>
    Relative,
}

/// <summary>For what area a rate was published.</summary>
public enum PublishedFor
{
    /// <summary>For this municipality.</summary>
    Municipality,

    /// <summary>For the country only; it stands in for a municipal rate that was not published.</summary>
    National,
}

/// <summary>A published rate of absence.</summary>
/// <param name="Municipality">The municipality that it is used for.</param>
/// <param name="Year">The calendar year of publication that the source names.</param>
/// <param name="Kind">Absolute or relative.</param>
/// <param name="PerThousand">Pupils in a thousand who are leerplichtig or kwalificatieplichtig; distinct persons, not incidents.</param>
/// <param name="PublishedFor">Whether it is the municipality's own.</param>
/// <param name="Source">The <see cref="Source.Id"/> of the rate.</param>
public sealed record AbsenceRate(MunicipalityCode Municipality, int Year, AbsenceKind Kind, decimal PerThousand, PublishedFor PublishedFor, string Source);

/// <summary>Where a denominator comes from.</summary>
public enum DenominatorBasis
{
    /// <summary>Made up for tests; every figure over it must say so.</summary>
    MadeUp,

    /// <summary>Imported from a register.</summary>
    Imported,
}

/// <summary>How many leerplichtigen and kwalificatieplichtigen live in a municipality: the denominator of its absence rates.</summary>
/// <param name="Municipality">The municipality of residence.</param>
/// <param name="SchoolYear">The school year.</param>
/// <param name="Pupils">How many; at least 1.</param>
/// <param name="Basis">Whether it was made up.</param>
/// <param name="Source">The <see cref="Source.Id"/> of the number.</param>
public sealed record ResidentPupils(MunicipalityCode Municipality, SchoolYear SchoolYear, int Pupils, DenominatorBasis Basis, string Source);
