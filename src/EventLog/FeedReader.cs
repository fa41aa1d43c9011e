using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog;

/// <summary>Reads a log in pages, from a cursor to the head as it is when the reading begins.</summary>
/// <param name="database">Holds the log.</param>
/// <param name="source">CloudEvents source of all its events.</param>
internal sealed class FeedReader(SqliteDatabase database, string source)
{
    /// <summary>Most events of a page.</summary>
    public const int PageSize = 1_000;

    private const string ReadHead = "select epoch, position from logs where region = $region";
    private const string ReadPage = """
        select position, type, subject, recorded, body from events
         where region = $region and position > $after and position <= $head
         order by position limit $limit
        """;

    /// <summary>The pages after the cursor; one empty page where there is nothing new, so that a follower learns that it has read everything.</summary>
    /// <exception cref="RefusedException">The cursor does not belong to this log as it is now.</exception>
    public async IAsyncEnumerable<FeedPage> Read(string region, Cursor cursor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = database.OpenReader();
        var (epoch, head) = Head(connection, region);
        Check(cursor, epoch, head);
        var after = cursor.Position;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var page = Page(connection, region, after, head);
            if (page.Events.Count == 0 && after < head)
            {
                throw new InvalidDataException($"The log of {region} has no event {after + 1}, though its head is at {head}.");
            }

            page.Cursor = new Cursor { Epoch = epoch, Position = after = page.Events.Count > 0 ? page.Events[^1].Sequence : after };
            page.HeadPosition = head;
            yield return page;
        }
        while (after < head);
    }

    private static void Check(Cursor cursor, int epoch, long head)
    {
        if (cursor.Position > 0 && cursor.Epoch != epoch)
        {
            throw new RefusedException(new Refusal(StatusCode.FailedPrecondition, "CURSOR_EPOCH", "The log was restored since this cursor was given; stop and rebuild."));
        }

        if (cursor.Position > head)
        {
            throw new RefusedException(new Refusal(StatusCode.FailedPrecondition, "CURSOR_AHEAD", "The cursor is ahead of the log, which must have lost its tail; stop and alarm."));
        }
    }

    private static (int Epoch, long Position) Head(SqliteConnection connection, string region)
    {
        using var command = connection.CreateCommand();
        command.CommandText = ReadHead;
        command.Parameters.AddWithValue("$region", region);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt32(0), reader.GetInt64(1)) : (1, 0);
    }

    private FeedPage Page(SqliteConnection connection, string region, long after, long head)
    {
        var page = new FeedPage { Source = source, SpecVersion = "1.0" };
        using var command = connection.CreateCommand();
        command.CommandText = ReadPage;
        command.Parameters.AddWithValue("$region", region);
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$head", head);
        command.Parameters.AddWithValue("$limit", PageSize);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var position = reader.GetInt64(0);
            page.Events.Add(new Event
            {
                Id = $"{region}/{position}",
                Sequence = position,
                Type = reader.GetString(1),
                Subject = Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(2)),
                Time = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3))),
                Data = ByteString.CopyFrom(reader.GetFieldValue<byte[]>(4)),
            });
        }

        return page;
    }
}
