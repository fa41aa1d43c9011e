using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Regional.LocalServers;

namespace Aspire.Hosting;

/// <summary>Adds PostgreSQL servers and databases.</summary>
public static class PostgresBuilderExtensions
{
    /// <summary>Adds a PostgreSQL server, run by the machine's own program.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="userName">The superuser's name; null for <c>postgres</c>.</param>
    /// <param name="password">The superuser's password; null for the parameter <c>{name}-password</c>, which is made up at the first start.</param>
    /// <param name="port">Its port on the loopback address; null for any free port.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        var server = new PostgresServerResource(name, userName?.Resource, builder.PasswordOf(name, password));
        return builder.AddResource(server).WithLocalServer(port, new LocalServerProgram(
            () => Programs.PostgreSql(),
            async (options, cancellation) => await PostgreSqlServer.StartAsync(options, cancellation).ConfigureAwait(false),
            () => server.UserNameReference,
            () => server.PasswordParameter));
    }

    /// <summary>Adds a database, which is made when the server is ready, unless it is there.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="databaseName">The database's name in PostgreSQL; null for the resource's.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        var program = LocalServerProgram.Of(builder.Resource)!;
        builder.Resource.Add(database);
        builder.OnResourceReady((_, _, cancellation) => ((PostgreSqlServer)program.Running!).EnsureDatabaseAsync(database.DatabaseName, cancellation));
        return builder.ApplicationBuilder.AddResource(database).WithServerCheck(
            program, (server, cancellation) => ((PostgreSqlServer)server).CheckDatabaseAsync(database.DatabaseName, cancellation));
    }

    /// <summary>Keeps the server's data from one start to the next, in the folder that the configuration names as <c>Aspire:Store:Path</c>.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The volume's name; null for <c>{resource}-data</c>.</param>
    /// <param name="isReadOnly">Not possible here.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">There is no such folder in the configuration, or it is to be read-only.</exception>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) => builder.WithVolume(name, isReadOnly);

    /// <summary>Keeps the server's data from one start to the next, in a folder.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="source">The folder, relative to the AppHost's project.</param>
    /// <param name="isReadOnly">Not possible here.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="DistributedApplicationException">It is to be read-only.</exception>
    public static IResourceBuilder<PostgresServerResource> WithDataBindMount(
        this IResourceBuilder<PostgresServerResource> builder, string source, bool isReadOnly = false) => builder.WithDataFolder(source, isReadOnly);
}
