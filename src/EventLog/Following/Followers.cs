using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.EventLog.Erasing;
using Regional.ServiceDefaults.Calls;
using Regional.ServiceDefaults.Storage;
using Regional.ServiceDefaults.Telemetry;
using Regional.Territory;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Following;

/// <summary>How far a follower is.</summary>
/// <param name="CompleteUntil">Everything stored in the followed log before this time has been applied; null until the head was reached once.</param>
/// <param name="StoppedAt">Position of the event that it cannot go past; null while it runs.</param>
/// <param name="CompleteFrom">What was stored before this day may have been erased since, and does not count then; null where nothing was erased.</param>
public readonly record struct Progress(DateTimeOffset? CompleteUntil, long? StoppedAt, DateOnly? CompleteFrom);

/// <summary>Follows the logs of one service, one loop per hosted region: reads from the cursor, applies, and moves the cursor in one transaction.</summary>
/// <remarks>Nobody rings: the log is asked every 250 ms, which costs one row read where there is nothing new.</remarks>
public sealed partial class Followers(
    string service, IProjection projection, Database database, ServiceChannels channels, Regions regions, TimeProvider clock, ILogger<Followers> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly string _erased = ErasureEvent.TypeOf(service);
    private readonly ConcurrentDictionary<string, Progress> _progress = new();

    /// <summary>How far the follower of a region's log is.</summary>
    public Progress Of(string region) => _progress.GetValueOrDefault(region);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(regions.All.Select(region => Follow(region.Code.ToString(), stoppingToken)));

    private async Task Follow(string region, CancellationToken stopping)
    {
        var client = new FeedService.FeedServiceClient(channels.CallerFor(service));
        var pause = Poll;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var asked = clock.GetUtcNow();
                await CatchUp(client, region, stopping);
                _progress[region] = new(asked, null, await CompleteFrom(region));
                pause = Poll;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                pause = Min(pause * 2, LongestPause);
                await Report(region, exception, pause);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CatchUp(FeedService.FeedServiceClient client, string region, CancellationToken stopping)
    {
        using var untraced = Untraced.Begin();
        var cursor = await ReadCursor(region);
        using var call = client.ReadFeed(new ReadFeedRequest { Region = region, Cursor = cursor }, cancellationToken: stopping);
        await foreach (var page in call.ResponseStream.ReadAllAsync(stopping))
        {
            if (page.Events.Count > 0)
            {
                cursor = await Apply(region, cursor, page.Cursor, page.Events);
            }
        }
    }

    private async Task<Cursor> Apply(string region, Cursor from, Cursor to, IReadOnlyList<Event> events)
    {
        using var span = LogSpans.Apply(service, region, events.Count);
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Sequence != from.Position + 1 + i)
            {
                throw new BrokenFeedException($"The feed of {service} gave {events[i].Sequence} where {from.Position + 1 + i} was to come; the page is refused.");
            }
        }

        try
        {
            var erasures = events.Where(e => e.Type == _erased).Select(ErasureEvent.Read).ToList();
            await database.Write(async transaction =>
            {
                await projection.Apply(transaction, region, [.. events.Where(e => !e.Erased && e.Type != _erased)]);
                await MoveCursor(transaction, region, from, to);
                await Erase(transaction, region, erasures);
            });
            if (erasures.Count > 0)
            {
                await database.Purge();
            }

            return to;
        }
        catch (PoisonEventException poison) when (poison.Position > events[0].Sequence)
        {
            // What lies before it counts, however the pages happened to fall; the hash is still that of the page before.
            await Apply(region, from, new Cursor(from) { Epoch = to.Epoch, Position = poison.Position - 1 }, [.. events.Take((int)(poison.Position - events[0].Sequence))]);
            throw;
        }
    }

    // After the rest of the page, which may hold what is erased here.
    private async Task Erase(DbTransaction transaction, string region, IReadOnlyCollection<EventsErased> erasures)
    {
        foreach (var erased in erasures)
        {
            await projection.Erase(transaction, region, erased.Positions);
            await transaction.Connection!.ExecuteAsync(
                "update cursors set complete_from = @day where source = @service and region = @region and (complete_from is null or complete_from < @day)",
                new { service, region, day = new DateOnly(erased.CompleteFrom.Year, erased.CompleteFrom.Month, erased.CompleteFrom.Day) },
                transaction);
        }
    }

    private async Task<DateOnly?> CompleteFrom(string region)
    {
        await using var connection = await database.OpenReader();
        await using var row = await connection.ExecuteReaderAsync("select complete_from from cursors where source = @service and region = @region", new { service, region });
        return await row.ReadAsync() && !row.IsDBNull(0) ? row.GetFieldValue<DateOnly>(0) : null;
    }

    private async Task MoveCursor(DbTransaction transaction, string region, Cursor from, Cursor to)
    {
        // The old position is part of the condition: of two writers, one loses here and undoes its effect.
        var moved = await transaction.Connection!.ExecuteAsync(
            """
            insert into cursors(source, region, epoch, position, hash_position, hash) values (@service, @region, @Epoch, @Position, @HashPosition, @hash)
            on conflict (source, region) do update set epoch = @Epoch, position = @Position, hash_position = @HashPosition, hash = @hash where cursors.position = @from
            """,
            new { service, region, to.Epoch, to.Position, to.HashPosition, hash = to.Hash.ToByteArray(), from = from.Position },
            transaction);
        if (moved != 1)
        {
            throw new InvalidOperationException($"The cursor of {service}/{region} was moved by another.");
        }
    }

    private async Task<Cursor> ReadCursor(string region)
    {
        await using var connection = await database.OpenReader();
        var stored = await connection.QuerySingleOrDefaultAsync<(int Epoch, long Position, long HashPosition, byte[] Hash)?>(
            "select epoch, position, hash_position, hash from cursors where source = @service and region = @region", new { service, region });
        return stored is { } cursor
            ? new Cursor { Epoch = cursor.Epoch, Position = cursor.Position, HashPosition = cursor.HashPosition, Hash = UnsafeByteOperations.UnsafeWrap(cursor.Hash) }
            : new Cursor();
    }

    private async Task Report(string region, Exception exception, TimeSpan pause)
    {
        switch (exception)
        {
            case PoisonEventException poison:
                Stop(region, poison.Position, poison.Message, pause);
                break;
            // The log is not the one that was read so far; what was counted of it can no longer be told from what was not.
            case BrokenFeedException or RpcException { StatusCode: StatusCode.FailedPrecondition }:
                Stop(region, (await ReadCursor(region)).Position + 1, exception.Message, pause);
                break;
            case RpcException { StatusCode: StatusCode.Unavailable } away:
                Away(service, region, away.Status.Detail, pause.TotalSeconds);
                break;
            default:
                Failed(exception, service, region, pause.TotalSeconds);
                break;
        }
    }

    private void Stop(string region, long position, string problem, TimeSpan pause)
    {
        _progress[region] = Of(region) with { StoppedAt = position };
        Stopped(region, problem, pause.TotalSeconds);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    [LoggerMessage(LogLevel.Error, "The follower of {Region} stopped: {Problem}. Its figures are incomplete from there; next try in {Seconds} s")]
    private partial void Stopped(string region, string problem, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Service} cannot be reached for the log of {Region}: {Detail} Next try in {Seconds} s")]
    private partial void Away(string service, string region, string detail, double seconds);

    [LoggerMessage(LogLevel.Error, "Following {Service}/{Region} failed; next try in {Seconds} s")]
    private partial void Failed(Exception exception, string service, string region, double seconds);

    private sealed class BrokenFeedException(string message) : Exception(message);
}
