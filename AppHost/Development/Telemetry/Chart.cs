namespace Regional.AppHost.Development.Telemetry;

/// <summary>Lines over the last five minutes.</summary>
/// <param name="Lines">At least one where anything was measured.</param>
/// <param name="MoreLines">How many were left out, beyond eight.</param>
/// <param name="End">The moment of the last value of each line.</param>
/// <param name="Unit">In which unit, by UCUM; that of a rate ends in <c>/s</c>.</param>
public sealed record Chart(IReadOnlyList<ChartLine> Lines, int MoreLines, DateTimeOffset End, string Unit)
{
    /// <summary>Values of each line.</summary>
    public const int Values = 60;

    /// <summary>Time between two values.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    private const int MostLines = 8;

    private static readonly (double Share, string Label)[] Percentiles = [(0.5, "p50"), (0.95, "p95"), (0.99, "p99")];

    // Whoever has been silent for longer is taken to be gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The highest value; zero where there is none.</summary>
    public double Highest => Lines.SelectMany(line => line.Values).Max() ?? 0;

    /// <summary>The lowest value; zero where there is none.</summary>
    public double Lowest => Lines.SelectMany(line => line.Values).Min() ?? 0;

    /// <summary>The moment of a value.</summary>
    public DateTimeOffset TimeOf(int value) => End - Step * (Values - 1 - value);

    /// <summary>Counters as rates, distributions as percentiles of all series together, and all else as it was measured.</summary>
    internal static Chart Of(Instrument instrument, IReadOnlyList<Series> series, DateTimeOffset now)
    {
        // By the clock, not by when it was looked at: so that a line moves on, and does not change behind.
        var end = new DateTimeOffset(now.Ticks - now.Ticks % Step.Ticks, now.Offset);
        return instrument.Kind switch
        {
            InstrumentKind.Histogram => new(PercentilesOf(series, end), 0, end, instrument.Unit),
            InstrumentKind.Counter => Of(series, each => Rates(each, end), end, $"{instrument.Unit}/s"),
            _ => Of(series, each => [.. Times(end).Skip(1).Select(time => PointAt(each, time)?.Value)], end, instrument.Unit),
        };
    }

    private static Chart Of(IReadOnlyList<Series> series, Func<Series, IReadOnlyList<double?>> values, DateTimeOffset end, string unit)
    {
        var severalInstances = series.DistinctBy(each => each.Instance).Skip(1).Any();
        var lines = series.Select(each => new ChartLine(Label(each, severalInstances), values(each)))
            .Where(line => line.Values.Any(value => value is not null))
            .OrderByDescending(line => line.Values.Max())
            .ThenBy(line => line.Label, StringComparer.Ordinal)
            .ToList();
        return new([.. lines.Take(MostLines)], Math.Max(0, lines.Count - MostLines), end, unit);
    }

    /// <summary>What tells a series from the others of its instrument.</summary>
    internal static string Label(Series series, bool withInstance) => (series.Fields, withInstance) switch
    {
        ({ Count: 0 }, false) => "all",
        ({ Count: 0 }, true) => series.Instance,
        _ => string.Join(", ", series.Fields.Select(field => $"{field.Name}={field.Value}")) + (withInstance ? $" ({series.Instance})" : ""),
    };

    private static IReadOnlyList<double?> Rates(Series series, DateTimeOffset end)
    {
        var values = Times(end).Select(time => CountAt(series, time)).ToList();
        return [.. values.Skip(1).Select((now, i) => (now - values[i]) switch
        {
            < 0 => now / Step.TotalSeconds, // it began again
            var more => more / Step.TotalSeconds,
        })];
    }

    private static IReadOnlyList<ChartLine> PercentilesOf(IReadOnlyList<Series> series, DateTimeOffset end)
    {
        if (series is not [{ Bounds: var bounds }, ..])
        {
            return [];
        }

        var alike = series.Where(each => each.Bounds.SequenceEqual(bounds)).Select(each => Times(end).Select(time => BucketsAt(each, time)).ToList()).ToList();
        var added = Enumerable.Range(1, Values).Select(time => Added(alike, time, bounds.Count + 1)).ToList();
        return [.. Percentiles.Select(percentile => new ChartLine(percentile.Label, [.. added.Select(buckets => Percentile(buckets, bounds, percentile.Share))]))];
    }

    // What each bucket of all series together gained between a time and the one before.
    private static double[] Added(IReadOnlyList<IReadOnlyList<IReadOnlyList<ulong>?>> series, int time, int buckets)
    {
        var added = new double[buckets];
        foreach (var times in series)
        {
            if (times[time] is { } now && times[time - 1] is { } before)
            {
                for (var i = 0; i < now.Count; i++)
                {
                    var was = i < before.Count ? before[i] : 0;
                    added[i] += now[i] >= was ? now[i] - was : now[i];
                }
            }
        }

        return added;
    }

    /// <summary>The value below which a share of the values lies, taking those of a bucket to be spread evenly; null where there are none.</summary>
    internal static double? Percentile(IReadOnlyList<double> buckets, IReadOnlyList<double> bounds, double share)
    {
        var wanted = buckets.Sum() * share;
        if (wanted <= 0)
        {
            return null;
        }

        var below = 0.0;
        for (var i = 0; i < bounds.Count; i++)
        {
            if (below + buckets[i] >= wanted)
            {
                var from = i == 0 ? Math.Min(0, bounds[0]) : bounds[i - 1];
                return from + (bounds[i] - from) * (wanted - below) / buckets[i];
            }

            below += buckets[i];
        }

        return bounds.Count > 0 ? bounds[^1] : null; // beyond the last bound nothing is known but that
    }

    private static double? CountAt(Series series, DateTimeOffset time) => PointAt(series, time)?.Value ?? (IsBefore(series, time) ? 0 : null);

    private static IReadOnlyList<ulong>? BucketsAt(Series series, DateTimeOffset time) => PointAt(series, time)?.Buckets ?? (IsBefore(series, time) ? [] : null);

    private static Point? PointAt(Series series, DateTimeOffset time)
    {
        var last = series.Points.Count - 1;
        while (last >= 0 && series.Points[last].At > time)
        {
            last--;
        }

        return last >= 0 && time - series.Points[last].At <= Patience ? series.Points[last] : null;
    }

    // Before its first point a process had counted nothing.
    private static bool IsBefore(Series series, DateTimeOffset time) => series.IsWhole && series.Points[0].At > time;

    private static IEnumerable<DateTimeOffset> Times(DateTimeOffset end) => Enumerable.Range(0, Values + 1).Select(i => end - Step * (Values - i));
}

/// <summary>A line of a chart.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Values">Sixty, the last of them the newest; null where nothing was measured.</param>
public sealed record ChartLine(string Label, IReadOnlyList<double?> Values)
{
    /// <summary>The newest value; null where nothing was measured.</summary>
    public double? Last => Values[^1];
}
