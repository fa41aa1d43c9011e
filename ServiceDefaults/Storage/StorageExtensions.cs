using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regional.ServiceDefaults.Health;

namespace Regional.ServiceDefaults.Storage;

/// <summary>Gives a service its database.</summary>
public static class StorageExtensions
{
    /// <summary>Adds the service's own database.</summary>
    public static IHostApplicationBuilder AddDatabase(this IHostApplicationBuilder builder, string service)
    {
        builder.Services.AddSingleton(_ => builder.Configuration.OpenDatabase(service, service));
        builder.Services.AddHostedService<MigrationsAtStart>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return builder;
    }

    /// <summary>Opens a database of the service: the schema <paramref name="name"/> of the PostgreSQL database that <c>ConnectionStrings:database</c> names;
    /// without one the SQLite file <c>{name}.db</c> in the data folder.</summary>
    public static Database OpenDatabase(this IConfiguration configuration, string service, string name) => configuration.GetConnectionString("database") is { Length: > 0 } postgres
        ? PostgresDatabase.Open(postgres, name)
        : SqliteDatabase.Open(Path.Combine(configuration.DataFolder(service), $"{name}.db"));

    /// <summary>Adds numbered migrations, which are applied before the service serves, or by <c>--migrate</c> alone.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="assembly">Holds them.</param>
    /// <param name="database">What they are for; the service's own database when null.</param>
    public static IHostApplicationBuilder AddMigrations(this IHostApplicationBuilder builder, Assembly assembly, Func<IServiceProvider, Database>? database = null)
    {
        builder.Services.AddSingleton(services => new MigrationSource(assembly, database?.Invoke(services) ?? services.GetRequiredService<Database>()));
        return builder;
    }

    /// <summary>The folder of the service's files: <c>Data:Path</c>, or <c>.regional/data/{service}</c> below the working folder.</summary>
    public static string DataFolder(this IConfiguration configuration, string service) =>
        configuration["Data:Path"] ?? Path.Combine(".regional", "data", service);

    /// <summary>The folder of the service's secret keys, apart from its data: <c>Keys:Path</c>, or <c>keys</c> in the folder of its files.</summary>
    public static string KeysFolder(this IConfiguration configuration, string service) =>
        configuration["Keys:Path"] ?? Path.Combine(configuration.DataFolder(service), "keys");
}
