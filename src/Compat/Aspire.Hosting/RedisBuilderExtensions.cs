using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Regional.LocalServers;

namespace Aspire.Hosting;

/// <summary>Adds Redis servers.</summary>
public static class RedisBuilderExtensions
{
    /// <summary>Adds a Redis server, run by the machine's own program, with a password that is made up at the first start.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="port">Its port on the loopback address; null for any free port.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port) =>
        builder.AddRedis(name, port, password: null);

    /// <summary>Adds a Redis server, run by the machine's own program.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="port">Its port on the loopback address; null for any free port.</param>
    /// <param name="password">Its password; null for the parameter <c>{name}-password</c>, which is made up at the first start.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<RedisResource> AddRedis(
        this IDistributedApplicationBuilder builder, string name, int? port = null, IResourceBuilder<ParameterResource>? password = null)
    {
        var server = new RedisResource(name, builder.PasswordOf(name, password));
        return builder.AddResource(server).WithLocalServer(port, new LocalServerProgram(
            () => Programs.Redis(),
            async (options, cancellation) => await RedisServer.StartAsync(options, cancellation).ConfigureAwait(false),
            user: null,
            () => server.PasswordParameter!));
    }

    /// <summary>Keeps the server's data from one start to the next, in the folder that the configuration names as <c>Aspire:Store:Path</c>.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The volume's name; null for <c>{resource}-data</c>.</param>
    /// <param name="isReadOnly">Not possible here.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">There is no such folder in the configuration, or it is to be read-only.</exception>
    public static IResourceBuilder<RedisResource> WithDataVolume(
        this IResourceBuilder<RedisResource> builder, string? name = null, bool isReadOnly = false) => builder.WithVolume(name, isReadOnly);

    /// <summary>Keeps the server's data from one start to the next, in a folder.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="source">The folder, relative to the AppHost's project.</param>
    /// <param name="isReadOnly">Not possible here.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">It is to be read-only.</exception>
    public static IResourceBuilder<RedisResource> WithDataBindMount(
        this IResourceBuilder<RedisResource> builder, string source, bool isReadOnly = false) => builder.WithDataFolder(source, isReadOnly);
}
