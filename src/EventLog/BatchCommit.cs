using System.Data.Common;
using Microsoft.Extensions.Logging;
using Regional.EventLog.Erasing;
using Regional.EventLog.Faults;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog;

/// <summary>Decides a batch under the lock of its log and stores it: request keys, states, events, commit and head in one transaction.</summary>
internal sealed partial class BatchCommit<TKey, TState>(
    Database database, IStateTable<TKey, TState> table, FileKeys fileKeys, ErasureFence fence, string region, FaultPoints faults, TimeProvider clock, ILogger logger)
    where TKey : notnull
    where TState : class
{
    private const int MostLookUps = 5;

    private readonly LogTail _log = new(fileKeys, region);
    private CarriedOut _erasures; // in the log, when its lock was held last

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
        // The same where the list of erasures has to be read, which is not done under the lock.
        var settled = await database.Write(transaction => Store(transaction, batch, lookUp: false));
        if (settled is null)
        {
            await fence.CatchUp(_erasures);
        }

        // Again where the same request went to another log in that moment.
        for (var attempts = 0; settled is null && attempts < MostLookUps; attempts++)
        {
            settled = await database.Write(transaction => Store(transaction, batch, lookUp: true));
        }

        return settled ?? throw new InvalidOperationException("Requests of a batch went to other logs at the same time, again and again.");
    }

    private async Task<Settled[]?> Store(DbTransaction transaction, ArraySegment<Proposal<TKey, TState>> batch, bool lookUp)
    {
        var head = await _log.Lock(transaction);
        _erasures = head.Erasures;
        faults.Pass(FaultPoint.AfterLock);
        var isLate = batch.Any(p => p.Erasures < head.Erasures.Entries);
        if (isLate && !lookUp && !fence.Covers(head.Erasures))
        {
            return null;
        }

        var known = lookUp ? await RequestKeys.FindAll(transaction, batch.Select(p => p.Request)) : [];
        var states = await table.Load(transaction, region, [.. batch.Select(p => p.Key).Distinct()]);
        var lastErased = isLate ? await fence.LastErased(head.Erasures) : _ => 0;
        var decided = new BatchDecision<TKey, TState>(head.Position, states, known, lastErased);
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
        await _log.Append(transaction, head, decided.Events, recorded);
        faults.Pass(FaultPoint.AfterInsert);
        return settled;
    }

    // The type and the place, not the message: that may hold what a child is known by.
    [LoggerMessage(LogLevel.Error, "An item for the log of {Region} was refused for a fault: {Type}\n{Place}")]
    private partial void Faulty(string region, string type, string place);
}
