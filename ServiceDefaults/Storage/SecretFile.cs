using System.Runtime.InteropServices;

namespace Regional.ServiceDefaults.Storage;

/// <summary>Folders and files that only their owner may read.</summary>
public static class SecretFile
{
    private const int FileExists = 17; // EEXIST, on Linux and macOS alike
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the folder, for its owner only, where it is not there yet. On Windows the access rules of the parent hold.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerReadsAndWrites | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The content of the file; made by <paramref name="make"/> where there is none yet.</summary>
    /// <remarks>Two processes that start at once end with one content: the file appears whole under its name or not at all.</remarks>
    public static byte[] GetOrCreate(string file, Func<byte[]> make)
    {
        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (!File.Exists(file))
        {
            Create(file, make());
        }

        return File.ReadAllBytes(file);
    }

    /// <summary>Opens the file for one user at a time, in this process and others; made empty, for its owner only, where there is none yet.</summary>
    /// <exception cref="IOException">Another has it open.</exception>
    public static FileStream OpenAlone(string file, FileAccess access)
    {
        CreateFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerReadsAndWrites;
        }

        return new FileStream(file, options);
    }

    private static void Create(string file, byte[] content)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerReadsAndWrites;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            Publish(draft, file);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    // Of two who publish at once, one must lose: what each has read before would otherwise differ. File.Move looks first and renames then, so both may win.
    private static void Publish(string draft, string file)
    {
        if (OperatingSystem.IsWindows())
        {
            try
            {
                File.Move(draft, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another was first.
            }
        }
        else if (Link(draft, file) != 0 && Marshal.GetLastPInvokeError() != FileExists)
        {
            throw new IOException($"{file} cannot be made: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
