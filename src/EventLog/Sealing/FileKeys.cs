using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog.Sealing;

/// <summary>The keys under which bodies are sealed, one for each case or file. Erasing a case is destroying its key.</summary>
/// <remarks>A key lies in the transaction of the first event that needs it, wrapped by a key that is kept apart from the data; so there is no event without
/// its key and no key without its event.</remarks>
internal sealed class FileKeys(SecretKeys keys)
{
    /// <summary>The key that wraps the others.</summary>
    public const string WrappingKey = "file-keys";

    private const int KeyLength = 32;

    // OFFSET 0 holds PostgreSQL to looking up each file: it would read a table of some ten thousand keys for a few hundred of them.
    private static readonly Sql Find = new(
        "select file, wrapped, wrapping from file_keys where file in (select unhex(value) from json_each(@files))",
        "select found.* from unnest(@files) as wanted(id) cross join lateral (select file, wrapped, wrapping from file_keys where file = wanted.id offset 0) as found");

    private static readonly TableWriter<WrappedKey> Writer = new("file_keys")
    {
        { "file", row => row.File },
        { "wrapped", row => row.Wrapped },
        { "wrapping", row => row.Wrapping },
    };

    /// <summary>The keys of these files; a file that has none yet gets one.</summary>
    /// <remarks>The log's head is held, and a file belongs to one log: nobody else makes the same key now.</remarks>
    public async Task<IReadOnlyDictionary<Guid, Seal>> GetOrCreate(DbTransaction transaction, IEnumerable<byte[]> files)
    {
        var wanted = files.Select(Id).ToHashSet();
        var found = Open(await Read(transaction.Connection!, transaction, wanted));
        var made = wanted.Where(file => !found.ContainsKey(file)).ToDictionary(file => file, _ => RandomNumberGenerator.GetBytes(KeyLength));
        var version = keys.VersionsOf(WrappingKey).Max();
        using var wrapping = Wrapping(version);
        await Writer.Insert(transaction, [.. made.Select(key => new WrappedKey(Bytes(key.Key), wrapping.Close(key.Value, Bytes(key.Key)), version))]);
        foreach (var (file, key) in made)
        {
            found[file] = new Seal(key);
        }

        return found;
    }

    /// <summary>The keys of these files, as far as they have not been destroyed.</summary>
    public static async Task<IReadOnlyList<WrappedKey>> Read(DbConnection connection, DbTransaction? transaction, IReadOnlyCollection<Guid> files)
    {
        var rows = await connection.QueryAsync<(byte[] File, byte[] Wrapped, int Wrapping)>(Find.For(connection), new { files = connection.SetOf(files.Select(Bytes)) }, transaction);
        return [.. rows.Select(row => new WrappedKey(row.File, row.Wrapped, row.Wrapping))];
    }

    /// <summary>Unwraps them.</summary>
    public Dictionary<Guid, Seal> Open(IReadOnlyList<WrappedKey> wrapped)
    {
        var found = new Dictionary<Guid, Seal>(wrapped.Count);
        foreach (var version in wrapped.GroupBy(key => key.Wrapping))
        {
            using var wrapping = Wrapping(version.Key);
            foreach (var key in version)
            {
                found.Add(Id(key.File), new Seal(wrapping.Open(key.Wrapped, key.File)));
            }
        }

        return found;
    }

    /// <summary>A file as a key of a dictionary.</summary>
    public static Guid Id(byte[] file) => new(file, bigEndian: true);

    private static byte[] Bytes(Guid file) => file.ToByteArray(bigEndian: true);

    private Seal Wrapping(int version) => new(keys.Get(SecretKeys.NameOf(WrappingKey, version)));
}

/// <summary>The key of a file as it lies beside the events.</summary>
/// <param name="File">The file, 16 bytes.</param>
/// <param name="Wrapped">The key, closed under the wrapping key.</param>
/// <param name="Wrapping">Version of the wrapping key.</param>
internal sealed record WrappedKey(byte[] File, byte[] Wrapped, int Wrapping);
