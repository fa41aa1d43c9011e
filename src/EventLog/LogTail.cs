using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Regional.EventLog.Chain;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog;

/// <summary>Where a log ends, read under its lock.</summary>
/// <param name="Position">Of the last event.</param>
/// <param name="Hash">Of the last commit.</param>
/// <param name="Erasures">How many entries of the list of erasures have been carried out in this log.</param>
internal readonly record struct LogHead(long Position, byte[] Hash, long Erasures);

/// <summary>The end of a log: its lock, and what is appended there.</summary>
internal sealed class LogTail(FileKeys fileKeys, string region)
{
    private const int BlankLength = 16;

    // SQLite has the whole database locked by then.
    private static readonly Sql LockHead = new(
        "select position, hash, erasures from logs where region = @region",
        "select position, hash, erasures from logs where region = @region for update");

    private const string OpenLog = "insert into logs(region, erasures) values (@region, (select coalesce(max(erasures), 0) from logs)) on conflict do nothing";
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

    /// <summary>Locks the log until the transaction ends, and says where it ends; a log that is not there yet is made.</summary>
    public async Task<LogHead> Lock(DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        for (; ; await connection.ExecuteAsync(OpenLog, new { region }, transaction))
        {
            if (await connection.QuerySingleOrDefaultAsync<(long Position, byte[] Hash, long Erasures)?>(LockHead.For(connection), new { region }, transaction) is { } head)
            {
                return new(head.Position, head.Hash, head.Erasures);
            }
        }
    }

    /// <summary>Appends what happened as one commit.</summary>
    /// <param name="transaction">Holds the lock.</param>
    /// <param name="head">Where the log ends.</param>
    /// <param name="happened">In order; nothing is done where it is empty.</param>
    /// <param name="recorded">Now, in milliseconds since 1970 UTC.</param>
    public async Task Append(DbTransaction transaction, LogHead head, IReadOnlyList<NewEvent> happened, long recorded)
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
}
