using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;

namespace Regional.Subjects;

/// <summary>The secret keys of a service, one file each, in a folder that only its owner reads.</summary>
/// <remarks>Losing the key of a purpose loses the way from a number to its subject: the folder belongs in the backup, apart from the data. A key that is
/// missing or another than the one on which the data rest is never replaced; the service does not start.</remarks>
/// <param name="folder">Holds <c>{name}.key</c>, 32 random bytes each.</param>
/// <param name="database">Holds a proof of each key that has been used.</param>
public sealed class SecretKeys(string folder, Database database)
{
    private Dictionary<string, byte[]> _keys = [];

    /// <summary>The 32 bytes of the key with this name, which was opened at the start.</summary>
    /// <param name="name">Name of the key, like <c>leerplicht</c>.</param>
    public byte[] Get(string name) => _keys[name];

    /// <summary>The name of a version of a key: <c>leerplicht</c>, <c>leerplicht.2</c>, <c>leerplicht.3</c>.</summary>
    public static string NameOf(string key, int version) => version == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}.{version}");

    /// <summary>The versions of a key that are open.</summary>
    public IReadOnlyCollection<int> VersionsOf(string key) => [.. _keys.Keys.Where(name => name == key || name.StartsWith($"{key}.", StringComparison.Ordinal)).Select(name => VersionOf(key, name))];

    /// <summary>Which version of a key that is.</summary>
    public static int VersionOf(string key, string name) => name == key ? 1 : int.Parse(name.AsSpan(key.Length + 1), CultureInfo.InvariantCulture);

    /// <summary>Opens the keys that the service asks for and every key on which the data rest; one that is used for the first time is made at random.</summary>
    /// <exception cref="StartupFaultException">One is missing, damaged or another.</exception>
    public Task Open(IEnumerable<string> names) => database.Write(async transaction =>
    {
        var connection = transaction.Connection!;
        var proofs = (await connection.QueryAsync<(string Name, byte[] Proof)>("select name, proof from key_proofs", transaction: transaction)).ToDictionary(p => p.Name, p => p.Proof);
        var keys = new Dictionary<string, byte[]>();
        foreach (var name in proofs.Keys.Union(names))
        {
            var known = proofs.GetValueOrDefault(name);
            keys[name] = Open(name, known, out var proof);
            if (known is null && await connection.ExecuteAsync("insert into key_proofs(name, proof) values (@name, @proof) on conflict do nothing", new { name, proof }, transaction) == 0)
            {
                // Another process was first; it must have the same key.
                Open(name, await connection.QuerySingleAsync<byte[]>("select proof from key_proofs where name = @name", new { name }, transaction), out _);
            }
        }

        _keys = keys;
    });

    /// <summary>Gives up keys on which nothing rests any more; their files may be destroyed.</summary>
    public async Task Forget(IReadOnlyCollection<string> names)
    {
        await database.Write(transaction => transaction.Connection!.ExecuteAsync("delete from key_proofs where name = @name", names.Select(name => new { name }), transaction));
        _keys = _keys.Where(key => !names.Contains(key.Key)).ToDictionary();
    }

    private byte[] Open(string name, byte[]? known, out byte[] proof)
    {
        var file = Path.Combine(folder, $"{name}.key");
        if (known is not null && !File.Exists(file))
        {
            throw new StartupFaultException($"{file} is missing, and the data rest on it; restore it from the backup of the keys.");
        }

        var key = SecretFile.GetOrCreate(file, () => RandomNumberGenerator.GetBytes(32));
        proof = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(name));
        return key.Length == 32 && (known is null || proof.AsSpan().SequenceEqual(known))
            ? key
            : throw new StartupFaultException($"{file} is damaged or another key than the one on which the data rest; restore it from the backup of the keys.");
    }
}
