using Microsoft.Data.Sqlite;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog;

/// <summary>Decides a batch under the lock of its log and stores it: states, events, request keys and head in one transaction.</summary>
internal sealed class BatchCommit<TKey, TState>(SqliteDatabase database, IStateTable<TKey, TState> table, string region, TimeProvider clock)
    where TKey : notnull
    where TState : class
{
    private const string OpenLog = "insert into logs(region) values ($region) on conflict do nothing";
    private const string ReadHead = "select position from logs where region = $region";
    private const string MoveHead = "update logs set position = $position where region = $region";
    private const string FindKey = "select digest, answer from request_keys where caller = $caller and request_id = $request_id";
    private const string InsertKey = """
        insert into request_keys(caller, request_id, digest, recorded, answer)
        values ($caller, $request_id, $digest, $recorded, $answer) on conflict do nothing
        """;

    private const string InsertEvent = """
        insert into events(region, position, type, subject, recorded, body)
        values ($region, $position, $type, $subject, $recorded, $body)
        """;

    /// <summary>Settles the batch; when it throws, nothing of it is stored.</summary>
    public async Task<Settled[]> Run(IReadOnlyList<Proposal<TKey, TState>> batch)
    {
        // Nearly every request is new. So the keys are not looked up first: when one turns out to be known, all is undone and done again with the lookup.
        // It shows when a key cannot be inserted; and where a repeat is refused, because the first time changed the state that it is decided on.
        return await database.Write(transaction => Store(transaction, batch, lookUp: false))
            ?? await database.Write(transaction => Store(transaction, batch, lookUp: true))
            ?? throw new InvalidOperationException("A request key appeared while the log was locked.");
    }

    private Settled[]? Store(SqliteTransaction transaction, IReadOnlyList<Proposal<TKey, TState>> batch, bool lookUp)
    {
        var head = Head(transaction);
        var known = lookUp ? FindKeys(transaction, batch.Select(p => p.Request)) : [];
        var states = table.Load(transaction, region, [.. batch.Select(p => p.Key).Distinct()]);
        var decided = new BatchDecision<TKey, TState>(head, states, known);
        var settled = batch.Select(decided.Settle).ToArray();
        if (!lookUp && FindKeys(transaction, batch.Where((_, i) => settled[i].Refusal is not null).Select(p => p.Request)).Count > 0)
        {
            return null;
        }

        if (decided.Accepted.Count == 0)
        {
            return settled;
        }

        var recorded = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (!InsertKeys(transaction, decided.Accepted, recorded))
        {
            return null;
        }

        table.Save(transaction, region, decided.Changed);
        InsertEvents(transaction, decided.Events, head, recorded);
        Execute(transaction, MoveHead, ("$region", region), ("$position", head + decided.Events.Count));
        return settled;
    }

    private long Head(SqliteTransaction transaction)
    {
        Execute(transaction, OpenLog, ("$region", region));
        using var command = Command(transaction, ReadHead);
        command.Parameters.AddWithValue("$region", region);
        return (long)command.ExecuteScalar()!;
    }

    private static Dictionary<(string, Guid), KnownRequest> FindKeys(SqliteTransaction transaction, IEnumerable<RequestKey> requests)
    {
        var known = new Dictionary<(string, Guid), KnownRequest>();
        using var command = Command(transaction, FindKey);
        var caller = command.Parameters.Add("$caller", SqliteType.Text);
        var id = command.Parameters.Add("$request_id", SqliteType.Blob);
        foreach (var request in requests)
        {
            (caller.Value, id.Value) = (request.Caller, request.RequestId.ToByteArray(bigEndian: true));
            using var reader = command.ExecuteReader();
            if (reader.Read())
            {
                known[(request.Caller, request.RequestId)] = new(reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1));
            }
        }

        return known;
    }

    // In key order: two logs that insert the same keys crosswise would wait for each other.
    private static bool InsertKeys(SqliteTransaction transaction, IEnumerable<AcceptedRequest> accepted, long recorded)
    {
        using var command = Command(transaction, InsertKey);
        var caller = command.Parameters.Add("$caller", SqliteType.Text);
        var id = command.Parameters.Add("$request_id", SqliteType.Blob);
        var digest = command.Parameters.Add("$digest", SqliteType.Blob);
        var answer = command.Parameters.Add("$answer", SqliteType.Blob);
        command.Parameters.AddWithValue("$recorded", recorded);
        foreach (var (request, given) in accepted.OrderBy(a => a.Request.Caller, StringComparer.Ordinal).ThenBy(a => a.Request.RequestId))
        {
            caller.Value = request.Caller;
            id.Value = request.RequestId.ToByteArray(bigEndian: true);
            digest.Value = request.Digest.ToArray();
            answer.Value = given.ToArray();
            if (command.ExecuteNonQuery() == 0)
            {
                return false;
            }
        }

        return true;
    }

    private void InsertEvents(SqliteTransaction transaction, IReadOnlyList<NewEvent> events, long head, long recorded)
    {
        using var command = Command(transaction, InsertEvent);
        command.Parameters.AddWithValue("$region", region);
        command.Parameters.AddWithValue("$recorded", recorded);
        var position = command.Parameters.Add("$position", SqliteType.Integer);
        var type = command.Parameters.Add("$type", SqliteType.Text);
        var subject = command.Parameters.Add("$subject", SqliteType.Blob);
        var body = command.Parameters.Add("$body", SqliteType.Blob);
        foreach (var happened in events)
        {
            position.Value = ++head;
            type.Value = happened.Type;
            subject.Value = happened.Subject;
            body.Value = happened.Body.ToArray();
            command.ExecuteNonQuery();
        }
    }

    private static void Execute(SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(transaction, sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }
}
