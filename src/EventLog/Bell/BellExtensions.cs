using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Refusals;

namespace Regional.EventLog.Bell;

/// <summary>Gives a service its bell.</summary>
internal static class BellExtensions
{
    private const string Bus = "bus";
    private const string Ring = "regional-log-grown";

    // A broker that is frozen is noticed by its silence, within two of these.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    /// <summary>Adds the bell: over the RabbitMQ that <c>ConnectionStrings:bus</c> names; without one followers only look by themselves.</summary>
    /// <exception cref="StartupFaultException">It is named in a way that cannot be read.</exception>
    public static void AddBell(this IHostApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(IBell)))
        {
            return;
        }

        if (builder.Configuration.GetConnectionString(Bus) is not { Length: > 0 } bus)
        {
            builder.Services.AddSingleton<IBell, NoBell>();
            return;
        }

        var address = Uri.TryCreate(bus, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"
            ? uri
            : throw new StartupFaultException("ConnectionStrings:bus is no AMQP address: write amqp://user:password@host:port.");
        builder.Services.AddSingleton<BusBell>();
        builder.Services.AddSingleton<IBell>(services => services.GetRequiredService<BusBell>());
        builder.Services.AddHostedService(services => services.GetRequiredService<BusBell>());
        builder.Services.AddBus(address);
        // It tells each attempt at a broker that is away with a stack trace; health says it in a line.
        builder.Logging.AddFilter("MassTransit", LogLevel.Critical);
    }

    /// <summary>Lets the service hear the bells of others.</summary>
    public static void AddListener(this IHostApplicationBuilder builder) => builder.Services.TryAddSingleton<Listener>();

    private static void AddBus(this IServiceCollection services, Uri address)
    {
        services.Configure<MassTransitHostOptions>(host => (host.WaitUntilStarted, host.StopTimeout) = (false, TimeSpan.FromSeconds(2)));
        // Its own check names the queue, not the broker.
        services.PostConfigure<HealthCheckServiceOptions>(checks =>
            checks.Registrations.Single(check => check.Name == Bus).Factory = provider => new BusHealth(provider.GetRequiredService<IBusControl>(), address));
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.ConfigureHealthCheckOptions(health => health.Name = Bus);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(address, host =>
                {
                    host.Heartbeat(Heartbeat);
                    host.RequestedConnectionTimeout(TimeSpan.FromSeconds(1));
                });
                rabbit.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType);
                rabbit.Message<LogGrown>(message => message.SetEntityName(Ring));
                rabbit.Publish<LogGrown>(exchange => exchange.Durable = false);
                // Gone with the process. One that follows nobody has it too: without a queue the bus does not notice that its broker is away.
                rabbit.ReceiveEndpoint(new TemporaryEndpointDefinition(), queue =>
                {
                    queue.DiscardFaultedMessages();
                    queue.DiscardSkippedMessages();
                    if (context.GetService<Listener>() is not null)
                    {
                        queue.Handler<LogGrown>(ring =>
                        {
                            context.GetRequiredService<BusBell>().Hear(ring.Message);
                            return Task.CompletedTask;
                        });
                    }
                });
            });
        });
    }

    private sealed class Listener;
}
