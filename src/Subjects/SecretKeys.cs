using System.Security.Cryptography;
using Regional.ServiceDefaults.Storage;

namespace Regional.Subjects;

/// <summary>The secret keys of a service, one file each, in a folder that only its owner reads.</summary>
/// <remarks>Losing the key of a purpose loses the way from a number to its subject: the folder belongs in the backup, apart from the data.</remarks>
public sealed class SecretKeys(string folder)
{
    /// <summary>The 32 bytes of the key with this name; made at random where there is none yet.</summary>
    /// <param name="name">Name of the key, like <c>leerplicht</c>.</param>
    /// <exception cref="InvalidDataException">The file does not hold 32 bytes.</exception>
    public byte[] Get(string name)
    {
        var file = Path.Combine(folder, $"{name}.key");
        var key = SecretFile.GetOrCreate(file, () => RandomNumberGenerator.GetBytes(32));
        return key.Length == 32 ? key : throw new InvalidDataException($"{file} does not hold a key of 32 bytes; restore it from the backup.");
    }
}
