using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Processes;

/// <summary>What .NET does not offer of Linux and macOS.</summary>
internal static class Unix
{
    private const int Sigterm = 15;

    /// <summary>Leaves the session, and with it the process group and the terminal, of the parent.</summary>
    public static void StartSession()
    {
        if (SetSid() < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Asks a process to end; on Windows, which has no such request, ends it.</summary>
    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            _ = Kill(process.Id, Sigterm);
        }
    }

    /// <summary>The process that started this one, or whichever has taken it in since that one ended.</summary>
    [DllImport("libc", EntryPoint = "getppid")]
    public static extern int ParentId();

    [DllImport("libc", EntryPoint = "setsid", SetLastError = true)]
    private static extern int SetSid();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int pid, int signal);
}
