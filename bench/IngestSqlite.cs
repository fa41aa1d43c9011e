using System.Diagnostics;
using System.Text.Json;

namespace Regional.Bench;

/// <summary>How fast signals get from a socket into the log, as a share of what the database can take.</summary>
/// <remarks>Ours and the baseline take turns (ours, baseline, baseline, ours), so that a machine that slows down slows both. Each round has files of its own.</remarks>
internal static class IngestSqlite
{
    public static async Task<int> Run(bool quick, CancellationToken cancellation)
    {
        var signals = quick ? 20_000 : 200_000;
        var batches = SignalSource.Batches(signals);
        var ours = new List<double>();
        var baseline = new List<double>();
        var peak = 0L;

        for (var round = 1; round <= (quick ? 1 : 2); round++)
        {
            var first = await Push(batches, signals, cancellation);
            using var rows = first.Folder;
            peak = Math.Max(peak, first.PeakBytes);
            ours.Add(first.PerSecond);
            baseline.Add(PreparedInserts.Run(rows.Path, SignalSource.BatchSize));
            Say($"round {round}: ours {ours[^1]:N0}/s, baseline {baseline[^1]:N0}/s, peak memory {first.PeakBytes / 1e6:N0} MB");
            if (quick)
            {
                break;
            }

            baseline.Add(PreparedInserts.Run(rows.Path, SignalSource.BatchSize));
            var second = await Push(batches, signals, cancellation);
            second.Folder.Dispose();
            peak = Math.Max(peak, second.PeakBytes);
            ours.Add(second.PerSecond);
            Say($"round {round} back: ours {ours[^1]:N0}/s, baseline {baseline[^1]:N0}/s, peak memory {second.PeakBytes / 1e6:N0} MB");
        }

        var ratios = ours.Zip(baseline, (o, b) => o / b).Order().ToList();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "ingest-sqlite",
            signals,
            batch = SignalSource.BatchSize,
            ours_per_second = Math.Round(Median(ours)),
            baseline_per_second = Math.Round(Median(baseline)),
            ratio = Math.Round(Median(ours) / Median(baseline), 3),
            ratio_min = Math.Round(ratios[0], 3),
            ratio_max = Math.Round(ratios[^1], 3),
            peak_memory_mb = Math.Round(peak / 1e6),
        }));
        return 0;
    }

    private static async Task<(double PerSecond, long PeakBytes, Scratch Folder)> Push(IReadOnlyList<SignalSource.Stream> streams, int signals, CancellationToken cancellation)
    {
        var folder = new Scratch();
        await using var service = await SignaleringProcess.Start(folder.Path, cancellation);
        // The first batches compile the hot path: on a service that runs for months that is nothing, in a short run it is not.
        await service.Push(SignalSource.WarmUp(), cancellation);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(streams.Select(stream => service.Push(stream, cancellation)));
        return (signals / watch.Elapsed.TotalSeconds, service.PeakMemory(), folder);
    }

    private static double Median(List<double> values)
    {
        var ordered = values.Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }

    private static void Say(string line) => Console.Error.WriteLine(line);
}

/// <summary>A folder for the files of one round.</summary>
internal sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("regional-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
