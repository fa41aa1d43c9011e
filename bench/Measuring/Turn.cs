using System.Diagnostics;

namespace Regional.Bench.Measuring;

/// <summary>What one turn came to.</summary>
/// <param name="PerSecond">Items per second.</param>
/// <param name="CpuSeconds">Processor time of all that had a part in it: this process, services and database servers.</param>
internal sealed record Turn(double PerSecond, double CpuSeconds)
{
    /// <summary>Measures some work.</summary>
    /// <param name="items">What it works through.</param>
    /// <param name="others">Processes beside this one that have a part in it, by id.</param>
    /// <param name="work">The work.</param>
    public static async Task<Turn> Of(long items, Func<IEnumerable<int>> others, Func<Task> work)
    {
        var cpu = ProcessorTime(others());
        var watch = Stopwatch.StartNew();
        await work();
        return new(items / watch.Elapsed.TotalSeconds, ProcessorTime(others()) - cpu);
    }

    // With that of a server's sessions which have ended; what this process has ended are services of earlier turns.
    private static double ProcessorTime(IEnumerable<int> others) => Environment.CpuUsage.TotalTime.TotalSeconds + others.Sum(ProcessorTime);

    // After the name, which may hold spaces: `S 1 ...`, where the 12th to 15th are utime, stime, cutime, cstime in hundredths of a second.
    private static double ProcessorTime(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[11..15].Sum(ticks => long.Parse(ticks, null)) / 100.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
