using System.Runtime.InteropServices;
using Regional.ServiceDefaults.Storage;

namespace Regional.AppHost.Development;

/// <summary>Where a developer's stack reads its regions and keeps what it makes: for its owner's eyes only.</summary>
/// <param name="root">The folder of everything that the stack makes; one AppHost at a time has it.</param>
/// <param name="regions">The folder that holds a folder for each region.</param>
internal sealed class DevelopmentFolders(string root, string regions) : IDisposable
{
    private const uint GroupAndOthers = 0b111_111;

    private FileStream? _claim;

    public string Regions => regions;

    /// <summary>A folder for each service, with its database.</summary>
    public string Data => Path.Combine(root, "data");

    /// <summary>The key that signs development tokens.</summary>
    public string Keys => Path.Combine(root, "development");

    /// <summary>A folder for each server, with its data, and the passwords that were made for them.</summary>
    public string Servers => Path.Combine(root, "servers");

    /// <summary>A file for each service, with what it wrote since the stack was started.</summary>
    public string Logs => Path.Combine(root, "logs");

    /// <summary>Tells the command line where the running stack is.</summary>
    public string StackFile => Path.Combine(root, "stack.json");

    /// <summary>Makes the folders and takes them for this AppHost alone; the system gives them back when this process ends, however it ends.</summary>
    /// <exception cref="DistributedApplicationException">Another AppHost has them, or they cannot be written.</exception>
    /// <param name="fresh">Whether what former starts have made is removed.</param>
    public void Claim(bool fresh)
    {
        KeepFilesToOwner();
        var claim = Path.Combine(root, "apphost.lock");
        try
        {
            string[] folders = [Servers, Data, Keys, Logs];
            var isForeign = !File.Exists(claim) && folders.Any(Directory.Exists);
            SecretFile.CreateFolder(root);
            _claim = new FileStream(claim, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (fresh && isForeign)
            {
                _claim.Dispose();
                File.Delete(claim);
                throw new DistributedApplicationException($"--fresh removes nothing from {root}, which no AppHost has made. Give another folder with --folder <path>.");
            }

            File.Delete(StackFile); // of an AppHost that was killed
            foreach (var folder in folders)
            {
                Begin(folder, fresh);
            }
        }
        catch (IOException) when (_claim is null && File.Exists(claim))
        {
            throw new DistributedApplicationException(
                $"An AppHost is running on {root} already. Stop it first, or give this one a folder of its own: --folder <path>.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException($"{root} cannot be written: {exception.Message} Give another folder with --folder <path>.");
        }
    }

    // Away under another name first: data of which a part is gone would look like data.
    private static void Begin(string folder, bool fresh)
    {
        var removed = folder + ".removed";
        if (Directory.Exists(removed))
        {
            Directory.Delete(removed, recursive: true);
        }

        if (fresh && Directory.Exists(folder))
        {
            Directory.Move(folder, removed);
            Directory.Delete(removed, recursive: true);
            Console.WriteLine($"Removed {folder}.");
        }

        SecretFile.CreateFolder(folder);
    }

    public void Dispose() => _claim?.Dispose();

    // For the files of this process and of the services, which inherit it: their databases do not set a mode themselves.
    private static void KeepFilesToOwner()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetUmask(GroupAndOthers);
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint SetUmask(uint mask);
}
