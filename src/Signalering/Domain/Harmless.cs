using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Phase = Regional.Wire.Signalering.V1.Phase;

namespace Regional.Signalering.Domain;

/// <summary>What an event may say of a pupil: classes and bands instead of codes and dates of birth.</summary>
internal static class Harmless
{
    /// <summary>A vestiging with fewer pupils is not named in an event: it would narrow the child down too far.</summary>
    public const int FewestPupils = 50;

    /// <summary>The class of a kind of verzuim. Relatief is what the published rates count: sixteen hours in four school weeks, or a month and longer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unspecified or unknown.</exception>
    public static VerzuimClass Class(VerzuimKind kind) => kind switch
    {
        VerzuimKind.Absoluut => VerzuimClass.Absoluut,
        VerzuimKind.ZestienUur or VerzuimKind.MaandOfLanger => VerzuimClass.Relatief,
        VerzuimKind.Luxe or VerzuimKind.Beginnend or VerzuimKind.Signaal => VerzuimClass.Overig,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of verzuim has no class."),
    };

    /// <summary>The band of an age in whole years.</summary>
    public static AgeBand Band(int age) => age switch
    {
        < 5 => AgeBand.Under5,
        <= 11 => AgeBand._5To11,
        <= 15 => AgeBand._12To15,
        <= 17 => AgeBand._16To17,
        _ => AgeBand._18AndOver,
    };

    /// <summary>The vestiging, where it has pupils enough to hide among.</summary>
    public static string Vestiging(EstablishmentCode? establishment, int? pupils) =>
        establishment is { } code && pupils >= FewestPupils ? code.ToString() : "";

    /// <summary>The phase of a pupil: of its vestiging, else of its age; between 11 and 13 nobody can tell.</summary>
    public static Phase PhaseOf(SchoolKind? kind, int age) => kind switch
    {
        SchoolKind.Bo or SchoolKind.Sbo or SchoolKind.So => Phase.Po,
        SchoolKind.Vo or SchoolKind.Pro or SchoolKind.Isk or SchoolKind.Vso => Phase.Vo,
        _ => age switch
        {
            <= 10 => Phase.Po,
            >= 14 => Phase.Vo,
            _ => Phase.Unspecified,
        },
    };
}
