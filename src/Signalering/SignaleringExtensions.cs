using Regional.EventLog;
using Regional.ServiceDefaults;
using Regional.ServiceDefaults.Storage;
using Regional.Signalering.Pupils;
using Regional.Signalering.Signals;
using Regional.Subjects;

namespace Regional.Signalering;

/// <summary>The service in one word.</summary>
public static class SignaleringExtensions
{
    private const string Service = "signalering";

    /// <summary>Adds everything that Signalering is made of.</summary>
    public static IHostApplicationBuilder AddSignalering(this IHostApplicationBuilder builder)
    {
        builder.AddRegions();
        builder.AddDatabase(Service);
        builder.AddSubjects(Service);
        builder.AddSecretKey(WatchSignals.ResumeTokenKey);
        builder.AddEventLog<SignalId, Signal>(Service);
        builder.AddMigrations(typeof(SignaleringExtensions).Assembly);
        builder.Services
            .AddSingleton<IStateTable<SignalId, Signal>, SignalTable>()
            .AddSingleton<Today>()
            .AddSingleton<Relations>()
            .AddSingleton<Vestigingen>()
            .AddSingleton<RecordSignals>()
            .AddSingleton<PushSignals>()
            .AddSingleton<GetSignal>()
            .AddSingleton<ListSignals>()
            .AddSingleton<WatchSignals>()
            .AddSingleton<SignalsOfPupil>()
            .AddSingleton<LinkIdentifiers>()
            .AddSingleton<EraseSubject>();
        return builder;
    }
}
