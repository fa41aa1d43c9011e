using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Health;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Reflection;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Requests;
using Regional.ServiceDefaults.Telemetry;

namespace Regional.ServiceDefaults;

/// <summary>What every service has: telemetry, health, identity, and gRPC with its rules.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>The largest message that a service reads, in bytes: 1 MB.</summary>
    public const int LargestMessage = 1_000_000;

    /// <summary>Adds the defaults; the first thing that a service does.</summary>
    /// <exception cref="StartupFaultException">The configuration would leave the service open: see <c>docs/operations.md</c>.</exception>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        StartupFaults.PrintAsOneLine(builder.Logging);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.AddIdentity();
        builder.Services.AddHealthChecks();
        // Shorter than a host's patience with SIGTERM: what waits is committed in far less.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        // A sender whose cable was pulled answers no ping: without them its stream would stay open for ever.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(60));
        builder.Services.AddSingleton<ServedServices>();
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = LargestMessage;
            // Outermost first: whatever the others throw becomes a status.
            options.Interceptors.Add<RefusalInterceptor>();
            options.Interceptors.Add<CallerInterceptor>();
            options.Interceptors.Add<RequestInterceptor>();
        });
        // The framework logs each failed call with its exception; ours says as much in one line, without the message.
        builder.Logging.AddFilter("Grpc.AspNetCore.Server.ServerCallHandler", LogLevel.None);
        // A channel that is closed trips over its own timers and logs that with a stack trace, at every stop. What goes wrong in earnest reaches the call.
        builder.Logging.AddFilter("Grpc.Net.Client.Balancer", LogLevel.None);
        return builder;
    }

    /// <summary>Maps health for gRPC and HTTP, and reflection in Development; says why a request that cannot be read is refused.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseMiddleware<UnreadableRequests>();
        app.Use(LeaveHealthOutOfTraces);
        app.MapGrpcService<HealthService>();
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthExtensions.WriteAsync });
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = _ => false });
        if (app.Environment.IsDevelopment())
        {
            app.MapGrpcService<ReflectionService>();
        }

        return app;
    }

    // It is asked every few seconds, and asks the database in its turn.
    private static async Task LeaveHealthOutOfTraces(HttpContext context, RequestDelegate next)
    {
        var isAboutHealth = context.Request.Path.StartsWithSegments("/health") || context.Request.Path.StartsWithSegments("/grpc.health.v1.Health");
        using var untraced = isAboutHealth ? Untraced.Begin() : null;
        await next(context);
    }

    private static void AddIdentity(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            throw new StartupFaultException(
                $"{builder.Environment.ApplicationName} refuses to start in {builder.Environment.EnvironmentName}: it has no TLS, trust anchor or token keys yet, so it serves in Development only (ASPNETCORE_ENVIRONMENT=Development).");
        }

        var folder = builder.Configuration["Identity:DevelopmentKeys"]
            ?? throw new StartupFaultException("Identity:DevelopmentKeys is not set: name the folder with the development keys, or start through `dotnet run --project AppHost`.");
        builder.Services.AddSingleton(services => DevelopmentTokens.Open(folder, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<TokenValidator>();
    }
}
