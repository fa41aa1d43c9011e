using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.EventLog.Bell;
using Regional.EventLog.Erasing;
using Regional.EventLog.Faults;
using Regional.EventLog.Following;
using Regional.EventLog.Receipts;
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
        builder.Services.AddSingleton<LogIdentity>();
        builder.Services.AddHostedService<LogIdentity.AtStart>();
        builder.Services.AddSingleton(new ReceiptKeys(builder.Configuration.KeysFolder(service)));
        builder.Services.AddHostedService(services => services.GetRequiredService<ReceiptKeys>());
        builder.Services.AddSingleton<ReceiptIssuer>();
        builder.AddBell();
        builder.Services.AddSingleton(services => new OwnLog(service, services.GetRequiredService<FeedReader>().Head));
        builder.Services.TryAddSingleton(FaultPoints.Read(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton<RequestDigest>();
        builder.Services.AddSingleton<RegionLog<TKey, TState>>();
        builder.Services.AddHealthChecks().AddCheck<LogHealth<TKey, TState>>("log");
        builder.Services.AddSingleton<FileKeys>();
        builder.Services.AddSingleton<WrappingKey>();
        builder.Services.AddSingleton<IRotatedKey>(services => services.GetRequiredService<WrappingKey>());
        builder.Services.AddHostedService<WrappingKeyInUse>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WrappingKey>());
        var erasures = builder.Configuration["Erasures:Path"] ?? Path.Combine(builder.Configuration.DataFolder(service), "erasures");
        builder.Services.AddSingleton(services => new ErasureList(Path.Combine(erasures, $"{service}.ndjson"), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ErasureFence>();
        builder.Services.AddSingleton(services => new Erasures(
            services.GetRequiredService<Database>(),
            services.GetRequiredService<SubjectStore>(),
            services.GetRequiredService<ErasureList>(),
            ActivatorUtilities.CreateInstance<LogErasure>(services, services.GetRequiredService<IStateTable<TKey, TState>>(), service),
            services.GetRequiredService<ErasureFence>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<Erasures>>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<Erasures>());
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<FeedReader>(services, $"urn:nld:oin:{oin}:systeem:{service}"));
        return builder;
    }

    /// <summary>Maps the feed of the service's log, and the public keys of its receipts.</summary>
    public static WebApplication MapEventFeed(this WebApplication app)
    {
        app.MapGrpcService<FeedApi>();
        app.MapGrpcService<ReceiptKeysApi>();
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
        builder.Services.TryAddSingleton(FaultPoints.Read(builder.Configuration, builder.Environment));
        builder.Services.TryAddSingleton<ServiceChannels>();
        builder.Services.AddSingleton<TProjection>();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<Followers>(services, service, services.GetRequiredService<TProjection>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<Followers>());
        builder.Services.AddHealthChecks().AddCheck<FollowersHealth>("followers");
        return builder;
    }
}
