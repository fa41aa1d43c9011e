using System.Collections.ObjectModel;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource, by its name.</summary>
public abstract class Resource : IResource
{
    /// <summary>Names the resource.</summary>
    /// <param name="name">1–64 ASCII letters, digits and single hyphens; begins with a letter and does not end with a hyphen.</param>
    /// <exception cref="DistributedApplicationException">The name breaks that rule.</exception>
    protected Resource(string name) => Name = ModelName.Checked("resource", name);

    /// <inheritdoc/>
    public virtual string Name { get; }

    /// <inheritdoc/>
    public virtual ResourceAnnotationCollection Annotations { get; } = [];
}

/// <summary>What has been said about a resource, in the order in which it was said.</summary>
public sealed class ResourceAnnotationCollection : Collection<IResourceAnnotation>;

/// <summary>A .NET project, run as a process of its own.</summary>
/// <param name="name">The resource's name.</param>
public class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport;

/// <summary>A program, run as a process of its own.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="command">The program: a name on the PATH, or a path, which is relative to the working directory.</param>
/// <param name="workingDirectory">The folder in which it runs.</param>
public class ExecutableResource(string name, string command, string workingDirectory)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>The program.</summary>
    public string Command { get; } = command;

    /// <summary>The folder in which it runs.</summary>
    public string WorkingDirectory { get; } = workingDirectory;
}

/// <summary>Says as how many processes a resource runs.</summary>
/// <param name="replicas">Their number, at least 1.</param>
public sealed class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    /// <summary>Their number.</summary>
    public int Replicas { get; } = replicas;
}

/// <summary>Says that a resource is not started with the application, but by a command.</summary>
public sealed class ExplicitStartupAnnotation : IResourceAnnotation;
