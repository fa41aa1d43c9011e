using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.EventLog.Bell;
using Regional.EventLog.Faults;
using Regional.ServiceDefaults.Calls;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;

namespace Regional.EventLog.Following;

/// <summary>Follows the logs of one service, one follower per hosted region. Of several instances on one database one follows, and another takes over when that
/// one ends, freezes or loses its connection.</summary>
public sealed partial class Followers : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly string _service;
    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly ILogger<Followers> _logger;
    private readonly Cursors _cursors;
    private readonly Dictionary<string, Follower> _followers;
    private readonly Rebuilding _rebuilding;

    /// <summary>Follows the logs of <paramref name="service"/>, as the host names it.</summary>
    public Followers(string service, IProjection projection, Database database, ServiceChannels channels, Regions regions, IBell bell, FaultPoints faults, TimeProvider clock, ILogger<Followers> logger)
    {
        (_service, _database, _clock, _logger) = (service, database, clock, logger);
        _cursors = new(database, service);
        var facts = new Facts(database, projection);
        var reading = new LogReading(service, projection, database, _cursors, facts, new(channels.CallerFor(service)), faults);
        _rebuilding = new(service, projection, database, _cursors, reading, facts, clock, logger);
        _followers = regions.All.Select(region => region.Code.ToString()).ToDictionary(region => region, region => new Follower(service, region, projection, _cursors, reading, bell, clock, logger));
    }

    /// <summary>How far what is served of a region's log has come.</summary>
    public async Task<Progress> Of(string region)
    {
        var stored = await _cursors.ProgressOf(region);
        return _followers[region].CompleteUntil is { } seen && !(seen <= stored.CompleteUntil) ? stored with { CompleteUntil = seen } : stored;
    }

    /// <summary>Names what is served of all logs: another name as soon as more has been applied, or the facts were made anew.</summary>
    public Task<string> Edition() => _cursors.Edition();

    /// <summary>The logs whose follower stands still at something that it cannot go past.</summary>
    internal Task<IReadOnlyList<string>> Stopped() => _cursors.Stopped();

    /// <inheritdoc cref="Rebuilding.Run"/>
    internal Task<Difference> Rebuild(string region, Func<long, long, Task> report, CancellationToken cancellation) => _rebuilding.Run(region, report, cancellation);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowWhileLeading(stoppingToken);
            }
            catch (Exception away)
            {
                CannotLead(away, _service, _database.Place);
            }

            await Task.Delay(Pause, _clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowWhileLeading(CancellationToken stopping)
    {
        await using var lead = await _database.Lead($"follow {_service}", _clock);
        if (lead is null)
        {
            return;
        }

        Leads(_service, _database.Place);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, lead.Lost);
        await Task.WhenAll(_followers.Values.Select(follower => follower.Run(ending.Token)));
        if (!stopping.IsCancellationRequested)
        {
            LostLead(_service);
        }
    }

    [LoggerMessage(LogLevel.Information, "This instance follows {Service} for all on {Place}")]
    private partial void Leads(string service, string place);

    [LoggerMessage(LogLevel.Warning, "This instance no longer follows {Service}: the session that held its lock is gone, and another may follow")]
    private partial void LostLead(string service);

    [LoggerMessage(LogLevel.Warning, "Whether to follow {Service} cannot be found out at {Place}; it is tried again")]
    private partial void CannotLead(Exception exception, string service, string place);
}
