using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds programs.</summary>
public static class ExecutableResourceBuilderExtensions
{
    /// <summary>Adds a program. When it ends with exit code 0 its work is done; otherwise it is started again.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="command">The program: a name on the PATH, or a path, which is relative to the working directory.</param>
    /// <param name="workingDirectory">The folder in which it runs, relative to the AppHost's project.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder, string name, string command, string workingDirectory, params string[]? args) =>
        builder.AddExecutable(name, command, workingDirectory, (object[]?)args);

    /// <summary>Adds a program. When it ends with exit code 0 its work is done; otherwise it is started again.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="command">The program: a name on the PATH, or a path, which is relative to the working directory.</param>
    /// <param name="workingDirectory">The folder in which it runs, relative to the AppHost's project.</param>
    /// <param name="args">Its arguments: strings, and <see cref="IValueProvider"/>s that are asked when it starts.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder, string name, string command, string workingDirectory, params object[]? args) =>
        builder.AddResource(new ExecutableResource(name, command, Path.GetFullPath(workingDirectory, builder.AppHostDirectory))).WithArgs(args ?? []);
}
