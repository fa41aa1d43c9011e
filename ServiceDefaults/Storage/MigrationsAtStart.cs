using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Refusals;

namespace Regional.ServiceDefaults.Storage;

/// <summary>Migrations, and what they are for.</summary>
internal sealed record MigrationSource(Assembly Assembly, Database Database);

/// <summary>Brings the databases of a service up to date before anything else starts. With <c>--migrate</c> the program ends there.</summary>
internal sealed partial class MigrationsAtStart(IEnumerable<MigrationSource> sources, IConfiguration configuration, ILogger<MigrationsAtStart> logger) : IHostedLifecycleService
{
    private const string Alone = "migrate";

    /// <exception cref="StartupDoneException">That was all that was asked.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var isAlone = IsAlone();
        var applied = 0;
        foreach (var source in sources.Distinct())
        {
            foreach (var name in await Migrations.Apply(source.Database, source.Assembly))
            {
                Applied(source.Database.Place, name, source.Assembly.GetName().Name);
                applied++;
            }
        }

        if (isAlone)
        {
            throw new StartupDoneException(applied == 0 ? "The database was up to date." : $"The database is up to date: {applied} migrations were applied.");
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // What stands behind a switch is read as its value: it would be lost, and another database be migrated than was meant.
    private bool IsAlone() => configuration[Alone] is { } value
        ? throw new StartupFaultException($"--{Alone} takes no value, and here it took {value}: write it last.")
        : Environment.GetCommandLineArgs()[^1] == $"--{Alone}";

    [LoggerMessage(LogLevel.Debug, "Brought {Place} to schema {Migration} of {Source}")]
    private partial void Applied(string place, string migration, string? source);
}
