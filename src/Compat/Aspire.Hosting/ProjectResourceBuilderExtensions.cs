using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting;

/// <summary>Adds projects.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a project, which is run as <c>dotnet &lt;assembly&gt;</c> in the project's folder.</summary>
    /// <typeparam name="TProject">The class that the build wrote for the project, in the namespace <c>Projects</c>.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="name">1–64 ASCII letters, digits and single hyphens; begins with a letter and does not end with a hyphen.</param>
    /// <returns>A builder for the project.</returns>
    /// <exception cref="DistributedApplicationException">The name breaks that rule or is not new.</exception>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var project = new TProject();
        var assembly = typeof(TProject).Assembly.Metadata("targetpath:" + project.ProjectPath)
            ?? throw new DistributedApplicationException(
                $"'{name}' ({project.ProjectPath}) is not a project that the AppHost references. Add it as a ProjectReference.");
        return builder.AddResource(new ProjectResource(name))
            .WithAnnotation(project)
            .WithAnnotation(new BuiltAssembly(assembly));
    }

    /// <summary>Runs a project as several processes, each with ports of its own.</summary>
    /// <remarks>
    /// Nothing stands before them: who references the project gets the address of each. Where an endpoint asks for a port, the first replica gets it.
    /// </remarks>
    /// <param name="builder">The project.</param>
    /// <param name="replicas">How many, at least 1.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">That is fewer than one.</exception>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas) => replicas < 1
        ? throw new DistributedApplicationException(string.Create(
            CultureInfo.InvariantCulture, $"'{builder.Resource.Name}' has {replicas} replicas. Give it at least one."))
        : builder.WithAnnotation(new ReplicaAnnotation(replicas), ResourceAnnotationMutationBehavior.Replace);
}
