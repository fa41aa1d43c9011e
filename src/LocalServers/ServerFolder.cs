#pragma warning disable CA1416 // file modes: LocalServer refuses every system but Linux
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Regional.LocalServers;

/// <summary>The folder of one server, for its owner only: its data, its password, its log.</summary>
internal sealed class ServerFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int PasswordLength = 32;
    private const int LastLines = 10;

    private readonly bool _isTemporary;

    private ServerFolder(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
    }

    public string Path { get; }

    public string Log => File("server.log");

    public string Data => File("data");

    /// <summary>Opens the folder, makes it where it is not there, or makes a temporary one where none is given.</summary>
    /// <exception cref="LocalServerException">It cannot be used; says why in one line.</exception>
    public static ServerFolder Open(string? given, string server)
    {
        var path = given is null ? Directory.CreateTempSubdirectory($"regional-{server}-").FullName : System.IO.Path.GetFullPath(given);
        try
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
            if ((System.IO.File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0)
            {
                throw new LocalServerException($"The folder {path} of {server} is open to other users: run `chmod 700 {path}`, or give another folder.");
            }

            System.IO.File.AppendAllText(System.IO.Path.Combine(path, "server.log"), "");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LocalServerException($"The folder {path} cannot hold the data of {server}: {fault.Message} Give a folder that you may write to.");
        }

        return new(path, isTemporary: given is null);
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Whom clients log in as, which the data remember.</summary>
    /// <exception cref="LocalServerException">There are data of another one.</exception>
    public string User(string given) => Remembered("user", given, () => given);

    /// <summary>The server's password, made at its first start unless one is given.</summary>
    /// <exception cref="LocalServerException">There are data, but the password has gone or is another one.</exception>
    public string Password(string? given) => Remembered(
        "password", given, () => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", PasswordLength));

    /// <summary>Writes a file that only its owner may read, as a whole.</summary>
    public void WriteSecret(string name, string content)
    {
        var draft = File($"{name}.{Guid.NewGuid():N}");
        using (var stream = new FileStream(draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        System.IO.File.Move(draft, File(name), overwrite: true);
    }

    /// <summary>Gives the folder and its password to the user as whom the server runs.</summary>
    public void GiveTo(string user)
    {
        using var chown = Process.Start("chown", [$"{user}:{user}", Path, File("password")]);
        chown.WaitForExit();
        if (chown.ExitCode != 0)
        {
            throw new LocalServerException($"The folder {Path} cannot be given to the user '{user}', as whom the server runs. Give another folder.");
        }
    }

    /// <summary>The last lines of the log after so many bytes of it.</summary>
    public string LastWords(long after)
    {
        using var stream = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = after;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(LastLines).ToList();
        return lines.Count == 0 ? " It wrote nothing." : $" Its last lines:{string.Concat(lines.Select(line => $"{Environment.NewLine}    {line}"))}";
    }

    /// <summary>Removes a temporary folder; a given one stays.</summary>
    public void Release()
    {
        if (_isTemporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private string Remembered(string name, string? given, Func<string> make)
    {
        var (file, hasData) = (File(name), Directory.Exists(Data));
        if (hasData && !System.IO.File.Exists(file))
        {
            throw new LocalServerException($"{file} is missing, and {Data} cannot be opened without it: put it back, or delete the folder to begin anew.");
        }

        if (hasData && given is not null && System.IO.File.ReadAllText(file) != given)
        {
            throw new LocalServerException($"{Data} was made with another {name} than the one given: give the one in {file}, or delete the folder to begin anew.");
        }

        if (!System.IO.File.Exists(file) || given is not null)
        {
            WriteSecret(name, given ?? make());
        }

        return System.IO.File.ReadAllText(file);
    }
}
