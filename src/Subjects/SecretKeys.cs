using System.Security.Cryptography;

namespace Regional.Subjects;

/// <summary>The secret keys of a service, one file each, in a folder that only its owner reads.</summary>
/// <remarks>Losing the key of a purpose loses the way from a number to its subject: the folder belongs in the backup, apart from the data.</remarks>
public sealed class SecretKeys(string folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The 32 bytes of the key with this name; made at random where there is none yet.</summary>
    /// <param name="name">Name of the key, like <c>leerplicht</c>.</param>
    /// <exception cref="InvalidDataException">The file does not hold 32 bytes.</exception>
    public byte[] Get(string name)
    {
        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        var file = Path.Combine(folder, $"{name}.key");
        if (!File.Exists(file))
        {
            Make(file);
        }

        var key = File.ReadAllBytes(file);
        return key.Length == 32 ? key : throw new InvalidDataException($"{file} does not hold a key of 32 bytes; restore it from the backup.");
    }

    // Two processes that start at once must end with one key: the file appears whole under its name or not at all.
    private static void Make(string file)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            stream.Write(RandomNumberGenerator.GetBytes(32));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
