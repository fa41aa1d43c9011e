using System.Collections.Concurrent;
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
public sealed class SecretKeys(string folder, SqliteDatabase database)
{
    private readonly ConcurrentDictionary<string, byte[]> _keys = new();

    /// <summary>The 32 bytes of the key with this name; made at random at its first use.</summary>
    /// <param name="name">Name of the key, like <c>leerplicht</c>.</param>
    /// <exception cref="StartupFaultException">The key is missing, damaged, or another than the one on which the data rest.</exception>
    public byte[] Get(string name) => _keys.GetOrAdd(name, Open);

    /// <summary>Opens every key on which the data rest.</summary>
    /// <exception cref="StartupFaultException">One is missing, damaged or another.</exception>
    public void Verify()
    {
        using var connection = database.OpenReader();
        foreach (var name in connection.Query<string>("select name from key_proofs"))
        {
            Get(name);
        }
    }

    private byte[] Open(string name)
    {
        var file = Path.Combine(folder, $"{name}.key");
        using var connection = database.OpenReader();
        var known = connection.QuerySingleOrDefault<byte[]>("select proof from key_proofs where name = @name", new { name });
        if (known is not null && !File.Exists(file))
        {
            throw new StartupFaultException($"{file} is missing, and the data rest on it; restore it from the backup of the keys.");
        }

        var key = SecretFile.GetOrCreate(file, () => RandomNumberGenerator.GetBytes(32));
        var proof = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(name));
        if (key.Length != 32 || (known is not null && !proof.SequenceEqual(known)))
        {
            throw new StartupFaultException($"{file} is damaged or another key than the one on which the data rest; restore it from the backup of the keys.");
        }

        if (known is null)
        {
            connection.Execute("insert into key_proofs(name, proof) values (@name, @proof) on conflict do nothing", new { name, proof });
        }

        return key;
    }
}
