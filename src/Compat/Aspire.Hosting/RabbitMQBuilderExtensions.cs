using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Regional.LocalServers;

namespace Aspire.Hosting;

/// <summary>Adds RabbitMQ servers.</summary>
public static class RabbitMQBuilderExtensions
{
    /// <summary>Adds a RabbitMQ server, run by the machine's own program.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="userName">The user's name; null for <c>guest</c>.</param>
    /// <param name="password">The user's password; null for the parameter <c>{name}-password</c>, which is made up at the first start.</param>
    /// <param name="port">Its port on the loopback address; null for any free port.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        var server = new RabbitMQServerResource(name, userName?.Resource, builder.PasswordOf(name, password));
        return builder.AddResource(server).WithLocalServer(port, new LocalServerProgram(
            () => Programs.RabbitMq(),
            async (options, cancellation) => await RabbitMqServer.StartAsync(options, cancellation).ConfigureAwait(false),
            () => server.UserNameReference,
            () => server.PasswordParameter));
    }

    /// <summary>Keeps the server's data from one start to the next, in the folder that the configuration names as <c>Aspire:Store:Path</c>.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The volume's name; null for <c>{resource}-data</c>.</param>
    /// <param name="isReadOnly">Not possible here.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">There is no such folder in the configuration, or it is to be read-only.</exception>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) => builder.WithVolume(name, isReadOnly);

    /// <summary>Keeps the server's data from one start to the next, in a folder.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="source">The folder, relative to the AppHost's project.</param>
    /// <param name="isReadOnly">Not possible here.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">It is to be read-only.</exception>
    public static IResourceBuilder<RabbitMQServerResource> WithDataBindMount(
        this IResourceBuilder<RabbitMQServerResource> builder, string source, bool isReadOnly = false) => builder.WithDataFolder(source, isReadOnly);
}
