using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>Traces and metrics of the stack's services.</summary>
internal static class TelemetryExtensions
{
    /// <summary>Keeps what the services tell of themselves, and tells them where to send it.</summary>
    /// <remarks>The variables are those that Aspire gives to a project in Development. What the AppHost's program sets itself, holds.</remarks>
    public static void AddTelemetry(this IDistributedApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TelemetryStore>().AddSingleton<OtlpEndpoint>();
        builder.Eventing.Subscribe<BeforeStartEvent>(async (start, cancellation) =>
        {
            if (start.Services.GetRequiredService<DistributedApplicationOptions>().DisableDashboard)
            {
                return;
            }

            var endpoint = start.Services.GetRequiredService<OtlpEndpoint>();
            await endpoint.StartAsync(cancellation);
            foreach (var project in start.Model.Resources.OfType<ProjectResource>())
            {
                builder.CreateResourceBuilder(project).WithEnvironment(context => Tell(context, endpoint));
            }
        });
    }

    private static void Tell(EnvironmentCallbackContext context, OtlpEndpoint endpoint)
    {
        var variables = context.EnvironmentVariables;
        variables.TryAdd("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint.Address);
        variables.TryAdd("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
        variables.TryAdd("OTEL_EXPORTER_OTLP_HEADERS", endpoint.Headers);
        variables.TryAdd("OTEL_SERVICE_NAME", context.Resource.Name);
        // Another one for each replica and each start: counters begin at zero again.
        variables.TryAdd("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        // All but what a service itself leaves out, with everything that is done for it: the polls of followers.
        variables.TryAdd("OTEL_TRACES_SAMPLER", "parentbased_always_on");
        // Soon enough for somebody who looks on, in milliseconds.
        variables.TryAdd("OTEL_BSP_SCHEDULE_DELAY", "1000");
        variables.TryAdd("OTEL_BLRP_SCHEDULE_DELAY", "1000");
        variables.TryAdd("OTEL_METRIC_EXPORT_INTERVAL", "1000");
    }
}
