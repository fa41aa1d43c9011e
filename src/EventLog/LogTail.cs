using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Regional.EventLog.Chain;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog;

/// <summary>Where a log ends, read under its lock.</summary>
/// <param name="Position">Of the last event.</param>
/// <param name="Hash">Of the last commit.</param>
/// <param name="Erasures">How much of the list of erasures has been carried out in this log.</param>
internal readonly record struct LogHead(long Position, byte[] Hash, CarriedOut Erasures);

/// <summary>The end of a log: its lock, and what is appended there.</summary>
internal sealed class LogTail(FileKeys fileKeys, string region)
{
    private const int BlankLength = 16;

    // SQLite has the whole database locked by then.
    private static readonly Sql LockHead = new(
        "select position, hash, erasures, erasures_hash from logs where region = @region",
        "select position, hash, erasures, erasures_hash from logs where region = @region for update");

    // Statements of their own: what comes after sees what was committed before the lock came.
    private static readonly Sql WhileNoneIsRead = new("select 0", "select pg_advisory_xact_lock_shared(hashtext('regional logs ' || current_schema()))");
    private static readonly Sql WhileNoneIsOpened = new("select 0", "select pg_advisory_xact_lock(hashtext('regional logs ' || current_schema()))");

    private const string OpenLog = """
        insert into logs(region, erasures, erasures_hash)
        select @region, erasures, erasures_hash from (select erasures, erasures_hash from logs union all select 0, null) as known order by erasures desc limit 1
        on conflict do nothing
        """;

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
        while (true)
        {
            if (await connection.QuerySingleOrDefaultAsync<(long Position, byte[] Hash, long Erasures, string? ErasuresHash)?>(LockHead.For(connection), new { region }, transaction) is { } head)
            {
                return new(head.Position, head.Hash, new(head.Erasures, head.ErasuresHash));
            }

            await connection.ExecuteAsync(WhileNoneIsRead.For(connection), transaction: transaction);
            await connection.ExecuteAsync(OpenLog, new { region }, transaction);
        }
    }

    /// <summary>How much of the list of erasures has been carried out in each log. Who opens a log meanwhile is waited for: its log is seen here, or sees what has
    /// been carried out in the others.</summary>
    public static async Task<IReadOnlyList<(string Region, CarriedOut Done)>> Erasures(DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(WhileNoneIsOpened.For(connection), transaction: transaction);
        var logs = await connection.QueryAsync<(string Region, long Entries, string? Hash)>("select region, erasures, erasures_hash from logs order by region", transaction: transaction);
        return [.. logs.Select(log => (log.Region, new CarriedOut(log.Entries, log.Hash)))];
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
