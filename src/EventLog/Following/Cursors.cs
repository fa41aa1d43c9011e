using System.Data.Common;
using Dapper;
using Google.Protobuf;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Following;

/// <summary>How far what is served of a log has come.</summary>
/// <param name="CompleteUntil">Everything stored in the followed log before this time, by the clock of its service, has been applied; null until the head was
/// reached once.</param>
/// <param name="StoppedAt">Position of the event that the follower cannot go past; null while it runs.</param>
public readonly record struct Progress(DateTimeOffset? CompleteUntil, long? StoppedAt);

/// <summary>How far one generation has read its log.</summary>
internal sealed record Place(Generation Generation, Cursor Cursor, Progress Progress);

/// <summary>The cursors of the logs of one service, in the database of the service that follows them.</summary>
internal sealed class Cursors(Database database, string source)
{
    private const string Columns = "generation, epoch, position, hash_position, hash, complete_until, stopped_at";
    private const string ReadServing = $"select {Columns} from cursors where source = @source and region = @region and serving";
    private const string ReadStopped = "select region from cursors where source = @source and serving and stopped_at is not null order by region";

    private const string OpenFirst = "insert into cursors(source, region, generation, serving) values (@source, @region, 1, true) on conflict do nothing";

    // The old position is part of the condition: of two writers, one loses here and undoes its effect.
    private const string MoveOn = """
        update cursors set epoch = @Epoch, position = @Position, hash_position = @HashPosition, hash = @hash, complete_until = coalesce(@completeUntil, complete_until), stopped_at = null
         where source = @source and region = @Log and generation = @Number and position = @from
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

    /// <summary>Moves a cursor in the transaction of the effect.</summary>
    /// <exception cref="InvalidOperationException">Another moved it meanwhile.</exception>
    public async Task Move(DbTransaction transaction, Place from, Cursor to, DateTimeOffset? completeUntil)
    {
        var moved = await transaction.Connection!.ExecuteAsync(
            MoveOn,
            new
            {
                source,
                from.Generation.Log,
                from.Generation.Number,
                to.Epoch,
                to.Position,
                to.HashPosition,
                hash = to.Hash.ToByteArray(),
                completeUntil = completeUntil?.ToUnixTimeMilliseconds(),
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

    private async Task<Place?> Find(string region)
    {
        await using var connection = await database.OpenReader();
        var row = await connection.QuerySingleOrDefaultAsync<(int Generation, int Epoch, long Position, long HashPosition, byte[] Hash, long? CompleteUntil, long? StoppedAt)?>(ReadServing, new { source, region });
        return row is { } found
            ? new Place(
                new(region, found.Generation),
                new() { Epoch = found.Epoch, Position = found.Position, HashPosition = found.HashPosition, Hash = UnsafeByteOperations.UnsafeWrap(found.Hash) },
                new(found.CompleteUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null, found.StoppedAt))
            : null;
    }
}
