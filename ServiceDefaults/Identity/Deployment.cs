using Microsoft.Extensions.Configuration;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;

namespace Regional.ServiceDefaults.Identity;

/// <summary>The organisation that runs this deployment.</summary>
public static class Deployment
{
    /// <summary>The OIN of a deployment on a developer's machine.</summary>
    public static Oin DevelopmentOin { get; } = WrittenValues.Parse<Oin>("00000099000000000000");

    /// <summary>Its OIN: <c>Deployment:Oin</c>, or one for development.</summary>
    /// <exception cref="StartupFaultException">The setting is no OIN.</exception>
    public static Oin DeploymentOin(this IConfiguration configuration) =>
        configuration["Deployment:Oin"] is not { } text ? DevelopmentOin
            : Oin.TryParse(text, out var oin, out var reason) ? oin : throw new StartupFaultException($"Deployment:Oin: {reason}");
}
