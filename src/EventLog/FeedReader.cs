using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog;

/// <summary>Reads a log in pages, from a cursor to the head as it is when the reading begins.</summary>
/// <param name="database">Holds the log.</param>
/// <param name="fileKeys">Open the bodies.</param>
/// <param name="source">CloudEvents source of all its events.</param>
/// <param name="clock">The clock by which events are recorded.</param>
internal sealed class FeedReader(Database database, FileKeys fileKeys, string source, TimeProvider clock)
{
    private const string ReadHead = "select i.epoch, coalesce(l.position, 0) from log_identity i left join logs l on l.region = @region";

    // Positions have no gaps, so a page is known by its ends: whatever the planner thinks of the table, it reads no more than the page.
    private const string SelectPage = "select position, type, recorded, subject, file, body from events where region = @region and position between @first and @last order by position";

    private const string ReadHash = "select position, hash from commits where region = @region and position <= @position order by position desc limit 1";

    /// <summary>Most events of a page: a thousand as everyone else knows it, fewer where a test wants many pages of few events.</summary>
    public int PageSize { get; init; } = 1_000;

    /// <summary>The pages after the cursor; one empty page where there is nothing new, so that a follower learns that it has read everything.</summary>
    /// <exception cref="RefusedException">The cursor does not belong to this log as it is now.</exception>
    public async IAsyncEnumerable<FeedPage> Read(string region, Cursor from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader();
        // Before the head is read: what was stored until then is found.
        var readTime = Timestamp.FromDateTimeOffset(clock.GetUtcNow());
        var (epoch, head) = await Head(connection, region);
        await Check(connection, region, from, epoch, head);
        var reading = ReadPage(connection, region, new Cursor(from) { Epoch = epoch }, head);
        var opening = Open(reading, region, head, readTime);
        reading = ReadAfter(connection, region, reading, head);
        try
        {
            for (var isLast = false; !isLast;)
            {
                var page = await opening;
                cancellation.ThrowIfCancellationRequested();
                isLast = page.Cursor.Position >= head;
                if (!isLast)
                {
                    // While this one is on its way, the next is opened and the one after that is read.
                    opening = Open(reading, region, head, readTime);
                    reading = ReadAfter(connection, region, reading, head);
                }

                yield return page;
            }
        }
        finally
        {
            // Who goes away meanwhile leaves the connection to nobody else before it has been read.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The epoch of a log, and the position of its last event.</summary>
    public async Task<(int Epoch, long Head)> Head(string region)
    {
        await using var connection = await database.OpenReader();
        return await Head(connection, region);
    }

    private static async Task<(int Epoch, long Head)> Head(DbConnection connection, string region) =>
        await connection.QuerySingleAsync<(int, long)>(ReadHead, new { region });

    private static async Task Check(DbConnection connection, string region, Cursor cursor, int epoch, long head)
    {
        if (cursor.Position > head)
        {
            throw new RefusedException(new Refusal(StatusCode.FailedPrecondition, "CURSOR_AHEAD", "The cursor is ahead of the log, which must have lost its tail; stop and alarm."));
        }

        var stands = await CursorAt(connection, region, cursor.Epoch, cursor.HashPosition);
        // Between two commits there is no hash to compare: within an epoch nothing can have changed there, in another one it may have.
        var isUnproven = cursor.Epoch != epoch && cursor.Position > cursor.HashPosition;
        if (isUnproven || cursor.Position < cursor.HashPosition || stands.HashPosition != cursor.HashPosition || stands.Hash != cursor.Hash)
        {
            throw new RefusedException(new Refusal(StatusCode.FailedPrecondition, "CURSOR_DIVERGED", "The log is another than the one that was read up to this cursor; stop and rebuild."));
        }
    }

    private static async Task<Cursor> CursorAt(DbConnection connection, string region, int epoch, long position) =>
        await connection.QuerySingleOrDefaultAsync<(long Position, byte[] Hash)?>(ReadHash, new { region, position }) is { } commit
            ? new Cursor { Epoch = epoch, Position = position, HashPosition = commit.Position, Hash = UnsafeByteOperations.UnsafeWrap(commit.Hash) }
            : new Cursor { Epoch = epoch, Position = position };

    private async Task<SealedPage> ReadPage(DbConnection connection, string region, Cursor after, long head)
    {
        var rows = new List<Row>(PageSize);
        await using (var row = await connection.ExecuteReaderAsync(SelectPage, new { region, first = after.Position + 1, last = Math.Min(after.Position + PageSize, head) }))
        {
            while (await row.ReadAsync())
            {
                rows.Add(new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), Bytes(row, 3), Bytes(row, 4), Bytes(row, 5)));
            }
        }

        if (rows.Count == 0 && after.Position < head)
        {
            throw new InvalidDataException($"The log of {region} has no event {after.Position + 1}, though its head is at {head}.");
        }

        // A key that was destroyed since the page was read makes its events erased ones.
        var keys = await FileKeys.Read(connection, null, rows.Where(r => r.File is not null).Select(r => FileKeys.Id(r.File!)).ToHashSet());
        return new(rows, keys, rows.Count == 0 ? after : await CursorAt(connection, region, after.Epoch, rows[^1].Position));
    }

    private async Task<SealedPage> ReadAfter(DbConnection connection, string region, Task<SealedPage> before, long head) =>
        await before is var page && page.Cursor.Position >= head ? page : await ReadPage(connection, region, page.Cursor, head);

    private async Task<FeedPage> Open(Task<SealedPage> reading, string region, long head, Timestamp readTime)
    {
        var page = await reading;
        await Task.Yield(); // the next is read on this thread
        var seals = fileKeys.Open(page.Keys);
        var opened = new FeedPage { Source = source, SpecVersion = "1.0", Cursor = page.Cursor, HeadPosition = head, ReadTime = readTime };
        opened.Events.AddRange(page.Rows.Select(row => ToProto(row, region, row.File is null ? null : seals.GetValueOrDefault(FileKeys.Id(row.File)))));
        foreach (var seal in seals.Values)
        {
            seal.Dispose();
        }

        return opened;
    }

    private static Event ToProto(Row row, string region, Seal? seal) => new()
    {
        Id = $"{region}/{row.Position}",
        Sequence = row.Position,
        Type = row.Type,
        Time = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(row.Recorded)),
        Subject = seal is null ? "" : Convert.ToHexStringLower(row.Subject!),
        Data = seal is null ? ByteString.Empty : UnsafeByteOperations.UnsafeWrap(SealedEvent.Open(row.Body, row.Position, seal)),
        Erased = seal is null,
    };

    private static byte[]? Bytes(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    private sealed record SealedPage(IReadOnlyList<Row> Rows, IReadOnlyList<WrappedKey> Keys, Cursor Cursor);

    private readonly record struct Row(long Position, string Type, long Recorded, byte[]? Subject, byte[]? File, byte[]? Body);
}
