using System.Data.Common;
using Dapper;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog;

/// <summary>The table of settled requests, unique over the service.</summary>
internal static class RequestKeys
{
    private static readonly Sql Find = new(
        """
        select caller, request_id, digest, answer from request_keys
         where caller in (select value from json_each(@callers)) and request_id in (select unhex(value) from json_each(@ids))
        """,
        """
        select k.caller, k.request_id, digest, answer
          from unnest(@callers, @ids) asked(caller, request_id) join request_keys k on k.caller = asked.caller and k.request_id = asked.request_id
        """);

    private static readonly TableWriter<(AcceptedRequest Accepted, string Region, long Recorded)> Writer = new("request_keys", "on conflict do nothing")
    {
        { "caller", row => row.Accepted.Request.Caller },
        { "request_id", row => row.Accepted.Request.RequestId.ToByteArray(bigEndian: true) },
        { "digest", row => row.Accepted.Request.Digest.ToArray() },
        { "region", row => row.Region },
        { "position", row => row.Accepted.Position },
        { "recorded", row => row.Recorded },
        { "answer", row => row.Accepted.Answer.ToArray() },
    };

    /// <summary>Those of the requests that were settled before.</summary>
    public static async Task<Dictionary<(string Caller, Guid RequestId), KnownRequest>> FindAll(DbTransaction transaction, IEnumerable<RequestKey> requests)
    {
        var asked = requests.ToList();
        var connection = transaction.Connection!;
        var rows = asked.Count == 0 ? [] : await connection.QueryAsync<(string Caller, byte[] Id, byte[]? Digest, byte[]? Answer)>(
            Find.For(connection),
            new { callers = connection.SetOf(asked.Select(r => r.Caller)), ids = connection.SetOf(asked.Select(r => r.RequestId.ToByteArray(bigEndian: true))) },
            transaction);
        var known = new Dictionary<(string, Guid), KnownRequest>();
        foreach (var (caller, id, digest, answer) in rows)
        {
            // One that comes twice in the batch is found twice; and on SQLite that of another caller under the same id, for which nobody looks.
            known[(caller, new Guid(id, bigEndian: true))] = digest is null ? KnownRequest.Erased : new(digest, answer);
        }

        return known;
    }

    /// <summary>Remembers the requests; false when one of them was known.</summary>
    /// <remarks>In key order: two logs that insert the same keys crosswise would wait for each other.</remarks>
    public static async Task<bool> Insert(DbTransaction transaction, IReadOnlyList<AcceptedRequest> accepted, string region, long recorded) =>
        await Writer.Insert(transaction, [.. accepted.OrderBy(a => a.Request.Caller, StringComparer.Ordinal).ThenBy(a => a.Request.RequestId).Select(a => (a, region, recorded))]) == accepted.Count;
}
