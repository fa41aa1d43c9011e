using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Regional.Bench.Measuring;
using Regional.Bench.Services;
using Regional.Bench.Signals;
using Regional.Bench.Stores;

namespace Regional.Bench.Writing;

/// <summary>Whether the memory of Signalering stays what it is while signals come as fast as it takes them.</summary>
internal static class Memory
{
    private const int Limit = 300;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static Command Command()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long.", DefaultValueFactory = _ => 10 };
        var database = new Option<string>("--database") { Description = "What it stores in.", DefaultValueFactory = _ => "sqlite" };
        database.AcceptOnlyFromAmong("sqlite", "postgres");
        var command = new Command("memory", $"Pushes signals into Signalering as fast as it takes them, and watches its memory: the most it held, and how much it grew in the second half. Asked for: under {Limit} MB, and no growth.")
        {
            minutes,
            database,
        };
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(database)!, TimeSpan.FromMinutes(parsed.GetValue(minutes)), cancellation));
        return command;
    }

    private static async Task Run(string database, TimeSpan duration, CancellationToken cancellation)
    {
        await using Engine engine = database == "sqlite" ? new Sqlite() : await PostgreSql.Start(cancellation);
        await using var place = await engine.NewPlace();
        await using var service = await ServiceProcess.Start("Signalering", place, cancellation);
        var watch = Stopwatch.StartNew();
        var pushed = 0L;
        var pushing = Sender.PushAll(
            service,
            [.. Enumerable.Range(0, SignalSource.Streams).Select(stream => SignalSource.Batches(stream).TakeWhile(batch => watch.Elapsed < duration && Interlocked.Add(ref pushed, batch.Signals.Count) > 0))],
            cancellation);
        var seen = new List<(double Minute, double Megabytes)>();
        while (!pushing.IsCompleted)
        {
            seen.Add((watch.Elapsed.TotalMinutes, service.Memory / 1e6));
            await Task.WhenAny(pushing, Task.Delay(Look, cancellation));
        }

        await pushing;
        Result.Print(
            new JsonObject
            {
                ["bench"] = "memory",
                ["minutes"] = Math.Round(duration.TotalMinutes, 1),
                ["signals_per_second"] = Math.Round(pushed / watch.Elapsed.TotalSeconds),
                ["peak_mb"] = Math.Round(service.PeakMemory / 1e6),
                ["at_most_mb"] = Limit,
                ["growth_mb_per_minute"] = Math.Round(Slope([.. seen.Where(each => each.Minute > duration.TotalMinutes / 2)]), 2),
                ["third_quarter_mb"] = Math.Round(Mean(seen, 0.50, 0.75)),
                ["last_quarter_mb"] = Math.Round(Mean(seen, 0.75, 1.00)),
            },
            engine.Version);

        double Mean(IEnumerable<(double Minute, double Megabytes)> all, double from, double to) =>
            all.Where(each => each.Minute >= from * duration.TotalMinutes && each.Minute < to * duration.TotalMinutes).Select(each => each.Megabytes).DefaultIfEmpty().Average();
    }

    // By least squares.
    private static double Slope(IReadOnlyList<(double Minute, double Megabytes)> seen)
    {
        var (minute, megabytes) = (seen.Average(each => each.Minute), seen.Average(each => each.Megabytes));
        return seen.Sum(each => (each.Minute - minute) * (each.Megabytes - megabytes)) / seen.Sum(each => (each.Minute - minute) * (each.Minute - minute));
    }
}
