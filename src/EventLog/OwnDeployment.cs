using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;

namespace Regional.EventLog;

/// <summary>What is for the followers of this deployment alone: a log as a whole, and what is made of it.</summary>
internal static class OwnDeployment
{
    /// <exception cref="RefusedException">The caller has another role, or is of another deployment.</exception>
    public static void Require(ServerCallContext context, IConfiguration configuration)
    {
        var caller = context.Caller();
        if (caller.Role != CallerRole.Follower || caller.Oin != configuration.DeploymentOin())
        {
            throw new RefusedException(RoleNotAllowed(caller.Role));
        }
    }

    private static Refusal RoleNotAllowed(CallerRole role) => new(
        StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED", $"You may not do this as {role}; it is for the followers of this deployment. To learn what happens, use a Watch call.")
    {
        Metadata = new Dictionary<string, string> { ["role"] = role.ToString() },
    };
}
