using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Google.Protobuf;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog.Chain;

/// <summary>Checks the logs of a database against their chain, without a key and without the service, which may run on meanwhile.</summary>
/// <remarks>It shows that nothing was changed, moved, put in or taken out since it was appended. Who can write the whole database can forge a whole chain, and
/// take its end away: so note the hash now and then where they cannot write, or keep receipts.</remarks>
/// <param name="connection">Open, to the database; nothing else may use it meanwhile.</param>
public sealed class LogVerifier(DbConnection connection)
{
    private const int CommitsAtOnce = 1_000;

    // All logs as one moment saw them: a head that was read before the events behind it would look like a broken one.
    private static readonly Sql Begin = new("begin transaction", "begin isolation level repeatable read read only");

    // Also of a log whose head was taken away.
    private const string ReadRegions = "select region from logs union select region from commits union select region from events order by region";
    private const string ReadHead = "select position, hash from logs where region = @region";
    private const string ReadCommits = "select position, blank, root, hash from commits where region = @region and position > @after order by position limit @limit";
    private const string ReadEvents = """
        select position, recorded, type, subject, file, body, erased, hash from events
         where region = @region and position > @after and position <= @last order by position
        """;

    private const string ReadOutside = "select position from events where region = @region and (position < 1 or position > @head) order by position limit 1";

    /// <summary>Checks every log, one after another, each to its first break. It keeps one commit in memory, however long the log is.</summary>
    /// <param name="wanted">Leaves that are looked for, as receipts have them; what is found in a log is taken out.</param>
    /// <param name="progress">Learns now and then how far it is.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<LogVerdict> Verify(ISet<ByteString> wanted, IProgress<LogProgress> progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await connection.ExecuteAsync(Begin.For(connection));
        foreach (var region in (await connection.QueryAsync<string>(ReadRegions)).ToList())
        {
            yield return await Verify(region, wanted, progress, cancellation);
        }

        await connection.ExecuteAsync("rollback transaction");
    }

    private async Task<LogVerdict> Verify(string region, ISet<ByteString> wanted, IProgress<LogProgress> progress, CancellationToken cancellation)
    {
        var (head, headHash) = await connection.QuerySingleOrDefaultAsync<(long, byte[])?>(ReadHead, new { region }) ?? (0, new byte[HashChain.HashLength]);
        var chain = new ChainCheck(wanted);
        while (await NextCommits(region, chain.Position) is { Count: > 0 } commits)
        {
            if (await Verify(region, chain, commits, cancellation) is { } broken)
            {
                return Verdict(broken);
            }

            progress.Report(new(region, chain.Position, head));
        }

        if (chain.Position != head)
        {
            return Verdict(new(Math.Min(chain.Position, head) + 1, LogFault.Head, $"the head says that the log ends at {head}, and its commits end at {chain.Position}"));
        }

        if (!chain.Hash.AsSpan().SequenceEqual(headHash))
        {
            return Verdict(new(head + 1, LogFault.Head, $"the head has another hash than the last commit, which ends at {head}"));
        }

        return await connection.ExecuteScalarAsync(ReadOutside, new { region, head }) is { } outside
            ? Verdict(new(outside as long? ?? head + 1, LogFault.Beyond, $"the event lies outside the log, which goes from 1 to {head}"))
            : Verdict(null);

        LogVerdict Verdict(LogBreak? broken) =>
            new(region, broken is null or { Fault: LogFault.Beyond } ? chain.Position : broken.Position - 1, chain.Erased, broken, chain.Hash);
    }

    private async Task<List<StoredCommit>> NextCommits(string region, long after) =>
        (await connection.QueryAsync<StoredCommit>(ReadCommits, new { region, after, limit = CommitsAtOnce })).ToList();

    private async Task<LogBreak?> Verify(string region, ChainCheck chain, IReadOnlyList<StoredCommit> commits, CancellationToken cancellation)
    {
        await using var row = await connection.ExecuteReaderAsync(ReadEvents, new { region, after = chain.Position, last = commits[^1].Position });
        foreach (var commit in commits)
        {
            while (chain.Position < commit.Position)
            {
                cancellation.ThrowIfCancellationRequested();
                if ((await row.ReadAsync(cancellation) ? chain.Take(row) : chain.Missing()) is { } broken)
                {
                    return broken;
                }
            }

            if (chain.Close(commit) is { } apart)
            {
                return apart;
            }
        }

        return null;
    }
}
