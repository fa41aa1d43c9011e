using Regional.ServiceDefaults.Identity;
using Regional.Territory;

namespace Regional.Cli.Calls;

/// <summary>As whom calls are made.</summary>
/// <param name="Name">For the user.</param>
/// <param name="Token">Gives a token for each call, because a stream can outlive one; null to call without.</param>
internal sealed record Sender(string Name, Func<string?> Token);

/// <summary>Whom a developer can be on a machine where an AppHost runs: every participant of every region that is hosted there.</summary>
internal sealed class DevelopmentIdentities(Participants participants, DevelopmentTokens tokens)
{
    /// <summary>Nobody but the organisation knows who calls; on a developer's machine it is always the same.</summary>
    public const string Sub = "developer";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public Participants Participants => participants;

    /// <summary>The identities of the running stack.</summary>
    /// <exception cref="CliFault">Its regions have faults.</exception>
    public static DevelopmentIdentities Of(Stack stack, TimeProvider clock) => new(new(RegionFiles.Load(stack.Regions)), DevelopmentTokens.Open(stack.DevelopmentKeys, clock));

    /// <summary>A participant as the caller that a token names.</summary>
    public static Caller CallerFor(Participant participant) => new(participant.Id.Oin, new(participant.Id.Role), participant.Id.Unit, Sub);

    /// <summary>Calls as the municipality; null when it takes part in no region here.</summary>
    public Sender? SenderFor(MunicipalityCode municipality) => SenderFor(participants.ForMunicipality(municipality));

    /// <summary>Calls as the samenwerkingsverband of a region; null when it takes no part here.</summary>
    public Sender? SenderFor(RegionCode region) => SenderFor(participants.ForRegion(region));

    /// <summary>Calls as the deployment itself, as its services do among each other.</summary>
    public Sender SenderForDeployment() => new("the deployment", () => tokens.Issue(new(Deployment.DevelopmentOin, CallerRole.Follower, "deployment", Sub), Lifetime));

    private Sender? SenderFor(Participant? participant) =>
        participant is null ? null : new(participant.Name, () => tokens.Issue(CallerFor(participant), Lifetime));
}
