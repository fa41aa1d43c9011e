using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Regional.EventLog.Bell;
using Regional.EventLog.Following;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Calls;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog;

/// <summary>Gives a service its ordered log, or lets it follow another's.</summary>
public static class EventLogExtensions
{
    /// <summary>Adds the service's log to its database.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="service">Name of the service in the CloudEvents source, like <c>signalering</c>.</param>
    /// <remarks>The service registers its <see cref="IStateTable{TKey,TState}"/>, and has its keys by <see cref="SubjectsExtensions.AddSubjects"/>.</remarks>
    public static IHostApplicationBuilder AddEventLog<TKey, TState>(this IHostApplicationBuilder builder, string service)
        where TKey : notnull
        where TState : class
    {
        var oin = builder.Configuration.DeploymentOin();
        builder.AddMigrations(typeof(EventLogExtensions).Assembly);
        builder.AddSecretKey(RequestDigest.Key);
        builder.AddSecretKey(FileKeys.WrappingKey);
        builder.AddBell();
        builder.Services.AddSingleton(services => new OwnLog(service, services.GetRequiredService<FeedReader>().Head));
        builder.Services.AddSingleton<RequestDigest>();
        builder.Services.AddSingleton<RegionLog<TKey, TState>>();
        builder.Services.AddSingleton<FileKeys>();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<FeedReader>(services, $"urn:nld:oin:{oin}:systeem:{service}"));
        return builder;
    }

    /// <summary>Maps the feed of the service's log.</summary>
    public static WebApplication MapEventFeed(this WebApplication app)
    {
        app.MapGrpcService<FeedApi>();
        return app;
    }

    /// <summary>Maps what an operator can ask of a service that follows others.</summary>
    public static WebApplication MapFollower(this WebApplication app)
    {
        app.MapGrpcService<FollowerApi>();
        return app;
    }

    /// <summary>Lets a service follow the logs of another, one follower per region that is hosted here.</summary>
    /// <typeparam name="TProjection">What each page of events does to the service's own tables.</typeparam>
    /// <param name="builder">The service.</param>
    /// <param name="service">The service that is followed, as the host names it.</param>
    public static IHostApplicationBuilder AddFollower<TProjection>(this IHostApplicationBuilder builder, string service)
        where TProjection : class, IProjection
    {
        builder.AddMigrations(typeof(EventLogExtensions).Assembly);
        builder.AddBell();
        builder.AddListener();
        builder.Services.TryAddSingleton<ServiceChannels>();
        builder.Services.AddSingleton<TProjection>();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<Followers>(services, service, services.GetRequiredService<TProjection>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<Followers>());
        builder.Services.AddHealthChecks().AddCheck<FollowersHealth>("followers");
        return builder;
    }
}
