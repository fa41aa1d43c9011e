using Aspire.Hosting.ApplicationModel;
using Regional.LocalServers;

namespace Aspire.Hosting.Processes;

/// <summary>How a server resource is run here: by the machine's own program, on the port of its endpoint, in its data folder.</summary>
/// <param name="requireInstalled">Fails where the program is not installed.</param>
/// <param name="start">Starts it.</param>
/// <param name="user">Whom its clients log in as; null where it has no names.</param>
/// <param name="password">The user's password.</param>
internal sealed class LocalServerProgram(
    Action requireInstalled, Func<ServerOptions, CancellationToken, Task<LocalServer>> start, Func<ReferenceExpression>? user, Func<ParameterResource> password)
    : IResourceAnnotation
{
    /// <summary>The name of the one endpoint of each server.</summary>
    public const string EndpointName = "tcp";

    /// <summary>Where the data lie; null for a temporary folder, which each start makes anew.</summary>
    public string? DataFolder { get; set; }

    /// <summary>The server, once it is ready and until it is stopped.</summary>
    public LocalServer? Running { get; private set; }

    public static LocalServerProgram? Of(IResource resource) => resource.Annotations.OfType<LocalServerProgram>().SingleOrDefault();

    /// <summary>Refuses what cannot be done here, before anything is started.</summary>
    public void Check(IResource server)
    {
        requireInstalled();
        if (server.Annotations.Any(annotation => annotation is EnvironmentCallbackAnnotation or CommandLineArgsCallbackAnnotation))
        {
            throw new DistributedApplicationException(
                $"'{server.Name}' is run by a program of this machine, which takes no environment and no arguments from here. Take WithEnvironment, WithReference and WithArgs away.");
        }
    }

    /// <exception cref="LocalServerException">It could not be started.</exception>
    public async Task<LocalServer> StartAsync(IResource server, ServerOptions shared, CancellationToken cancellation)
    {
        var options = shared with
        {
            Folder = DataFolder,
            Port = server.Annotations.OfType<EndpointAnnotation>().Single(endpoint => endpoint.Name == EndpointName).AllocatedEndpoint!.Port,
            User = user is null ? null : await user().GetValueAsync(cancellation).ConfigureAwait(false),
            Password = await password().GetValueAsync(cancellation).ConfigureAwait(false),
        };
        Running = null;
        return Running = await start(options, cancellation).ConfigureAwait(false);
    }
}
