using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Regional.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs by OpenTelemetry, sent where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; without it nothing is sent.</summary>
/// <remarks>.NET emits the activities and meters of its web server, clients and drivers by itself; they are only listened to here.</remarks>
internal static class TelemetrySetup
{
    private static readonly string[] Sources = [CallSpans.Server, CallSpans.Client, CallSpans.Database, "System.Net.Http", "Regional.*"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql", "Regional.*"];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        var resource = ResourceBuilder.CreateDefault().AddService(builder.Environment.ApplicationName).AddEnvironmentVariableDetector();
        builder.Logging.AddOpenTelemetry(logging => logging.SetResourceBuilder(resource).AddOtlpExporter());
        builder.Services.AddHostedService(_ => new TelemetryProviders(
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddProcessor(new CallSpans()).AddOtlpExporter().Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter().Build()));
    }

    // Lives as long as the host, and sends what is left when it stops.
    private sealed class TelemetryProviders(TracerProvider traces, MeterProvider metrics) : IHostedService, IDisposable
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            traces.Dispose();
            metrics.Dispose();
        }
    }
}
