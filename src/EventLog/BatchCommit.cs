using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Logging;
using Regional.EventLog.Chain;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog;

/// <summary>Decides a batch under the lock of its log and stores it: request keys, states, events, commit and head in one transaction.</summary>
internal sealed partial class BatchCommit<TKey, TState>(Database database, IStateTable<TKey, TState> table, FileKeys fileKeys, string region, TimeProvider clock, ILogger logger)
    where TKey : notnull
    where TState : class
{
    private const int BlankLength = 16;

    // SQLite has the whole database locked by then.
    private static readonly Sql LockHead = new(
        "select position, hash from logs where region = @region",
        "select position, hash from logs where region = @region for update");

    private const string OpenLog = "insert into logs(region) values (@region) on conflict do nothing";
    private const string MoveHead = "update logs set position = @position, hash = @hash where region = @region";
    private const string InsertCommit = "insert into commits(region, position, blank, root, hash) values (@region, @position, @blank, @root, @hash)";

    private readonly TableWriter<SealedEvent> _events = new("events")
    {
        { "region", _ => region },
        { "position", happened => happened.Position },
        { "type", happened => happened.Type },
        { "subject", happened => happened.Subject },
        { "file", happened => happened.File },
        { "recorded", happened => happened.Recorded },
        { "body", happened => happened.Body },
        { "hash", happened => happened.Leaf },
    };

    /// <summary>Settles the batch. When it throws, the store is out of reach, and what was not answered may be stored or not.</summary>
    /// <remarks>An item that the store itself refuses is found by halving, and alone answered with a fault.</remarks>
    public async Task<Settled[]> Run(ArraySegment<Proposal<TKey, TState>> batch)
    {
        try
        {
            return await Settle(batch);
        }
        catch (DbException refused) when (refused.IsOfTheData())
        {
            if (batch.Count > 1)
            {
                return [.. await Run(batch[..(batch.Count / 2)]), .. await Run(batch[(batch.Count / 2)..])];
            }

            Faulty(region, refused.GetType().Name, refused.StackTrace ?? "");
            return [new Settled(default, Repeated: false, BatchDecision<TKey, TState>.ItemFailed)];
        }
    }

    private async Task<Settled[]> Settle(ArraySegment<Proposal<TKey, TState>> batch)
    {
        // Nearly every request is new. So the keys are not looked up first: when one turns out to be known, all is undone and done again with the lookup.
        // It shows when a key cannot be inserted; and where a repeat is refused, because the first time changed the state that it is decided on.
        return await database.Write(transaction => Store(transaction, batch, lookUp: false))
            ?? await database.Write(transaction => Store(transaction, batch, lookUp: true))
            ?? throw new InvalidOperationException("A request key appeared while the log was locked.");
    }

    private async Task<Settled[]?> Store(DbTransaction transaction, ArraySegment<Proposal<TKey, TState>> batch, bool lookUp)
    {
        var head = await Head(transaction);
        var known = lookUp ? await RequestKeys.FindAll(transaction, batch.Select(p => p.Request)) : [];
        var states = await table.Load(transaction, region, [.. batch.Select(p => p.Key).Distinct()]);
        var decided = new BatchDecision<TKey, TState>(head.Position, states, known);
        var settled = batch.Select(decided.Settle).ToArray();
        foreach (var fault in decided.Faults)
        {
            Faulty(region, fault.GetType().Name, fault.StackTrace ?? "");
        }

        if (!lookUp && (await RequestKeys.FindAll(transaction, batch.Where((_, i) => settled[i].Refusal is not null).Select(p => p.Request))).Count > 0)
        {
            return null;
        }

        if (decided.Accepted.Count == 0)
        {
            return settled;
        }

        var recorded = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (!await RequestKeys.Insert(transaction, decided.Accepted, region, recorded))
        {
            return null;
        }

        await table.Save(transaction, region, decided.Changed);
        await Append(transaction, head, decided.Events, recorded);
        return settled;
    }

    private async Task<(long Position, byte[] Hash)> Head(DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        for (; ; await connection.ExecuteAsync(OpenLog, new { region }, transaction))
        {
            if (await connection.QuerySingleOrDefaultAsync<(long, byte[])?>(LockHead.For(connection), new { region }, transaction) is { } head)
            {
                return head;
            }
        }
    }

    private async Task Append(DbTransaction transaction, (long Position, byte[] Hash) head, IReadOnlyList<NewEvent> happened, long recorded)
    {
        if (happened.Count == 0)
        {
            return;
        }

        var seals = await fileKeys.GetOrCreate(transaction, happened.Select(e => e.File));
        var events = happened.Select((e, i) => SealedEvent.Of(e, head.Position + 1 + i, recorded, seals[FileKeys.Id(e.File)])).ToList();
        foreach (var seal in seals.Values)
        {
            seal.Dispose();
        }

        var blank = RandomNumberGenerator.GetBytes(BlankLength);
        var root = new MerkleTree([.. events.Select(e => e.Leaf)], blank).Root;
        var hash = HashChain.Commit(head.Hash, root);
        var commit = new { region, position = head.Position + events.Count, blank, root, hash };
        await _events.Insert(transaction, events);
        await transaction.Connection!.ExecuteAsync(InsertCommit, commit, transaction);
        await transaction.Connection!.ExecuteAsync(MoveHead, commit, transaction);
    }

    // The type and the place, not the message: that may hold what a child is known by.
    [LoggerMessage(LogLevel.Error, "An item for the log of {Region} was refused for a fault: {Type}\n{Place}")]
    private partial void Faulty(string region, string type, string place);
}
