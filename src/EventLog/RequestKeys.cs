using System.Data.Common;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog;

/// <summary>The table of settled requests, unique over the service.</summary>
internal static class RequestKeys
{
    private const string Find = "select digest, answer from request_keys where caller = @caller and request_id = @request_id";

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

    /// <summary>Those of the requests that were settled before. Repeats are rare, so each is asked for by itself.</summary>
    public static async Task<Dictionary<(string Caller, Guid RequestId), KnownRequest>> FindAll(DbTransaction transaction, IEnumerable<RequestKey> requests)
    {
        var known = new Dictionary<(string, Guid), KnownRequest>();
        await using var command = transaction.Command(Find);
        var caller = command.CreateParameter();
        var id = command.CreateParameter();
        (caller.ParameterName, id.ParameterName) = ("caller", "request_id");
        command.Parameters.AddRange(new[] { caller, id });
        foreach (var request in requests)
        {
            (caller.Value, id.Value) = (request.Caller, request.RequestId.ToByteArray(bigEndian: true));
            await using var row = await command.ExecuteReaderAsync();
            if (await row.ReadAsync())
            {
                known[(request.Caller, request.RequestId)] = row.IsDBNull(0) ? KnownRequest.Erased : new(row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1));
            }
        }

        return known;
    }

    /// <summary>Remembers the requests; false when one of them was known.</summary>
    /// <remarks>In key order: two logs that insert the same keys crosswise would wait for each other.</remarks>
    public static async Task<bool> Insert(DbTransaction transaction, IReadOnlyList<AcceptedRequest> accepted, string region, long recorded) =>
        await Writer.Insert(transaction, [.. accepted.OrderBy(a => a.Request.Caller, StringComparer.Ordinal).ThenBy(a => a.Request.RequestId).Select(a => (a, region, recorded))]) == accepted.Count;
}
