using System.Data.Common;
using Dapper;
using Google.Protobuf;
using Regional.EventLog.Chain;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Receipts.V1;

namespace Regional.EventLog.Receipts;

/// <summary>Gives receipts of requests that were stored, from what the log holds: so a repeat gets the same one, and who asks for none pays nothing.</summary>
/// <param name="database">Holds the log.</param>
/// <param name="keys">Sign.</param>
public sealed class ReceiptIssuer(Database database, ReceiptKeys keys)
{
    private static readonly Sql FindRequests = new(
        "select request_id, region, position from request_keys where caller = @caller and request_id in (select unhex(value) from json_each(@ids)) order by region, position",
        "select request_id, region, position from request_keys where caller = @caller and request_id = any(@ids) order by region, position");

    private const string ReadCommit = "select position, blank, root, hash from commits where region = @region and position >= @position order by position limit 1";
    private const string ReadPrevious = "select position, hash from commits where region = @region and position < @position order by position desc limit 1";
    private const string ReadLeaves = "select hash from events where region = @region and position > @after and position <= @last order by position";
    private const string ReadSignature = "select region, position, public_key as PublicKey, signature from commit_signatures where region = @Region and position = @Position";
    private const string DropSignature = "delete from commit_signatures where region = @Region and position = @Position and public_key = @PublicKey";

    // Of two who sign one commit at once the first one's signature is kept, and both give that.
    private readonly TableWriter<StoredCommit> _signatures = new("commit_signatures", "on conflict do nothing")
    {
        { "region", commit => commit.Region },
        { "position", commit => commit.Position },
        { "public_key", _ => keys.PublicKey.ToArray() },
        { "signature", commit => keys.Sign(commit.Hash) },
    };

    /// <summary>The receipts of these requests; one that was not stored has none.</summary>
    /// <param name="caller">Whose requests they are, as in <see cref="RequestKey"/>.</param>
    /// <param name="requests">Their ids.</param>
    /// <exception cref="InvalidDataException">The log does not hold what its commit says; nothing is signed then.</exception>
    public async Task<IReadOnlyDictionary<Guid, Receipt>> Issue(string caller, IReadOnlyCollection<Guid> requests)
    {
        await using var connection = await database.OpenReader();
        var found = await connection.QueryAsync<(byte[] Id, string Region, long Position)>(
            FindRequests.For(connection), new { caller, ids = connection.SetOf(requests.Select(id => id.ToByteArray(bigEndian: true))) });
        var stored = new List<(Guid Id, int Index, StoredCommit Commit)>();
        foreach (var (id, region, position) in found)
        {
            var commit = stored.Count > 0 && stored[^1].Commit.Holds(region, position) ? stored[^1].Commit : await Read(connection, region, position);
            stored.Add((new Guid(id, bigEndian: true), (int)(position - commit.Previous - 1), commit));
        }

        var signed = await Sign(connection, [.. stored.Select(s => s.Commit).Distinct()]);
        return stored.ToDictionary(s => s.Id, s => ReceiptOf(s.Id, s.Index, s.Commit, signed[s.Commit]));
    }

    private static async Task<StoredCommit> Read(DbConnection connection, string region, long position)
    {
        var (last, blank, root, hash) = await connection.QuerySingleAsync<(long, byte[], byte[], byte[])>(ReadCommit, new { region, position });
        var (previous, previousHash) = await connection.QuerySingleOrDefaultAsync<(long, byte[])?>(ReadPrevious, new { region, position }) ?? (0, new byte[HashChain.HashLength]);
        var tree = new MerkleTree((await connection.QueryAsync<byte[]>(ReadLeaves, new { region, after = previous, last })).ToList(), blank);
        return tree.Root.AsSpan().SequenceEqual(root) && HashChain.Commit(previousHash, root).AsSpan().SequenceEqual(hash)
            ? new StoredCommit(region, last, previous, previousHash, hash, tree)
            : throw new InvalidDataException($"The log of {region} does not hold what its commit at {last} says; verify it before it signs anything.");
    }

    private async Task<IReadOnlyDictionary<StoredCommit, CommitSignature>> Sign(DbConnection connection, IReadOnlyList<StoredCommit> commits)
    {
        var published = keys.Public();
        var signed = new Dictionary<StoredCommit, CommitSignature>();
        var withdrawn = new List<CommitSignature>();
        await ReadSignatures();
        if (signed.Count < commits.Count)
        {
            await database.Write(async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(DropSignature, withdrawn, transaction);
                await _signatures.Insert(transaction, [.. commits.Where(c => !signed.ContainsKey(c))]);
            });
            await ReadSignatures();
        }

        return signed;

        async Task ReadSignatures()
        {
            foreach (var commit in commits.Where(c => !signed.ContainsKey(c)))
            {
                if (await connection.QuerySingleOrDefaultAsync<CommitSignature>(ReadSignature, new { commit.Region, commit.Position }) is { } signature)
                {
                    // With a key that is not, or no longer, one of the service's nobody could check it.
                    if (published.Any(key => key.AsSpan().SequenceEqual(signature.PublicKey)))
                    {
                        signed.Add(commit, signature);
                    }
                    else
                    {
                        withdrawn.Add(signature);
                    }
                }
            }
        }
    }

    private static Receipt ReceiptOf(Guid id, int index, StoredCommit commit, CommitSignature signed) => new()
    {
        RequestId = id.ToString(),
        Leaf = UnsafeByteOperations.UnsafeWrap(commit.Tree.Leaf(index)),
        Path = { commit.Tree.Path(index).Select(node => UnsafeByteOperations.UnsafeWrap(node)) },
        Root = UnsafeByteOperations.UnsafeWrap(commit.Tree.Root),
        Previous = UnsafeByteOperations.UnsafeWrap(commit.PreviousHash),
        PublicKey = UnsafeByteOperations.UnsafeWrap(signed.PublicKey),
        Signature = UnsafeByteOperations.UnsafeWrap(signed.Signature),
    };

    private sealed record CommitSignature(string Region, long Position, byte[] PublicKey, byte[] Signature);

    // Told apart by itself, not by what it holds: a class, not a record.
    private sealed class StoredCommit(string region, long position, long previous, byte[] previousHash, byte[] hash, MerkleTree tree)
    {
        public string Region => region;

        /// <summary>Of its last event.</summary>
        public long Position => position;

        /// <summary>Position of the last event of the commit before it.</summary>
        public long Previous => previous;

        public byte[] PreviousHash => previousHash;

        public byte[] Hash => hash;

        public MerkleTree Tree => tree;

        public bool Holds(string otherRegion, long otherPosition) => region == otherRegion && otherPosition > previous && otherPosition <= position;
    }
}
