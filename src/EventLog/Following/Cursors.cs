using System.Data.Common;
using Dapper;
using Google.Protobuf;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Following;

/// <summary>How far what is served of a log has come.</summary>
/// <param name="CompleteUntil">Everything stored in the followed log before this time, by the clock of its service, has been applied; null until the head was
/// reached once.</param>
/// <param name="CompleteFrom">What was stored before this day may have been erased since, and does not count then; null where nothing was erased.</param>
/// <param name="StoppedAt">Position of the event that the follower cannot go past; null while it runs.</param>
public readonly record struct Progress(DateTimeOffset? CompleteUntil, DateOnly? CompleteFrom, long? StoppedAt);

/// <summary>How far one generation has read its log.</summary>
/// <param name="Generation">The generation.</param>
/// <param name="IsServed">Whether it is the one that is served; another one is being made, or removed.</param>
/// <param name="Cursor">Where it is.</param>
/// <param name="Progress">How far it is, for those who ask.</param>
internal sealed record Place(Generation Generation, bool IsServed, Cursor Cursor, Progress Progress);

/// <summary>The cursors of the logs of one service, in the database of the service that follows them.</summary>
internal sealed class Cursors(Database database, string source)
{
    private const string Read = """
        select generation, serving, epoch, position, hash_position, hash, complete_until, complete_from, stopped_at from cursors
         where source = @source and region = @region
        """;

    private const string ReadStopped = "select region from cursors where source = @source and serving and stopped_at is not null order by region";

    private const string ReadEdition = "select region, generation, position, hash from cursors where source = @source and serving order by region";

    private const string OpenFirst = "insert into cursors(source, region, generation, serving) values (@source, @region, 1, true) on conflict do nothing";
    private const string OpenNext = """
        insert into cursors(source, region, generation, serving) select source, region, max(generation) + 1, false from cursors where source = @source and region = @region group by source, region
        """;

    // The one that is served must not lie ahead, unless it stands still: figures would go back.
    private const string EndServing = """
        update cursors set serving = false where source = @source and region = @Log and serving and (position <= @Position or stopped_at is not null)
        """;

    private const string BeginServing = "update cursors set serving = true where source = @source and region = @Log and generation = @Number and position = @Position and not removed";
    private const string BeginRemoval = "update cursors set removed = true where source = @source and region = @Log and generation = @Number and not serving";

    // The newest keeps its row: else its number would be given again, and who still works on it would take the other for its own.
    private const string EndRemoval = """
        delete from cursors where source = @source and region = @Log and generation = @Number and removed
           and generation < (select max(generation) from cursors where source = @source and region = @Log)
        """;

    // The old place is part of the condition: of two writers, one loses here and undoes its effect.
    private const string MoveOn = """
        update cursors set epoch = @Epoch, position = @Position, hash_position = @HashPosition, hash = @hash, complete_until = coalesce(@completeUntil, complete_until), complete_from = @completeFrom, stopped_at = null
         where source = @source and region = @Log and generation = @Number and serving = @IsServed and not removed and position = @from
        """;

    private const string NoteComplete = """
        update cursors set complete_until = @completeUntil, stopped_at = null
         where source = @source and region = @Log and generation = @Number and position = @Position
        """;

    private const string NoteStop = "update cursors set stopped_at = @position where source = @source and region = @Log and generation = @Number";

    /// <summary>Where the generation is that is served.</summary>
    public async Task<Place> Serving(string region)
    {
        if (await Find(region) is { } place)
        {
            return place;
        }

        await database.Write(transaction => transaction.Connection!.ExecuteAsync(OpenFirst, new { source, region }, transaction));
        return await Find(region) ?? throw new InvalidOperationException($"No generation of {source}/{region} is served.");
    }

    /// <summary>How far the generation is that is served; nothing where its log was never read.</summary>
    public async Task<Progress> ProgressOf(string region) => (await Find(region))?.Progress ?? default;

    /// <summary>The logs whose follower stands still.</summary>
    public async Task<IReadOnlyList<string>> Stopped()
    {
        await using var connection = await database.OpenReader();
        return [.. await connection.QueryAsync<string>(ReadStopped, new { source })];
    }

    /// <summary>Where a generation is.</summary>
    public async Task<Place> At(Generation generation) => (await All(generation.Log)).Single(place => place.Generation == generation);

    /// <summary>The generations that are not served: one that is being made, and what was left of others.</summary>
    public async Task<IReadOnlyList<Generation>> Unserved(string region) => [.. (await All(region)).Where(place => !place.IsServed).Select(place => place.Generation)];

    /// <summary>Begins the next generation, which has read nothing.</summary>
    public async Task<Place> Begin(string region)
    {
        await database.Write(transaction => transaction.Connection!.ExecuteAsync(OpenNext, new { source, region }, transaction));
        return (await All(region)).MaxBy(place => place.Generation.Number)!;
    }

