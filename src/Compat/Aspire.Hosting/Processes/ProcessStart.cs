using System.Collections.Immutable;
using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Processes;

/// <summary>How the processes of resources are started: program, folder, arguments, environment.</summary>
internal sealed class ProcessStart(string dotnet, DistributedApplicationExecutionContext executionContext, ResourceLoggerService logs)
{
    public static bool IsOf(IResource resource) => resource is ProjectResource or ExecutableResource or ContainerResource;

    /// <returns>How it is started, and which variables of its environment it does not inherit.</returns>
    /// <exception cref="DistributedApplicationException">It refers to something that has no value.</exception>
    public async Task<(ProcessStartInfo Start, ImmutableArray<EnvironmentVariableSnapshot> Environment)> OfAsync(
        IResource resource, int replica, CancellationToken cancellation)
    {
        var start = resource switch
        {
            // In the project's folder, where its appsettings.json lies.
            ProjectResource project => new ProcessStartInfo(dotnet, [project.Annotations.OfType<BuiltAssembly>().Single().Path])
            {
                WorkingDirectory = Path.GetDirectoryName(project.Annotations.OfType<IProjectMetadata>().Single().ProjectPath),
            },
            ExecutableResource program => new ProcessStartInfo(PathOf(program)) { WorkingDirectory = program.WorkingDirectory },
            _ => throw new DistributedApplicationException($"'{resource.Name}' is no process."),
        };
        await AddArgumentsAsync(start, resource, cancellation).ConfigureAwait(false);
        return (start, await AddEnvironmentAsync(start, resource, replica, cancellation).ConfigureAwait(false));
    }

    private static string PathOf(ExecutableResource program) =>
        Path.GetFileName(program.Command) == program.Command ? program.Command : Path.GetFullPath(program.Command, program.WorkingDirectory);

    private static async Task AddArgumentsAsync(ProcessStartInfo start, IResource resource, CancellationToken cancellation)
    {
        var context = new CommandLineArgsCallbackContext([], cancellation);
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            await annotation.Callback(context).ConfigureAwait(false);
        }

        foreach (var argument in context.Args)
        {
            if (await TextAsync(argument, cancellation).ConfigureAwait(false) is { } text)
            {
                start.ArgumentList.Add(text);
            }
        }
    }

    private async Task<ImmutableArray<EnvironmentVariableSnapshot>> AddEnvironmentAsync(
        ProcessStartInfo start, IResource resource, int replica, CancellationToken cancellation)
    {
        var context = new EnvironmentCallbackContext(executionContext, resource, Defaults(resource, replica), cancellation)
        {
            Replica = replica,
            Logger = logs.GetLogger(resource),
        };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(context).ConfigureAwait(false);
        }

        var given = ImmutableArray.CreateBuilder<EnvironmentVariableSnapshot>();
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            if (await TextAsync(value, cancellation).ConfigureAwait(false) is { } text)
            {
                start.Environment[name] = text;
                given.Add(new(name, text, IsFromSpec: true));
            }
        }

        return given.ToImmutable();
    }

    private static Dictionary<string, object> Defaults(IResource resource, int replica)
    {
        if (resource is not ProjectResource)
        {
            return [];
        }

        var defaults = new Dictionary<string, object>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["OTEL_SERVICE_NAME"] = resource.Name,
        };
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            // Without TLS an endpoint cannot negotiate: it speaks HTTP/1.1 or HTTP/2, and has to be told which.
            defaults[$"Kestrel__Endpoints__{endpoint.Name}__Url"] = endpoint.Replicas[replica].UriString;
            defaults[$"Kestrel__Endpoints__{endpoint.Name}__Protocols"] = endpoint.Transport == "http2" ? "Http2" : "Http1";
        }

        return defaults;
    }

    private static async ValueTask<string?> TextAsync(object value, CancellationToken cancellation) => value switch
    {
        IValueProvider provider => await provider.GetValueAsync(cancellation).ConfigureAwait(false),
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(cancellation).ConfigureAwait(false),
        _ => (string)value,
    };
}
