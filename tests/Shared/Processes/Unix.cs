using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Regional.Tests;

internal static class Unix
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    public static void Signal(int pid, int signal) => Assert.Equal(0, SendSignal(pid, signal));

    public static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int pid, int signal);
}
