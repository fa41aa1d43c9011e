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

    /// <summary>The processes that have a variable in their environment; Linux only. A zombie has none.</summary>
    public static IEnumerable<int> ProcessesWith(string variable)
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (EnvironmentOf(process.Id).Split('\0').Contains(variable))
                {
                    yield return process.Id;
                }
            }
        }
    }

    private static string EnvironmentOf(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/environ");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int pid, int signal);
}
