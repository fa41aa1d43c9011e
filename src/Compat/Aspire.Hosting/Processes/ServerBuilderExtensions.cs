using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Regional.LocalServers;

namespace Aspire.Hosting.Processes;

/// <summary>What the three kinds of server have in common.</summary>
internal static class ServerBuilderExtensions
{
    public static IResourceBuilder<T> WithLocalServer<T>(this IResourceBuilder<T> builder, int? port, LocalServerProgram program) where T : ContainerResource => builder
        .WithAnnotation(program)
        .WithAnnotation(new EndpointAnnotation(ProtocolType.Tcp, name: LocalServerProgram.EndpointName, port: port))
        .WithServerCheck(program, (server, cancellation) => server.CheckAsync(cancellation));

    public static IResourceBuilder<T> WithServerCheck<T>(
        this IResourceBuilder<T> builder, LocalServerProgram program, Func<LocalServer, CancellationToken, Task> use) where T : IResource =>
        builder.WithAnnotation(new LocalServerCheck($"{builder.Resource.Name}_check", program, use));

    public static IResourceBuilder<T> WithVolume<T>(this IResourceBuilder<T> builder, string? name, bool isReadOnly) where T : ContainerResource
    {
        var store = builder.ApplicationBuilder.Configuration["Aspire:Store:Path"] ?? throw new DistributedApplicationException(
            $"There is no folder for the volume of '{builder.Resource.Name}'. Name one in the AppHost's configuration, as Aspire:Store:Path.");
        return builder.WithDataFolder(Path.Combine(store, name ?? $"{builder.Resource.Name}-data"), isReadOnly);
    }

    public static IResourceBuilder<T> WithDataFolder<T>(this IResourceBuilder<T> builder, string folder, bool isReadOnly) where T : ContainerResource
    {
        if (isReadOnly)
        {
            throw new DistributedApplicationException($"'{builder.Resource.Name}' writes into its data folder: it cannot be read-only.");
        }

        LocalServerProgram.Of(builder.Resource)!.DataFolder = Path.GetFullPath(folder, builder.ApplicationBuilder.AppHostDirectory);
        return builder;
    }

    public static ParameterResource PasswordOf(this IDistributedApplicationBuilder builder, string server, IResourceBuilder<ParameterResource>? given) =>
        given?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{server}-password");

    private sealed class LocalServerCheck(string key, LocalServerProgram program, Func<LocalServer, CancellationToken, Task> use) : OwnHealthCheck(key)
    {
        protected override string What(int replica) => "A question to the server";

        protected override async Task<(HealthStatus Status, string? Description)> AskAsync(int replica, CancellationToken cancellation)
        {
            if (program.Running is not { } server)
            {
                return (HealthStatus.Unhealthy, "the server does not run");
            }

            await use(server, cancellation).ConfigureAwait(false);
            return (HealthStatus.Healthy, null);
        }
    }
}
