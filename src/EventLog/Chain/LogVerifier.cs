using System.Data.Common;
using Dapper;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog.Chain;

/// <summary>What became of the check of a log.</summary>
/// <param name="Region">The log.</param>
/// <param name="Events">How many events were found in order.</param>
/// <param name="Erased">How many of these have been erased.</param>
/// <param name="BrokenAt">The first position at which the log is not what was appended; null where all of it is.</param>
/// <param name="Problem">What is wrong there; empty where nothing is.</param>
/// <param name="Hash">The chain's hash at the last position: compare it with one that was noted elsewhere.</param>
public sealed record LogVerdict(string Region, long Events, long Erased, long? BrokenAt, string Problem, ReadOnlyMemory<byte> Hash);

/// <summary>Checks the logs of a database against their chain, without a key and without the service.</summary>
/// <remarks>It shows that nothing was changed, moved, put in or taken out since it was appended. Who can write the whole database can forge a whole chain: so
/// note the hash now and then where they cannot write.</remarks>
public sealed class LogVerifier(Database database)
{
    private const int CommitsAtOnce = 200;

    private const string ReadHeads = "select region, position, hash from logs order by region";
    private const string ReadCommits = "select position, blank, root, hash from commits where region = @region and position > @after order by position limit @limit";
    private const string ReadEvents = """
        select position, recorded, type, subject, file, body, erased, hash from events
         where region = @region and position > @after and position <= @last order by position
        """;

    /// <summary>Checks every log, one after another.</summary>
    /// <param name="progress">Learns now and then how many events of the present log were checked.</param>
    /// <param name="cancellation">Gives up.</param>
    public async IAsyncEnumerable<LogVerdict> Verify(IProgress<(string Region, long Events)>? progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader();
        foreach (var (region, position, hash) in (await connection.QueryAsync<(string, long, byte[])>(ReadHeads)).ToList())
        {
            yield return await Verify(connection, region, position, hash, progress, cancellation);
        }
    }

    private static async Task<LogVerdict> Verify(
        DbConnection connection, string region, long head, byte[] headHash, IProgress<(string, long)>? progress, CancellationToken cancellation)
    {
        var (position, erased, chain) = (0L, 0L, new byte[HashChain.HashLength]);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var commits = (await connection.QueryAsync<(long Position, byte[] Blank, byte[] Root, byte[] Hash)>(ReadCommits, new { region, after = position, limit = CommitsAtOnce })).ToList();
            if (commits.Count == 0)
            {
                break;
            }

            var events = new Queue<StoredEvent>(await connection.QueryAsync<StoredEvent>(ReadEvents, new { region, after = position, last = commits[^1].Position }));
            foreach (var commit in commits)
            {
                var leaves = new List<byte[]>();
                for (; position < commit.Position; position++)
                {
                    if (!events.TryDequeue(out var next) || next.Position != position + 1)
                    {
                        return Broken(position + 1, "the event is missing");
                    }

                    if (!next.IsWhole)
                    {
                        return Broken(position + 1, "the event is not what was appended");
                    }

                    leaves.Add(next.Hash);
                    erased += next.Erased is null ? 0 : 1;
                }

                var first = position + 1 - leaves.Count;
                var root = new MerkleTree(leaves, commit.Blank).Root;
                chain = HashChain.Commit(chain, root);
                if (!root.AsSpan().SequenceEqual(commit.Root))
                {
                    return Broken(first, $"the events {first} to {position} are not those of their commit");
                }

                if (!chain.AsSpan().SequenceEqual(commit.Hash))
                {
                    return Broken(first, $"the commit that ends at {position} does not follow from the one before it");
                }
            }

            progress?.Report((region, position));
        }

        return position != head || !chain.AsSpan().SequenceEqual(headHash)
            ? Broken(Math.Min(position, head) + 1, $"the head says that the log ends at {head}, and its commits end at {position}")
            : await connection.QuerySingleOrDefaultAsync<long?>("select min(position) from events where region = @region and position > @head", new { region, head }) is { } beyond
                ? Broken(beyond, "the event lies beyond the head")
                : new LogVerdict(region, position, erased, null, "", chain);

        LogVerdict Broken(long at, string problem) => new(region, at - 1, erased, at, problem, chain);
    }

    private sealed record StoredEvent(long Position, long Recorded, string Type, byte[]? Subject, byte[]? File, byte[]? Body, byte[]? Erased, byte[] Hash)
    {
        public bool IsWhole => HashChain.Leaf(Position, Recorded, Type, Erased ?? HashChain.Content(Subject, File, Body)).AsSpan().SequenceEqual(Hash);
    }
}
