using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Dapper;
using Google.Protobuf;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Refusals;
using Regional.Subjects;

namespace Regional.EventLog.Chain;

/// <summary>A request that a service has settled, and the event that came of it.</summary>
/// <param name="Id">Chosen by the sender.</param>
/// <param name="Region">Whose log holds the event.</param>
/// <param name="Position">Where.</param>
public sealed record SettledRequest(Guid Id, string Region, long Position)
{
    internal byte[] Digest { get; init; } = [];

    internal byte[] Key { get; init; } = [];

    /// <summary>What was answered; empty when it was erased.</summary>
    public ReadOnlyMemory<byte> Answer { get; init; }

    /// <summary>What happened; null where the log has no such event, or one that its key does not open.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Whether nothing is left of it but that it was there.</summary>
    public bool IsErased => Digest.Length == 0;

    /// <summary>Whether it was sent with this content.</summary>
    public bool Holds(IMessage content) => RequestDigest.Of(Key, content).AsSpan().SequenceEqual(Digest);
}

/// <summary>Reads the requests that a service has settled, where they lie, for who holds them against what was sent.</summary>
/// <param name="connection">Open, to the database; nothing else may use it meanwhile.</param>
/// <param name="keysFolder">The keys of the service: without them neither the digests nor the events can be compared with anything.</param>
public sealed class SettledRequests(DbConnection connection, string keysFolder)
{
    private const string ReadAll = """
        select k.request_id, k.region, k.position, k.digest, k.answer, e.body, f.file, f.wrapped, f.wrapping
          from request_keys k
          left join events e on e.region = k.region and e.position = k.position
          left join file_keys f on f.file = e.file
         order by k.region, k.position
        """;

    private const string ReadOthers = """
        select region, position from events e
         where type not like '%.gewist.v1' and not exists (select 1 from request_keys k where k.region = e.region and k.position = e.position)
         order by region, position
        """;

    private readonly Dictionary<string, byte[]> _keys = [];

    /// <summary>All of them, in the order of the logs.</summary>
    /// <exception cref="StartupFaultException">A key is not in the folder.</exception>
    public async IAsyncEnumerable<SettledRequest> Read([EnumeratorCancellation] CancellationToken cancellation)
    {
        var key = KeyOf(RequestDigest.Key);
        await using var row = await connection.ExecuteReaderAsync(ReadAll);
        while (await row.ReadAsync(cancellation))
        {
            var position = row.GetInt64(2);
            yield return new(new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true), row.GetString(1), position)
            {
                Key = key,
                Digest = Bytes(row, 3) ?? [],
                Answer = Bytes(row, 4) ?? [],
                Body = Bytes(row, 5) is { } body && Bytes(row, 7) is { } wrapped ? Open(body, position, row.GetFieldValue<byte[]>(6), wrapped, row.GetInt32(8)) : null,
            };
        }
    }

    /// <summary>Where events stand that came of no request, apart from those that tell of erasures.</summary>
    public async Task<IReadOnlyList<(string Region, long Position)>> OtherEvents() => (await connection.QueryAsync<(string, long)>(ReadOthers)).ToList();

    private byte[]? Open(byte[] body, long position, byte[] file, byte[] wrapped, int wrapping)
    {
        try
        {
            using var outer = new Seal(KeyOf(SecretKeys.NameOf(FileKeys.WrappingKey, wrapping)));
            using var inner = new Seal(outer.Open(wrapped, file));
            return SealedEvent.Open(body, position, inner);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private byte[] KeyOf(string name)
    {
        if (!_keys.TryGetValue(name, out var key))
        {
            var file = Path.Combine(keysFolder, $"{name}.key");
            _keys[name] = key = File.Exists(file) ? File.ReadAllBytes(file) : throw new StartupFaultException($"There is no key {file}. Name the folder of the service's keys.");
        }

        return key;
    }

    private static byte[]? Bytes(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
