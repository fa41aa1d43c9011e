namespace Regional.Territory;

/// <summary>How it is known what lies in which unit.</summary>
public enum Membership
{
    /// <summary>The source tells it.</summary>
    FromSource,

    /// <summary>It was made up, and every figure by these units must say so.</summary>
    Fictitious,
}

/// <summary>A part of a region: an organisatorische eenheid, a scholenkring.</summary>
/// <param name="Code">Its short name, unique in its drawing.</param>
/// <param name="Name">Its name.</param>
/// <param name="Municipalities">The municipalities that lie in it, as far as they lie in the region.</param>
/// <param name="Postcodes">The postcodes that lie in it.</param>
public sealed record OrganisationalUnit(string Code, string Name, IReadOnlyList<MunicipalityCode> Municipalities, IReadOnlyList<Postcode4> Postcodes);

/// <summary>One way of dividing a region into units, for a period. What lies in no unit is the remainder.</summary>
/// <param name="Code">The short name of this way of dividing; several drawings of one code follow each other in time.</param>
/// <param name="Name">What the units are called together.</param>
/// <param name="Validity">When this drawing holds.</param>
/// <param name="Membership">Whether the source tells what lies where.</param>
/// <param name="Source">The <see cref="Source.Id"/> of the drawing.</param>
/// <param name="Note">What the source does not tell; may be empty.</param>
/// <param name="Units">The units; no postcode and no municipality lies in two.</param>
public sealed record Drawing(
    string Code, string Name, Period Validity, Membership Membership, string Source, string Note, IReadOnlyList<OrganisationalUnit> Units)
{
    /// <summary>The unit that a residence lies in.</summary>
    /// <returns>Null where it lies in the remainder, or where the units are drawn by postcode and there is none.</returns>
    public OrganisationalUnit? UnitOf(MunicipalityCode municipality, Postcode4? postcode)
    {
        foreach (var unit in Units)
        {
            if ((postcode is { } code && unit.Postcodes.Contains(code)) || unit.Municipalities.Contains(municipality))
            {
                return unit;
            }
        }

        return null;
    }
}
