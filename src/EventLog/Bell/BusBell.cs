using System.Collections.Concurrent;
using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Bell;

/// <summary>Rings over RabbitMQ.</summary>
/// <remarks>The broker may be away, frozen or full. So what stores an event only leaves a note that a log has grown, and one task of its own rings: at most
/// twenty times a second, for each log with the head as it is by then, and never longer than two seconds for one round.</remarks>
/// <param name="bus">Carries the rings.</param>
/// <param name="clock">By which it waits.</param>
/// <param name="logger">Learns when rings begin to be lost, and when that is over.</param>
/// <param name="own">The log of this service; null for one that only follows.</param>
internal sealed partial class BusBell(IBus bus, TimeProvider clock, ILogger<BusBell> logger, OwnLog? own = null) : BackgroundService, IBell
{
    // A broken bus costs a follower so much.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, bool> _grown = new();
    private readonly Channel<bool> _notes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<(string Log, string Region), Channel<LogGrown>> _heard = new();
    private bool _isLosing;

    public void Ring(string region)
    {
        _grown[region] = true;
        _notes.Writer.TryWrite(true);
    }

    /// <summary>Takes a ring that came over the bus.</summary>
    public void Hear(LogGrown ring) => Heard(ring.Log, ring.Region).Writer.TryWrite(ring);

    public async Task Wait(string service, string region, Cursor at, CancellationToken ending)
    {
        using var look = new CancellationTokenSource(Interval, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, ending);
        try
        {
            while (await Heard(service, region).Reader.ReadAsync(either.Token) is var ring && ring.Epoch == at.Epoch && ring.Head <= at.Position)
            {
                // It has been read already.
            }
        }
        catch (OperationCanceledException)
        {
            // Time to look, or to end.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _notes.Reader.ReadAsync(stoppingToken);
                await RingAll(stoppingToken);
                Regained();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost)
            {
                // The followers look by themselves; the newest head goes with the next ring.
                Lost(lost);
            }

            await Task.Delay(Rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RingAll(CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        // The client may wait for a frozen broker whatever its token says.
        await Task.WhenAll(_grown.Keys.Where(region => _grown.TryRemove(region, out _)).Select(region => Publish(region, either.Token))).WaitAsync(either.Token);
    }

    private async Task Publish(string region, CancellationToken cancellation)
    {
        var (epoch, head) = await own!.Head(region);
        await bus.Publish(new LogGrown(own.Service, region, epoch, head), ring => (ring.Durable, ring.TimeToLive) = (false, Interval), cancellation);
    }

    // Of several rings that nobody waited for, the last says all.
    private Channel<LogGrown> Heard(string log, string region) => _heard.GetOrAdd(
        (log, region), _ => Channel.CreateBounded<LogGrown>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }));

    private void Lost(Exception exception)
    {
        if (!_isLosing)
        {
            _isLosing = true;
            Losing(exception.GetType().Name);
        }
    }

    private void Regained()
    {
        if (_isLosing)
        {
            _isLosing = false;
            Rings();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The bus takes no rings ({Fault}); followers find new events up to five seconds later")]
    private partial void Losing(string fault);

    [LoggerMessage(LogLevel.Information, "The bus takes rings again")]
    private partial void Rings();
}

/// <summary>The log of this service.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Head">Reads the epoch and the head of a region's log.</param>
internal sealed record OwnLog(string Service, Func<string, Task<(int Epoch, long Head)>> Head);
