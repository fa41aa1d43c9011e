namespace Regional.Territory;

/// <summary>A vestiging: a place where a school teaches. There are more of these than the school table counts.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name at DUO.</param>
/// <param name="Board">Its board; null where the sources do not tell.</param>
/// <param name="Municipality">Where it lies.</param>
/// <param name="Postcode">Where it lies; null where the sources do not tell.</param>
/// <param name="Kind">The education that it gives.</param>
/// <param name="Source">The <see cref="Source.Id"/> of the row.</param>
public sealed record Establishment(
    EstablishmentCode Code, string Name, BoardNumber? Board, MunicipalityCode Municipality, Postcode4? Postcode, SchoolKind Kind, string Source);
