using System.Data.Common;
using Dapper;
using Regional.EventLog.Chain;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog.Erasing;

/// <summary>Erases files in a log: keys, bodies, subjects, states and remembered requests go; positions, types, times and hashes stay.</summary>
/// <remarks>Events are found by reading the log once, without its lock: an index on files would make every append dearer for the sake of a rare erasure.</remarks>
internal sealed class LogErasure(Database database, IErasable state, FileKeys fileKeys, string service, TimeProvider clock)
{
    private static readonly Sql FindEvents = new(
        "select position from events where region = @region and position > @after and position <= @until and file in (select unhex(value) from json_each(@files))",
        "select position from events where region = @region and position > @after and position <= @until and file = any(@files)");

    private static readonly Sql FindRequests = new(
        "select caller, request_id as requestId from request_keys where region = @region and position in (select value from json_each(@positions))",
        "select caller, request_id as requestId from request_keys where region = @region and position = any(@positions)");

    private static readonly Sql DestroyKeys = new(
        "delete from file_keys where file in (select unhex(value) from json_each(@files))",
        "delete from file_keys where file = any(@files)");

    private const string ReadEvent = "select subject, file, body, recorded from events where region = @region and position = @position";
    private const string EraseEvent = "update events set subject = null, file = null, body = null, erased = @erased where region = @region and position = @position";
    private const string EraseRequest = "update request_keys set digest = null, answer = null where caller = @caller and request_id = @requestId";
    private const string MoveOn = "update logs set erasures = @entries where region = @region";

    /// <summary>Erases the files, all in one transaction.</summary>
    /// <param name="region">The log.</param>
    /// <param name="files">Which ones; those that are gone already are passed over.</param>
    /// <param name="entries">How many entries of the list have been carried out in this log then.</param>
    /// <returns>How many events were erased.</returns>
    public async Task<int> Run(string region, IReadOnlyCollection<byte[]> files, long entries)
    {
        while (true)
        {
            var found = await Find(region, files);
            if (await database.Write(transaction => Erase(transaction, region, files, found, entries)) is { } erased)
            {
                return erased;
            }
        }
    }

    private async Task<Found> Find(string region, IReadOnlyCollection<byte[]> files)
    {
        await using var connection = await database.OpenReader();
        var head = await connection.QuerySingleAsync<long>("select position from logs where region = @region", new { region });
        var positions = await Find(connection, null, region, files, 0, head);
        var requests = positions.Count == 0 ? [] : await connection.QueryAsync<(string Caller, byte[] RequestId)>(FindRequests.For(connection), new { region, positions = connection.SetOf(positions) });
        return new(head, positions, [.. requests]);
    }

    private async Task<int?> Erase(DbTransaction transaction, string region, IReadOnlyCollection<byte[]> files, Found found, long entries)
    {
        var connection = transaction.Connection!;
        var log = new LogTail(fileKeys, region);
        var head = await log.Lock(transaction);
        if (head.Erasures >= entries)
        {
            return 0; // by another process, in the meantime
        }

        if ((await Find(connection, transaction, region, files, found.Head, head.Position)).Count > 0)
        {
            return null; // more came in the meantime
        }

        await connection.ExecuteAsync(DestroyKeys.For(connection), new { files = connection.SetOf(files) }, transaction);
        if (found.Positions.Count > 0)
        {
            var newest = await EraseEvents(transaction, region, found.Positions);
            await connection.ExecuteAsync(EraseRequest, found.Requests.Select(r => new { caller = r.Caller, requestId = r.RequestId }), transaction);
            await state.Erase(transaction, region, found.Positions);
            await log.Append(transaction, head, [ErasureEvent.Of(service, found.Positions, newest)], clock.GetUtcNow().ToUnixTimeMilliseconds());
        }

        await connection.ExecuteAsync(MoveOn, new { region, entries }, transaction);
        return found.Positions.Count;
    }

    private static async Task<DateTimeOffset> EraseEvents(DbTransaction transaction, string region, IReadOnlyCollection<long> positions)
    {
        var newest = 0L;
        foreach (var position in positions)
        {
            var (subject, file, body, recorded) = await transaction.Connection!.QuerySingleAsync<(byte[], byte[], byte[], long)>(ReadEvent, new { region, position }, transaction);
            await transaction.Connection!.ExecuteAsync(EraseEvent, new { region, position, erased = HashChain.Content(subject, file, body) }, transaction);
            newest = Math.Max(newest, recorded);
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(newest);
    }

    private static async Task<IReadOnlyCollection<long>> Find(DbConnection connection, DbTransaction? transaction, string region, IReadOnlyCollection<byte[]> files, long after, long until) =>
        files.Count == 0 ? [] : [.. await connection.QueryAsync<long>(FindEvents.For(connection), new { region, after, until, files = connection.SetOf(files) }, transaction)];

    private sealed record Found(long Head, IReadOnlyCollection<long> Positions, IReadOnlyList<(string Caller, byte[] RequestId)> Requests);
}
