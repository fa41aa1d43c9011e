using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Regional.AppHost.Development.Telemetry;

namespace Regional.AppHost.Development.StatusPage;

/// <summary>Gives the AppHost a page in the browser that shows its resources.</summary>
internal static class StatusPageExtensions
{
    public static IDistributedApplicationBuilder AddStatusPage(this IDistributedApplicationBuilder builder)
    {
        builder.AddTelemetry();
        builder.Services
            .AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Error)) // a request is no news on the AppHost's console
            .AddSingleton<Visitors>()
            .AddSingleton<StatusSite>()
            .AddHostedService(services => services.GetRequiredService<StatusSite>());
        return builder;
    }
}
