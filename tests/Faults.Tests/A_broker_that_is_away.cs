using System.Diagnostics;
using Regional.LocalServers;

namespace Regional.Faults.Tests;

/// <summary>The bus only rings: without it nothing is lost, and nobody waits who stores.</summary>
/// <remarks>Frozen, or away at the start: EventLog.Tests, A_broker. How much slower storing is without it: <c>bench bell</c>.</remarks>
public sealed class A_broker_that_is_away : IAsyncLifetime
{
    // A follower looks every five seconds.
    private static readonly TimeSpan Behind = TimeSpan.FromSeconds(7.Or(70));
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(2.Or(20));

    private RabbitMqServer _broker = null!;
    private StoringService _storing = null!;
    private FollowingService _following = null!;
    private int _sent;

    private string Away => $"Degraded\nbus Degraded: 127.0.0.1:{_broker.Port} is not reached";

    private string Bus => $"ConnectionStrings__bus={_broker.ConnectionString}";

    public async ValueTask InitializeAsync()
    {
        _broker = await RabbitMqServer.StartAsync(cancellationToken: Limit.Token).OrSkip();
        _storing = await StoringService.Start(database: null, settings: [Bus]);
        _following = await FollowingService.Start(_storing, null, Bus);
        await Health.Becomes("Healthy", _storing.Process, _following.Process);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var each in new IAsyncDisposable?[] { _following, _storing, _broker })
        {
            await (each?.DisposeAsync() ?? default);
        }
    }

    /// <summary>F05.</summary>
    [Fact]
    public async Task costs_followers_seconds_and_is_followed_by_no_storm()
    {
        await Send();
        await _following.HasRead(_sent);

        _broker.Kill();
        await SendFor(TimeSpan.FromSeconds(60.Or(6)));
        await HasReadSoon();
        await Health.Becomes(Away, _storing.Process, _following.Process);

        await StartAnEmptyOneInItsPlace();
        await using var ears = await Ears.At(_broker.ConnectionString);
        await Health.Becomes("Healthy", _storing.Process, _following.Process);
        Assert.InRange(ears.Heads.Count, 0, 1);
        await Send();
        await Limit.Until(() => ears.Heads.Contains(_sent));
        Assert.InRange(ears.Heads.Count, 1, 3);
        await _following.HasRead(_sent);
    }

    /// <summary>F09.</summary>
    [Fact]
    public async Task because_its_disk_is_full_holds_up_neither_who_stores_nor_who_stops()
    {
        await Send();
        await _following.HasRead(_sent);

        await _broker.FillDiskAsync(Limit.Token);
        await SendFor(TimeSpan.FromSeconds(60.Or(4)));
        await Limit.Until(() => _storing.Process.Output.Any(line => line.Contains("The bus takes no rings", StringComparison.Ordinal)));
        await HasReadSoon();
        var asked = Stopwatch.GetTimestamp();
        _storing.Process.Terminate();
        await _storing.Process.Exit();
        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, Shutdown);

        await _storing.Restart(Bus);
        await _broker.FreeDiskAsync(Limit.Token);
        await using var ears = await Ears.At(_broker.ConnectionString);
        await Limit.Until(async () =>
        {
            await Send();
            return ears.Heads.Count > 0;
        });
        await _following.HasRead(_sent);
    }

    private async Task StartAnEmptyOneInItsPlace()
    {
        var login = new Uri(_broker.ConnectionString).UserInfo.Split(':');
        await _broker.DisposeAsync();
        _broker = await RabbitMqServer.StartAsync(new() { Port = _broker.Port, User = login[0], Password = login[1] }, Limit.Token);
    }

    private async Task SendFor(TimeSpan time)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < time;)
        {
            await Send();
        }
    }

    private async Task Send() => await _storing.ClientOf(StoringService.Assen).CreateSignalAsync(
        StoringService.Request(++_sent), deadline: DateTime.UtcNow.AddMinutes(1), cancellationToken: Limit.Token);

    private async Task HasReadSoon()
    {
        var stored = Stopwatch.GetTimestamp();
        await _following.HasRead(_sent);
        Assert.InRange(Stopwatch.GetElapsedTime(stored), TimeSpan.Zero, Behind);
    }
}
