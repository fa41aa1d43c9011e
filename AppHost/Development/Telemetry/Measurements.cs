namespace Regional.AppHost.Development.Telemetry;

/// <summary>The newest measurements: of each series so many points, and so many series; whichever was longest silent goes first.</summary>
/// <remarks>
/// The worst that can be sent, distributions of 32 buckets that change in every point, takes about 100 MB. The stack itself takes some MB.
/// </remarks>
internal sealed class Measurements
{
    /// <summary>The most points of a series: five minutes, at one in a second.</summary>
    public const int MostPoints = 300;

    /// <summary>The most series of an instrument.</summary>
    public const int MostSeriesOfInstrument = 100;

    /// <summary>The most series of all instruments together.</summary>
    public const int MostSeries = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<InstrumentName, Kept> _instruments = [];
    private int _series;

    /// <summary>Rises with everything that comes in.</summary>
    public long Version { get; private set; }

    public void Add(IReadOnlyCollection<Measurement> measurements)
    {
        lock (_gate)
        {
            foreach (var measurement in measurements)
            {
                SeriesOf(measurement).Add(measurement.Point);
            }

            Version += measurements.Count;
        }
    }

    /// <summary>All instruments, by service, meter and name.</summary>
    public IReadOnlyList<Instrument> Instruments()
    {
        lock (_gate)
        {
            return [.. _instruments.Values.Select(kept => kept.Instrument)
                .OrderBy(each => each.Name.Service, StringComparer.Ordinal)
                .ThenBy(each => each.Name.Meter, StringComparer.Ordinal)
                .ThenBy(each => each.Name.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>What an instrument measured; empty for one that is not known, or no longer.</summary>
    public IReadOnlyList<Series> Of(InstrumentName name)
    {
        lock (_gate)
        {
            return _instruments.TryGetValue(name, out var kept) ? [.. kept.Series.Values.Select(series => series.Copy())] : [];
        }
    }

    private KeptSeries SeriesOf(Measurement measurement)
    {
        var name = measurement.Instrument.Name;
        if (!_instruments.TryGetValue(name, out var kept) || kept.Instrument.Kind != measurement.Instrument.Kind)
        {
            _series -= kept?.Series.Count ?? 0;
            _instruments[name] = kept = new(measurement.Instrument, []);
        }

        if (kept.Series.TryGetValue(measurement.SeriesKey, out var series) && series.Bounds.SequenceEqual(measurement.Bounds))
        {
            return series;
        }

        _series += series is null ? 1 : 0;
        kept.Series[measurement.SeriesKey] = series = new(measurement);
        if (kept.Series.Count > MostSeriesOfInstrument)
        {
            Forget(kept, LongestSilent([kept], series));
        }

        if (_series > MostSeries)
        {
            var silent = LongestSilent(_instruments.Values, series);
            Forget(_instruments[silent.Instrument], silent);
        }

        return series;
    }

    private static KeptSeries LongestSilent(IEnumerable<Kept> instruments, KeptSeries butNot) =>
        instruments.SelectMany(kept => kept.Series.Values).Where(series => series != butNot).MinBy(series => series.LastAt)!;

    private void Forget(Kept kept, KeptSeries series)
    {
        _series--;
        kept.Series.Remove(series.Key);
        if (kept.Series.Count == 0)
        {
            _instruments.Remove(kept.Instrument.Name);
        }
    }

    private sealed record Kept(Instrument Instrument, Dictionary<string, KeptSeries> Series);

    private sealed class KeptSeries(Measurement first)
    {
        private readonly Queue<Point> _points = new();
        private Point _last = first.Point;
        private bool _isWhole = true;

        public InstrumentName Instrument => first.Instrument.Name;

        public string Key => first.SeriesKey;

        public IReadOnlyList<double> Bounds => first.Bounds;

        public DateTimeOffset LastAt => _last.At;

        public void Add(Point point)
        {
            // A distribution in which nothing happened is sent again and again: one copy of its buckets will do.
            _last = point.Buckets.SequenceEqual(_last.Buckets) ? point with { Buckets = _last.Buckets } : point;
            _points.Enqueue(_last);
            if (_points.Count > MostPoints)
            {
                _points.Dequeue();
                _isWhole = false;
            }
        }

        public Series Copy() => new(first.Instance, first.Fields, _isWhole, [.. _points], first.Bounds);
    }
}
