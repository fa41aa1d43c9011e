using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regional.ServiceDefaults.Storage;

namespace Regional.Subjects;

/// <summary>Lets a service turn person numbers into subject ids.</summary>
public static class SubjectsExtensions
{
    /// <summary>Adds the keys and the pseudonyms of the service, in files of their own beside its database.</summary>
    public static IHostApplicationBuilder AddSubjects(this IHostApplicationBuilder builder, string service)
    {
        var folder = builder.Configuration.DataFolder(service);
        builder.Services.AddSingleton<SubjectDatabase>(_ => new(SqliteDatabase.Open(Path.Combine(folder, "subjects.db"))));
        builder.Services.AddSingleton(services => new SecretKeys(Path.Combine(folder, "keys"), services.GetRequiredService<SubjectDatabase>().Database));
        builder.Services.AddHostedService<SubjectDatabase.Migration>();
        builder.Services.AddSingleton(services => new SubjectStore(services.GetRequiredService<SubjectDatabase>().Database, services.GetRequiredService<SecretKeys>()));
        return builder;
    }

    // Apart from the service's own database, so that pseudonyms can have rights and a backup of their own.
    private sealed record SubjectDatabase(SqliteDatabase Database) : IDisposable
    {
        public void Dispose() => Database.Dispose();

        public sealed class Migration(SubjectDatabase subjects, SecretKeys keys) : IHostedService
        {
            public async Task StartAsync(CancellationToken cancellationToken)
            {
                await Migrations.Apply(subjects.Database, typeof(SubjectsExtensions).Assembly);
                keys.Verify();
            }

            public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        }
    }
}
