using System.Globalization;

namespace Regional.LocalServers.Tests;

/// <summary>What runs on this machine, as Linux tells it.</summary>
internal static class Machine
{
    /// <summary>The processes that have to do with a folder: that work in it, name it in their arguments or have it in their environment.</summary>
    public static IReadOnlyList<int> ProcessesOf(string folder) =>
        [.. Processes.Where(pid => Read(pid, "cmdline").Contains(folder, StringComparison.Ordinal)
            || Read(pid, "environ").Contains(folder, StringComparison.Ordinal)
            || WorkingFolder(pid).StartsWith(folder, StringComparison.Ordinal))];

    /// <summary>The processes that another has started, of those that name a program in their arguments.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent, string program) =>
        [.. Processes.Where(pid => Read(pid, "cmdline").Contains(program, StringComparison.Ordinal)
            && Read(pid, "stat") is { Length: > 0 } stat && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == $"{parent}")];

    /// <summary>What <c>ps</c> shows to everyone of every process.</summary>
    public static IEnumerable<string> CommandLines => Processes.Select(pid => Read(pid, "cmdline"));

    /// <summary>The environment that a process was started with, unless it has written over it.</summary>
    public static string EnvironmentOf(int pid) => Read(pid, "environ");

    /// <summary>Whether the process has been stopped in its tracks.</summary>
    public static bool IsFrozen(int pid) => Read(pid, "stat") is { Length: > 0 } stat && stat[stat.LastIndexOf(')') + 2] == 'T';

    private static IEnumerable<int> Processes => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => name!.All(char.IsAsciiDigit))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
        .Where(pid => pid != Environment.ProcessId);

    private static string Read(int pid, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string WorkingFolder(int pid)
    {
        try
        {
            return Directory.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName ?? "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
