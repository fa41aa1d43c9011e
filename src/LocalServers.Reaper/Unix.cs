using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Regional.LocalServers.Processes;

/// <summary>What .NET does not offer of Linux and macOS.</summary>
internal static class Unix
{
    public const int Sigint = 2;
    public const int Sigterm = 15;
    public const int Sigcont = 18; // these two have other numbers on macOS, where no server is started
    public const int Sigstop = 19;

    /// <summary>Leaves the session, and with it the process group and the terminal, of the parent.</summary>
    public static void StartSession()
    {
        if (SetSid() < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Asks a process to end; on Windows, which has no such request, ends it.</summary>
    public static void Terminate(Process process, int signal = Sigterm)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            Signal(process.Id, signal);
        }
    }

    /// <summary>Sends a signal; one to a process that has ended is lost.</summary>
    public static void Signal(int pid, int signal) => _ = Kill(pid, signal);

    /// <summary>The process that started this one, or whichever has taken it in since that one ended.</summary>
    [DllImport("libc", EntryPoint = "getppid")]
    public static extern int ParentId();

    /// <summary>The parent of any process; null where it has ended, and where the system is not Linux.</summary>
    public static int? ParentOf(int pid)
    {
        try
        {
            // `4711 (name, which may hold anything) S 4710 …`
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "setsid", SetLastError = true)]
    private static extern int SetSid();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);
}
