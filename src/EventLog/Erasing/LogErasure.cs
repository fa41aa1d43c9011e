using System.Data.Common;
using System.Text.Json;
using Dapper;
using Regional.EventLog.Chain;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog.Erasing;

/// <summary>Erases files in a log: keys, bodies, subjects, states and remembered requests go; positions, types, times and hashes stay.</summary>
/// <remarks>Events are found by reading the log once, without its lock: an index on files would make every append dearer for the sake of a rare erasure.</remarks>
internal sealed class LogErasure(Database database, IErasable state, FileKeys fileKeys, string service, TimeProvider clock)
{
    // The whole log is read.
    private const int NoTimeout = 0;

    private static readonly Sql FindEvents = new(
        "select position, recorded, subject, file, body from events where region = @region and position > @after and position <= @until and file in (select unhex(value) from json_each(@files))",
        "select position, recorded, subject, file, body from events where region = @region and position > @after and position <= @until and file = any(@files)");

    private static readonly Sql FindRequests = new(
        "select caller, request_id from request_keys where region = @region and position in (select value from json_each(@positions))",
        "select caller, request_id from request_keys where region = @region and position = any(@positions)");

    private static readonly Sql DestroyKeys = new(
        "delete from file_keys where file in (select unhex(value) from json_each(@files))",
        "delete from file_keys where file = any(@files)");

    private static readonly Sql EraseEvents = new(
        """
        update events set subject = null, file = null, body = null, erased = unhex(@contents ->> ('$."' || position || '"'))
         where region = @region and position in (select cast(key as integer) from json_each(@contents))
        """,
        """
        update events set subject = null, file = null, body = null, erased = decode(gone.value, 'hex')
          from jsonb_each_text(cast(@contents as jsonb)) as gone where region = @region and position = cast(gone.key as bigint)
        """);

    private static readonly Sql EraseRequests = new(
        """
        update request_keys set digest = null, answer = null
          from json_each(@requests) as gone where caller = gone.value ->> 0 and request_id = unhex(gone.value ->> 1)
        """,
        """
        update request_keys set digest = null, answer = null
          from jsonb_array_elements(cast(@requests as jsonb)) as gone where caller = gone.value ->> 0 and request_id = decode(gone.value ->> 1, 'hex')
        """);

    private const string MoveOn = "update logs set erasures = @Entries, erasures_hash = @Hash where region = @region";

    /// <summary>Erases the files, all in one transaction.</summary>
    /// <param name="region">The log.</param>
    /// <param name="files">Which ones; those that are gone already are passed over.</param>
    /// <param name="before">How much of the list has been carried out in this log.</param>
    /// <param name="after">How much of it then.</param>
    /// <returns>How many events were erased; none where it is not <paramref name="before"/> any more, and then nothing was done.</returns>
    public async Task<int> Run(string region, IReadOnlyCollection<byte[]> files, CarriedOut before, CarriedOut after)
    {
        while (true)
        {
            var found = await Find(region, files);
            if (await database.Write(transaction => Erase(transaction, region, files, found, before, after)) is { } erased)
            {
                return erased;
            }
        }
    }

    private async Task<Found> Find(string region, IReadOnlyCollection<byte[]> files)
    {
        await using var connection = await database.OpenReader();
        var head = await connection.QuerySingleAsync<long>("select position from logs where region = @region", new { region });
        var events = await Find(connection, null, region, files, 0, head);
        var requests = events.Count == 0 ? [] : await connection.QueryAsync<(string Caller, byte[] RequestId)>(
            FindRequests.For(connection), new { region, positions = connection.SetOf(events.Select(e => e.Position)) }, commandTimeout: NoTimeout);
        return new(head, events, [.. requests]);
    }

    private async Task<int?> Erase(DbTransaction transaction, string region, IReadOnlyCollection<byte[]> files, Found found, CarriedOut before, CarriedOut after)
    {
        var connection = transaction.Connection!;
        var log = new LogTail(fileKeys, region);
        var head = await log.Lock(transaction);
        if (head.Erasures != before)
        {
            return 0; // another process was here in the meantime
        }

        if ((await Find(connection, transaction, region, files, found.Head, head.Position)).Count > 0)
        {
            return null; // more came in the meantime
        }

        await connection.ExecuteAsync(DestroyKeys.For(connection), new { files = connection.SetOf(files) }, transaction);
        if (found.Events.Count > 0)
        {
            long[] positions = [.. found.Events.Select(e => e.Position)];
            await connection.ExecuteAsync(EraseEvents.For(connection), new { region, contents = found.Contents }, transaction, commandTimeout: NoTimeout);
            await connection.ExecuteAsync(EraseRequests.For(connection), new { requests = found.RequestIds }, transaction, commandTimeout: NoTimeout);
            await state.Erase(transaction, region, positions);
            var newest = DateTimeOffset.FromUnixTimeMilliseconds(found.Events.Max(e => e.Recorded));
            await log.Append(transaction, head, [ErasureEvent.Of(service, positions, newest)], clock.GetUtcNow().ToUnixTimeMilliseconds());
        }

        await connection.ExecuteAsync(MoveOn, new { region, after.Entries, after.Hash }, transaction);
        return found.Events.Count;
    }

    private static async Task<IReadOnlyList<FoundEvent>> Find(DbConnection connection, DbTransaction? transaction, string region, IReadOnlyCollection<byte[]> files, long after, long until)
    {
        if (files.Count == 0)
        {
            return [];
        }

        var found = new List<FoundEvent>();
        await using var row = await connection.ExecuteReaderAsync(FindEvents.For(connection), new { region, after, until, files = connection.SetOf(files) }, transaction, commandTimeout: NoTimeout);
        while (await row.ReadAsync())
        {
            var content = HashChain.Content(row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4));
            found.Add(new(row.GetInt64(0), row.GetInt64(1), content));
        }

        return found;
    }

    /// <summary>An event, and the hash of what is erased of it.</summary>
    private sealed record FoundEvent(long Position, long Recorded, byte[] Content);

    private sealed record Found(long Head, IReadOnlyList<FoundEvent> Events, IReadOnlyList<(string Caller, byte[] RequestId)> Requests)
    {
        /// <summary>Both as JSON, for one statement each.</summary>
        public string Contents => JsonSerializer.Serialize(Events.ToDictionary(e => e.Position, e => Convert.ToHexString(e.Content)));

        public string RequestIds => JsonSerializer.Serialize(Requests.Select(r => new[] { r.Caller, Convert.ToHexString(r.RequestId) }));
    }
}
