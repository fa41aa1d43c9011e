using Grpc.Core;
using Microsoft.Extensions.Logging;
using Regional.EventLog.Bell;
using Regional.ServiceDefaults.Telemetry;

namespace Regional.EventLog.Following;

/// <summary>Follows one log: reads to its head, waits for the bell, and reads on; after a fault it waits longer, whether it rings or not.</summary>
internal sealed partial class Follower(
    string service, string region, IProjection projection, Cursors cursors, LogReading reading, IBell bell, TimeProvider clock, ILogger logger)
{
    // An event that is put aside was looked at so often, each time after a longer pause.
    private const int MostAttempts = 5;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // So much older than the truth may be what other instances, and this one after a restart, say of a log in which nothing happens.
    private static readonly TimeSpan NoteInterval = TimeSpan.FromSeconds(10);

    private (long Position, int Attempts) _poison;

    /// <summary>Until when everything has been applied that was stored; null until this instance has reached the head once.</summary>
    public DateTimeOffset? CompleteUntil { get; private set; }

    /// <summary>Follows until it is told to end.</summary>
    public async Task Run(CancellationToken ending)
    {
        var pause = ShortestPause;
        while (!ending.IsCancellationRequested)
        {
            try
            {
                var now = await CatchUp(ending);
                pause = ShortestPause;
                await bell.Wait(service, region, now.Cursor, ending);
            }
            catch (Exception) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                await Settle(fault, pause);
                await Task.Delay(pause, clock, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<Place> CatchUp(CancellationToken ending)
    {
        using var untraced = Untraced.Begin();
        var stored = await cursors.Serving(region);
        var now = await reading.CatchUp(stored, (_, _) => Task.CompletedTask, ending);
        CompleteUntil = now.Progress.CompleteUntil;
        // A move of the cursor has noted it.
        var isNews = stored.Progress.StoppedAt is not null || !(now.Progress.CompleteUntil - stored.Progress.CompleteUntil < NoteInterval);
        if (isNews && now.Cursor.Position == stored.Cursor.Position)
        {
            await cursors.NoteProgress(now);
        }

        return now;
    }

    private async Task Settle(Exception fault, TimeSpan pause)
    {
        try
        {
            switch (fault)
            {
                case PoisonEventException poison when projection.Facts.Count == 0:
                    await PutAside(poison);
                    break;
                case PoisonEventException poison:
                    await Stop(poison.Position, poison.Message, pause);
                    break;
                // The log is not the one that was read so far; what was counted of it can no longer be told from what was not.
                case BrokenFeedException or RpcException { StatusCode: StatusCode.FailedPrecondition }:
                    await Stop(null, fault.Message, pause);
                    break;
                case RpcException { StatusCode: StatusCode.Unavailable } away:
                    Away(service, region, away.Status.Detail, pause.TotalSeconds);
                    break;
                default:
                    Failed(fault, service, region, pause.TotalSeconds);
                    break;
            }
        }
        catch (Exception unsettled)
        {
            Failed(unsettled, service, region, pause.TotalSeconds);
        }
    }

    private async Task PutAside(PoisonEventException poison)
    {
        _poison = (poison.Position, poison.Position == _poison.Position ? _poison.Attempts + 1 : 1);
        if (_poison.Attempts >= MostAttempts)
        {
            await reading.Park(await cursors.Serving(region), poison, _poison.Attempts);
            PutAside(service, region, poison.Message, _poison.Attempts);
        }
    }

    private async Task Stop(long? position, string problem, TimeSpan pause)
    {
        Stopped(region, problem, pause.TotalSeconds);
        var place = await cursors.Serving(region);
        await cursors.NoteStopAt(place.Generation, position ?? place.Cursor.Position + 1);
    }

    [LoggerMessage(LogLevel.Error, "The follower of {Region} stopped: {Problem}. Its figures are incomplete from there; next try in {Seconds} s")]
    private partial void Stopped(string region, string problem, double seconds);

    [LoggerMessage(LogLevel.Error, "The follower of {Service}/{Region} put aside what it could not understand in {Attempts} attempts, and goes on: {Problem}")]
    private partial void PutAside(string service, string region, string problem, int attempts);

    [LoggerMessage(LogLevel.Warning, "{Service} cannot be reached for the log of {Region}: {Detail} Next try in {Seconds} s")]
    private partial void Away(string service, string region, string detail, double seconds);

    [LoggerMessage(LogLevel.Error, "Following {Service}/{Region} failed; next try in {Seconds} s")]
    private partial void Failed(Exception exception, string service, string region, double seconds);
}
