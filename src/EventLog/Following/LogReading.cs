using Dapper;
using Grpc.Core;
using Regional.EventLog.Erasing;
using Regional.EventLog.Faults;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Following;

/// <summary>Reads a log from a place to its head: page by page, each applied in the transaction that moves the cursor.</summary>
internal sealed class LogReading(string service, IProjection projection, Database database, Cursors cursors, Facts facts, FeedService.FeedServiceClient client, FaultPoints faults)
{
    private const string InsertParked =
        "insert into parked(source, region, position, error_code, attempts) values (@service, @Log, @Position, @Code, @attempts)";

    private readonly string _erasure = ErasureEvent.TypeOf(service);
    private volatile bool _isPurged; // at the start nobody knows

    /// <summary>Reads up to the head as it is when the reading begins.</summary>
    /// <param name="place">From where.</param>
    /// <param name="report">Learns after each page how far it is, and how far the log reaches.</param>
    /// <param name="stopping">Gives up between two pages.</param>
    /// <returns>The place at the head, and until when it is complete.</returns>
    /// <exception cref="PoisonEventException">An event cannot be understood; what lies before it has been applied.</exception>
    /// <exception cref="BrokenFeedException">A page does not follow on the one before; it was not applied.</exception>
    public async Task<Place> CatchUp(Place place, Func<long, long, Task> report, CancellationToken stopping)
    {
        using var call = client.ReadFeed(new ReadFeedRequest { Region = place.Generation.Log, Cursor = place.Cursor }, cancellationToken: stopping);
        await foreach (var page in call.ResponseStream.ReadAllAsync(stopping))
        {
            var isHead = page.ReadTime is not null && page.Cursor.Position >= page.HeadPosition;
            place = await Apply(place, page.Cursor, page.Events, isHead ? page.ReadTime!.ToDateTimeOffset() : null);
            await report(place.Cursor.Position, page.HeadPosition);
        }

        await Purge();
        return place;
    }

    /// <summary>Puts an event aside, in the transaction that moves the cursor past it; does nothing where the cursor has been moved past it meanwhile.</summary>
    public async Task Park(Place before, PoisonEventException poison, int attempts)
    {
        if (before.Cursor.Position != poison.Position - 1)
        {
            return;
        }

        await database.Write(async transaction =>
        {
            await transaction.Connection!.ExecuteAsync(InsertParked, new { service, before.Generation.Log, poison.Position, poison.Code, attempts }, transaction);
            await cursors.Move(transaction, before, poison.Behind ?? new Cursor(before.Cursor) { Position = poison.Position }, null, before.Progress.CompleteFrom);
        });
    }

    private async Task<Place> Apply(Place place, Cursor to, IReadOnlyList<Event> events, DateTimeOffset? completeUntil)
    {
        var progress = new Progress(completeUntil ?? place.Progress.CompleteUntil, place.Progress.CompleteFrom, null);
        if (events.Count == 0)
        {
            return place with { Progress = progress };
        }

        using var span = LogSpans.Apply(service, place.Generation.Log, events.Count);
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Sequence != place.Cursor.Position + 1 + i)
            {
                throw new BrokenFeedException($"The feed of {service} gave {events[i].Sequence} where {place.Cursor.Position + 1 + i} was to come; the page is refused.");
            }
        }

        try
        {
            var erasures = events.Select(e => ErasureEvent.Read(service, e)).OfType<EventsErased>().ToList();
            progress = progress with { CompleteFrom = erasures.Select(erased => (DateOnly?)new DateOnly(erased.CompleteFrom.Year, erased.CompleteFrom.Month, erased.CompleteFrom.Day)).Append(progress.CompleteFrom).Max() };
            _isPurged &= erasures.Count == 0 && !events.Any(e => e.Erased);
            await database.Write(async transaction =>
            {
                await projection.Apply(transaction, place.Generation, [.. events.Where(e => !e.Erased && e.Type != _erasure)]);
                // After the rest of the page, which may hold what is erased here.
                await facts.Forget(transaction, place.Generation.Log, [.. events.Where(e => e.Erased).Select(e => e.Sequence), .. erasures.SelectMany(erased => erased.Positions)]);
                faults.Pass(FaultPoint.AfterEffect);
                await cursors.Move(transaction, place, to, completeUntil, progress.CompleteFrom);
            });
            return place with { Cursor = to, Progress = progress };
        }
        catch (PoisonEventException poison)
        {
            // The place behind it with the chain's hash, where it has one: after a restore a place without it proves nothing.
            poison.Behind ??= poison.Position == events[^1].Sequence ? to : null;
            if (poison.Position > events[0].Sequence)
            {
                // What lies before it counts, however the pages happened to fall; the hash is still that of the page before.
                var before = new Cursor(place.Cursor) { Epoch = to.Epoch, Position = poison.Position - 1 };
                await Apply(place, before, [.. events.Take((int)(poison.Position - events[0].Sequence))], null);
            }

            throw;
        }
    }

    // Until nothing of what was erased can be read any more: a reader may have kept old pages, and this process or the one before it may have died in between.
    private async Task Purge()
    {
        if (_isPurged)
        {
            return;
        }

        _isPurged = true;
        _isPurged &= await database.Purge();
    }
}

/// <summary>The feed gave a page that does not follow on the one before.</summary>
internal sealed class BrokenFeedException(string message) : Exception(message);
