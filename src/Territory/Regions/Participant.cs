namespace Regional.Territory;

/// <summary>In which capacity a party holds or gets data.</summary>
public enum Role
{
    /// <summary>A municipality, for its inhabitants.</summary>
    Municipality,

    /// <summary>A school board, for its schools.</summary>
    SchoolBoard,

    /// <summary>The samenwerkingsverband, for its region.</summary>
    Samenwerkingsverband,

    /// <summary>Youth care. It takes part in no region yet; it is named because the flows from it must be shown as shut.</summary>
    YouthCare,
}

/// <summary>Who calls: rights attach to all three together, never to the OIN alone.</summary>
/// <remarks>The municipality of Assen is a school board too, under the same OIN. These are two identities, never their union.</remarks>
/// <param name="Oin">The organisation.</param>
/// <param name="Role">The capacity in which it calls.</param>
/// <param name="Unit">The part of the organisation, such as <c>leerplicht</c>: small letters, digits and hyphens.</param>
public readonly record struct ParticipantId(Oin Oin, Role Role, string Unit);

/// <summary>Whose data a participant answers for.</summary>
public abstract record Mandate
{
    private Mandate()
    {
    }

    /// <summary>The inhabitants of one municipality.</summary>
    public sealed record OfMunicipality(MunicipalityCode Code) : Mandate;

    /// <summary>The pupils of the schools of one board.</summary>
    public sealed record OfBoard(BoardNumber Number) : Mandate;

    /// <summary>The region as a whole: its releases, not its children.</summary>
    public sealed record OfRegion(RegionCode Code) : Mandate;
}

/// <summary>A party that takes part in the exchange of one region.</summary>
/// <param name="Id">Who it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mandate">Whose data it answers for.</param>
public sealed record Participant(ParticipantId Id, string Name, Mandate Mandate);
