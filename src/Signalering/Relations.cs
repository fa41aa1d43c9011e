using Grpc.Core;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;

namespace Regional.Signalering;

/// <summary>By which relation a caller may have to do with a signal: it is of the caller's own municipality.</summary>
internal sealed class Relations(Regions regions)
{
    /// <summary>The municipality for which the caller speaks; what a message says of it is checked against this, never believed.</summary>
    public Outcome<MunicipalityCode> OwnMunicipality(Caller caller)
    {
        if (caller.Participant is not { Role: Role.Municipality } participant)
        {
            return Refused.RoleNotAllowed(caller.Role);
        }

        return regions.ParticipationsOf(participant).Select(p => p.Participant.Mandate).OfType<Mandate.OfMunicipality>().FirstOrDefault() is { } mandate
            ? mandate.Code
            : Refused.NotAParticipant(participant);
    }
}

/// <summary>The refusals of this service, with the words for the caller.</summary>
internal static class Refused
{
    /// <summary>Signals are for municipalities: towards a samenwerkingsverband the flow of pupil data is shut, towards a school it opens later.</summary>
    public static Refusal RoleNotAllowed(CallerRole role) => new(
        StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED", $"The role {role} may not do this: signals are sent and read by a municipality, for its own inhabitants.")
    {
        Metadata = new Dictionary<string, string> { ["role"] = role.ToString(), ["required"] = EnumText.Of(Role.Municipality) },
    };

    public static Refusal NotAParticipant(ParticipantId caller) => new(
        StatusCode.PermissionDenied,
        "NOT_A_PARTICIPANT",
        $"{caller.Oin} takes part in no region that is hosted here as {EnumText.Of(caller.Role)}/{caller.Unit}; the region's administrator registers participants.")
    {
        Metadata = new Dictionary<string, string> { ["oin"] = caller.Oin.ToString(), ["role"] = EnumText.Of(caller.Role), ["unit"] = caller.Unit },
    };

    /// <summary>The signal is of another municipality's inhabitant.</summary>
    public static Refusal ForeignMunicipality(MunicipalityCode own) => new(
        StatusCode.PermissionDenied, "FOREIGN_MUNICIPALITY", $"You speak for municipality {own} only; a signal goes to, and comes from, the municipality of residence itself.")
    {
        Metadata = new Dictionary<string, string> { ["own"] = own.ToString() },
        Violations = [new("signal.municipality", "FOREIGN_MUNICIPALITY", $"must be your own, {own}")],
    };

    /// <summary>The same whether the pupil is unknown or known to others, of whom the answer must not tell.</summary>
    public static Refusal NotYourPupil { get; } = new(
        StatusCode.PermissionDenied,
        "NO_RELATION",
        "You have sent no signal under this onderwijsnummer, or the BSN is not free to be linked by you. Send the pupil's signals under the BSN.");

    public static Refusal KnownAsTwo { get; } = new(
        StatusCode.FailedPrecondition,
        "KNOWN_AS_TWO",
        "You have sent signals under both numbers before they were linked, so they are known as two pupils. Erase one of the two (EraseSubject), link them, and send its signals again under new request ids.");

    public static Refusal Stopping { get; } = new(
        StatusCode.Unavailable, "STOPPING", "The service is stopping. What was answered is stored; connect again, and send again what was not: the request ids settle it.");

    public static Refusal Restored { get; } = new(
        StatusCode.Aborted, "LOG_RESTORED", "The log was restored, and what you have got of it may be gone or stand elsewhere. Begin anew, without a resume token.");

    public static Refusal BatchTooLarge(int signals, int bytes) => new(
        StatusCode.InvalidArgument, "BATCH_TOO_LARGE", $"A batch holds at most 500 signals and 64 kB; this one has {signals} signals and {bytes} bytes. Send smaller batches.")
    {
        Metadata = new Dictionary<string, string> { ["signals"] = $"{signals}", ["bytes"] = $"{bytes}" },
    };

    public static Refusal BatchOutOfOrder(long expected, long received) => new(
        StatusCode.InvalidArgument, "BATCH_OUT_OF_ORDER", $"Batches of a stream are numbered 1, 2, 3 and so on; {expected} was expected, {received} came.")
    {
        Metadata = new Dictionary<string, string> { ["expected"] = $"{expected}", ["received"] = $"{received}" },
    };
}