    /// <summary>Serves this generation instead of the one that is served.</summary>
    /// <returns>False where the one that is served has read more, or this one is no longer where it was.</returns>
    public async Task<bool> Serve(Place made) => await database.Write<object?>(async transaction =>
    {
        var parameters = new { source, made.Generation.Log, made.Generation.Number, made.Cursor.Position };
        var isEnded = await transaction.Connection!.ExecuteAsync(EndServing, parameters, transaction) == 1;
        return isEnded && await transaction.Connection!.ExecuteAsync(BeginServing, parameters, transaction) == 1 ? made : null;
    }) is not null;

    /// <summary>Takes a generation away from whoever may still be making it, so that nobody can serve it any more.</summary>
    /// <returns>False where it is served.</returns>
    public async Task<bool> BeginToRemove(Generation generation) => await Change(BeginRemoval, generation) == 1;

    /// <summary>Removes what is left of a generation that has no facts any more.</summary>
    public Task EndRemoving(Generation generation) => Change(EndRemoval, generation);

    /// <summary>Which generation of each log is served, how far it is, and by its chain's hash of which log.</summary>
    public async Task<string> Edition()
    {
        await using var connection = await database.OpenReader();
        var served = await connection.QueryAsync<(string Region, int Generation, long Position, byte[] Hash)>(ReadEdition, new { source });
        return string.Join(' ', served.Select(log => $"{log.Region}/{log.Generation}/{log.Position}/{Convert.ToHexStringLower(log.Hash)}"));
    }

    /// <summary>Moves a cursor in the transaction of the effect.</summary>
    /// <param name="transaction">Has the effect.</param>
    /// <param name="from">Where the cursor is.</param>
    /// <param name="to">Where it is afterwards.</param>
    /// <param name="completeUntil">Until when all has been applied; null where that is not known to be later than before.</param>
    /// <param name="completeFrom">From which day on nothing has been erased; null where nothing was.</param>
    /// <exception cref="InvalidOperationException">Another moved it meanwhile.</exception>
    public async Task Move(DbTransaction transaction, Place from, Cursor to, DateTimeOffset? completeUntil, DateOnly? completeFrom)
    {
        var moved = await transaction.Connection!.ExecuteAsync(
            MoveOn,
            new
            {
                source,
                from.Generation.Log,
                from.Generation.Number,
                from.IsServed,
                to.Epoch,
                to.Position,
                to.HashPosition,
                hash = to.Hash.ToByteArray(),
                completeUntil = completeUntil?.ToUnixTimeMilliseconds(),
                completeFrom,
                from = from.Cursor.Position,
            },
            transaction);
        if (moved != 1)
        {
            throw new InvalidOperationException($"The cursor of {source}/{from.Generation.Log} was moved by another.");
        }
    }

    /// <summary>Remembers that everything until the place's time has been applied, and that nothing stops the follower any more.</summary>
    public Task NoteProgress(Place at) => database.Write(transaction => transaction.Connection!.ExecuteAsync(
        NoteComplete,
        new { source, at.Generation.Log, at.Generation.Number, at.Cursor.Position, completeUntil = at.Progress.CompleteUntil?.ToUnixTimeMilliseconds() },
        transaction));

    /// <summary>Remembers at which position the follower stopped.</summary>
    public Task NoteStopAt(Generation generation, long position) => database.Write(
        transaction => transaction.Connection!.ExecuteAsync(NoteStop, new { source, generation.Log, generation.Number, position }, transaction));

    private async Task<int> Change(string sql, Generation generation)
    {
        var rows = 0;
        await database.Write(async transaction => rows = await transaction.Connection!.ExecuteAsync(sql, new { source, generation.Log, generation.Number }, transaction));
        return rows;
    }

    private async Task<Place?> Find(string region) => (await All(region)).SingleOrDefault(place => place.IsServed);

    private async Task<IReadOnlyList<Place>> All(string region)
    {
        await using var connection = await database.OpenReader();
        await using var row = await connection.ExecuteReaderAsync(Read, new { source, region });
        var places = new List<Place>();
        while (await row.ReadAsync())
        {
            places.Add(new(
                new(region, row.GetInt32(0)),
                row.GetBoolean(1),
                new() { Epoch = row.GetInt32(2), Position = row.GetInt64(3), HashPosition = row.GetInt64(4), Hash = UnsafeByteOperations.UnsafeWrap(row.GetFieldValue<byte[]>(5)) },
                new(
                    row.IsDBNull(6) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
                    row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7),
                    row.IsDBNull(8) ? null : row.GetInt64(8))));
        }

        return places;
    }
}
