using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Regional.Tests;

internal static class Unix
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Thaw = 18; // as Linux counts
    public const int Freeze = 19;

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

    /// <summary>The process and all that descend from it; Linux only.</summary>
    public static IReadOnlyList<int> ProcessesBelow(int pid)
    {
        var children = Process.GetProcesses().Select(process => process.Id).ToLookup(ParentOf);
        var tree = new List<int> { pid };
        for (var parent = 0; parent < tree.Count; parent++)
        {
            tree.AddRange(children[tree[parent]]);
        }

        return tree;
    }

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            return 0;
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
