using Regional.EventLog;
using Regional.Indicators.Population;
using Regional.Indicators.Spells;
using Regional.Indicators.Tables;
using Regional.ServiceDefaults;
using Regional.ServiceDefaults.Caching;
using Regional.ServiceDefaults.Storage;

namespace Regional.Indicators;

/// <summary>The service in one word.</summary>
public static class IndicatorsExtensions
{
    /// <summary>Adds everything that Indicators is made of.</summary>
    public static IHostApplicationBuilder AddIndicators(this IHostApplicationBuilder builder)
    {
        builder.AddRegions();
        builder.AddDatabase("indicators");
        builder.AddCache("indicators");
        builder.AddMigrations(typeof(IndicatorsExtensions).Assembly);
        builder.Services
            .AddHostedService<ImportPopulation>()
            .AddSingleton<Today>()
            .AddSingleton<Relations>()
            .AddSingleton<CountPupils>()
            .AddSingleton<CountedSchools>()
            .AddSingleton<Residents>()
            .AddSingleton<ITable, Participation>()
            .AddSingleton<ITable, SignalsByMunicipality>()
            .AddSingleton<ServedTables>()
            .AddSingleton<GetTable>()
            .AddSingleton<ListTables>();
        builder.AddFollower<SpellProjection>("signalering");
        return builder;
    }
}
