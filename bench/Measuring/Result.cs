using System.Text.Json.Nodes;

namespace Regional.Bench.Measuring;

/// <summary>The line that a benchmark prints last.</summary>
internal static class Result
{
    /// <summary>Prints it.</summary>
    /// <param name="bench">Name of the benchmark.</param>
    /// <param name="database">Name and version of what stored the data; empty where nothing is stored.</param>
    /// <param name="atLeast">The ratio that is asked for.</param>
    /// <param name="ours">What is measured.</param>
    /// <param name="baseline">What it is measured against.</param>
    /// <param name="more">What else there is to say.</param>
    public static void Print(string bench, string database, double atLeast, Contender ours, Contender baseline, params IEnumerable<(string Name, double Value)> more)
    {
        var ratios = ours.Turns.Zip(baseline.Turns, (one, other) => one.PerSecond / other.PerSecond).ToList();
        var line = new JsonObject
        {
            ["bench"] = bench,
            ["ratio"] = Math.Round(ours.PerSecond / baseline.PerSecond, 3),
            ["at_least"] = atLeast,
            ["ratio_min"] = Math.Round(ratios.Min(), 3),
            ["ratio_max"] = Math.Round(ratios.Max(), 3),
            ["ours_per_second"] = Math.Round(ours.PerSecond),
            ["baseline_per_second"] = Math.Round(baseline.PerSecond),
            ["ours_cpu_seconds"] = Math.Round(ours.CpuSeconds, 2),
            ["baseline_cpu_seconds"] = Math.Round(baseline.CpuSeconds, 2),
        };
        foreach (var (name, value) in more)
        {
            line[name] = Math.Round(value, 3);
        }

        Print(line, database);
    }

    /// <summary>Prints a line of another make, with the versions.</summary>
    public static void Print(JsonObject line, string database)
    {
        line["runtime"] = $".NET {Environment.Version}";
        line["database"] = database;
        line["cores"] = Environment.ProcessorCount;
        Console.WriteLine(line.ToJsonString());
    }
}
