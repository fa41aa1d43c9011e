using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Storage;

namespace Regional.Subjects;

/// <summary>Lets a service turn person numbers into subject ids.</summary>
public static partial class SubjectsExtensions
{
    /// <summary>Adds the keys and the pseudonyms of the service, in files or a schema of their own beside its database.</summary>
    public static IHostApplicationBuilder AddSubjects(this IHostApplicationBuilder builder, string service)
    {
        var folder = builder.Configuration.KeysFolder(service);
        builder.Services.AddSingleton<SubjectDatabase>(_ => new(builder.Configuration.OpenDatabase(service, "subjects")));
        builder.AddMigrations(typeof(SubjectsExtensions).Assembly, services => services.GetRequiredService<SubjectDatabase>().Database);
        builder.Services.AddSingleton(services => new SecretKeys(folder, services.GetRequiredService<SubjectDatabase>().Database));
        builder.Services.AddHostedService<SubjectDatabase.Opening>();
        builder.Services.AddHostedService<KeyRotation>();
        builder.Services.AddSingleton(services => new SubjectStore(services.GetRequiredService<SubjectDatabase>().Database, services.GetRequiredService<SecretKeys>()));
        builder.Services.AddSingleton(services => new PurposeKey(SubjectStore.Leerplicht, services.GetRequiredService<SubjectDatabase>().Database, services.GetRequiredService<SecretKeys>()));
        builder.Services.AddSingleton<IRotatedKey>(services => services.GetRequiredService<PurposeKey>());
        return builder.AddSecretKey(SubjectStore.Leerplicht);
    }

    /// <summary>Asks for a key, which is then opened before the service serves.</summary>
    public static IHostApplicationBuilder AddSecretKey(this IHostApplicationBuilder builder, string name)
    {
        builder.Services.AddSingleton(new KeyName(name));
        return builder;
    }

    private sealed record KeyName(string Value);

    // Apart from the service's own database, so that pseudonyms can have rights and a backup of their own.
    private sealed partial record SubjectDatabase(Database Database) : IDisposable
    {
        public void Dispose() => Database.Dispose();

        public sealed partial class Opening(SecretKeys keys, PurposeKey purpose, IEnumerable<KeyName> names, ILogger<Opening> logger) : IHostedService
        {
            public async Task StartAsync(CancellationToken cancellationToken)
            {
                await keys.Open(names.Select(n => n.Value));
                foreach (var retired in await purpose.Retire())
                {
                    Retired(retired);
                }
            }

            public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            [LoggerMessage(LogLevel.Warning, "Nothing rests on the key {Name} any more: {Name}.key can be destroyed, once no backup of the data is kept that needs it")]
            private partial void Retired(string name);
        }
    }
}
