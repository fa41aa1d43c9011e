using Grpc.Core;
using Regional.Territory;

namespace Regional.ServiceDefaults.Identity;

/// <summary>Who makes a call: an organisation, in one role and unit, by someone whom only the organisation can name.</summary>
/// <param name="Oin">Organisatie-identificatienummer of the organisation.</param>
/// <param name="Role">The role in which it calls. Rights attach to (OIN, role, unit): a municipality that is also a school board has two identities.</param>
/// <param name="Unit">The part of the organisation, like <c>leerplicht</c>.</param>
/// <param name="Sub">Opaque outside the organisation; four eyes are two of these.</param>
public sealed record Caller(Oin Oin, CallerRole Role, string Unit, string Sub)
{
    /// <summary>The identity to which rights and request ids belong: <c>oin/role/unit</c>.</summary>
    public string Identity { get; } = $"{Oin}/{Role}/{Unit}";

    /// <summary>The caller as a party of a region; null for a role that no party has, like <see cref="CallerRole.Follower"/>.</summary>
    public ParticipantId? Participant => Role.Party is { } party ? new ParticipantId(Oin, party, Unit) : null;
}

/// <summary>The caller of a gRPC call.</summary>
public static class CallerOfCall
{
    private const string Key = "regional.caller";

    /// <summary>Who makes this call; known once the token has been validated.</summary>
    public static Caller Caller(this ServerCallContext context) => (Caller)context.UserState[Key];

    internal static void SetCaller(this ServerCallContext context, Caller caller) => context.UserState[Key] = caller;
}
