using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regional.ServiceDefaults.Refusals;
using StackExchange.Redis;

namespace Regional.ServiceDefaults.Caching;

/// <summary>Gives a service its cache.</summary>
public static class CacheExtensions
{
    /// <summary>Adds the cache: in the Redis that <c>ConnectionStrings:cache</c> names; without one each instance has its own.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="service">Its name, so that two services in one Redis have keys of their own.</param>
    /// <exception cref="StartupFaultException">The connection string cannot be read.</exception>
    public static IHostApplicationBuilder AddCache(this IHostApplicationBuilder builder, string service)
    {
        if (builder.Configuration.GetConnectionString("cache") is not { Length: > 0 } connectionString)
        {
            builder.Services.AddSingleton<ICache, ProcessCache>();
            return builder;
        }

        var options = Read(connectionString);
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<RedisCache>(services, options, service));
        builder.Services.AddSingleton<ICache>(services => services.GetRequiredService<RedisCache>());
        builder.Services.AddHealthChecks().AddCheck<CacheHealth>("cache");
        return builder;
    }

    private static ConfigurationOptions Read(string connectionString)
    {
        try
        {
            return ConfigurationOptions.Parse(connectionString);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            // Its text may hold the password.
            throw new StartupFaultException("ConnectionStrings:cache cannot be read; it looks like host:6379,password=...");
        }
    }
}
