using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Processes;

/// <summary>The environment of a project's process, beyond what it has from the AppHost.</summary>
internal static class ProjectEnvironment
{
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(ProjectResource project, CancellationToken cancellation)
    {
        var context = new EnvironmentCallbackContext(Defaults(project));
        foreach (var annotation in project.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(context).ConfigureAwait(false);
        }

        var values = new Dictionary<string, string>();
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            values[name] = value is IValueProvider provider ? await provider.GetValueAsync(cancellation).ConfigureAwait(false) ?? "" : (string)value;
        }

        return values;
    }

    private static Dictionary<string, object> Defaults(ProjectResource project)
    {
        var defaults = new Dictionary<string, object>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["OTEL_SERVICE_NAME"] = project.Name,
        };
        foreach (var endpoint in project.Annotations.OfType<EndpointAnnotation>())
        {
            // Without TLS an endpoint cannot negotiate: it speaks HTTP/1.1 or HTTP/2, and has to be told which.
            defaults[$"Kestrel__Endpoints__{endpoint.Name}__Url"] = new EndpointReference(project, endpoint.Name);
            defaults[$"Kestrel__Endpoints__{endpoint.Name}__Protocols"] = endpoint.Transport == "http2" ? "Http2" : "Http1";
        }

        return defaults;
    }
}
