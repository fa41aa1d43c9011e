namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that Aspire runs in a container; here it is a program of this machine.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="entrypoint">The program in the container. There is none here.</param>
public class ContainerResource(string name, string? entrypoint = null)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>The program in the container. There is none here.</summary>
    public string? Entrypoint { get; set; } = entrypoint;
}
