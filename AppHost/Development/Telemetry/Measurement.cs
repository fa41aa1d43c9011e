using Regional.Wire.Otlp.V1;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>A point as it comes in, with all that says where it belongs.</summary>
internal sealed record Measurement(Instrument Instrument, string Instance, IReadOnlyList<Field> Fields, Point Point, IReadOnlyList<double> Bounds)
{
    /// <summary>The most buckets that a distribution may have: .NET's own have 15 or 16.</summary>
    public const int MostBuckets = 32;

    private const int MostFields = 16;
    private const int LongestText = 256;

    /// <summary>Tells the series of one instrument apart.</summary>
    public string SeriesKey { get; } = string.Join('\n', [Instance, .. Fields.Select(field => $"{field.Name}\t{field.Value}")]);

    /// <summary>Reads what an instrument sends.</summary>
    /// <param name="sender">The process.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="sent">The instrument with its points.</param>
    /// <param name="refused">What was refused of it is added here.</param>
    public static IEnumerable<Measurement> Read(Sender sender, string meter, Metric sent, Refusals refused)
    {
        var name = new InstrumentName(sender.Service, meter, Field.Cut(sent.Name, LongestText));
        switch (sent.DataCase)
        {
            case Metric.DataOneofCase.Gauge:
                return Numbers(InstrumentKind.Gauge, sent.Gauge.DataPoints);
            case Metric.DataOneofCase.Sum when sent.Sum.AggregationTemporality == AggregationTemporality.Cumulative:
                return Numbers(sent.Sum.IsMonotonic ? InstrumentKind.Counter : InstrumentKind.Gauge, sent.Sum.DataPoints);
            case Metric.DataOneofCase.Histogram when sent.Histogram.AggregationTemporality == AggregationTemporality.Cumulative:
                return Distributions(sent.Histogram.DataPoints);
            case Metric.DataOneofCase.Sum or Metric.DataOneofCase.Histogram:
                refused.Add(
                    Math.Max(1, sent.Sum?.DataPoints.Count ?? sent.Histogram.DataPoints.Count),
                    $"{name.Name}: only cumulative sums and histograms are read. Set OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE=cumulative.");
                return [];
            default:
                refused.Add(1, $"{name.Name}: only gauges, sums and histograms with explicit buckets are read.");
                return [];
        }

        Instrument Instrument(InstrumentKind kind) => new(name, kind, Field.Cut(sent.Unit, LongestText), Field.Cut(sent.Description, LongestText));

        List<Measurement> Numbers(InstrumentKind kind, IReadOnlyCollection<NumberDataPoint> points)
        {
            var instrument = Instrument(kind);
            var read = new List<Measurement>(points.Count);
            foreach (var point in points)
            {
                var value = point.ValueCase == NumberDataPoint.ValueOneofCase.AsInt ? point.AsInt : point.AsDouble;
                if (double.IsFinite(value))
                {
                    read.Add(new(instrument, sender.Instance, FieldsOf(point.Attributes), new(Traced.Moment(point.TimeUnixNano), value, []), []));
                }
                else
                {
                    refused.Add(1, $"{name.Name}: a point has the value {value}, which is no number.");
                }
            }

            return read;
        }

        List<Measurement> Distributions(IReadOnlyCollection<HistogramDataPoint> points)
        {
            var instrument = Instrument(InstrumentKind.Histogram);
            var read = new List<Measurement>(points.Count);
            foreach (var point in points)
            {
                if (point.BucketCounts.Count is > 0 and <= MostBuckets && point.BucketCounts.Count == point.ExplicitBounds.Count + 1)
                {
                    read.Add(new(
                        instrument, sender.Instance, FieldsOf(point.Attributes),
                        new(Traced.Moment(point.TimeUnixNano), point.Count, [.. point.BucketCounts]), [.. point.ExplicitBounds]));
                }
                else
                {
                    refused.Add(1, $"{name.Name}: a point has {point.BucketCounts.Count} buckets and {point.ExplicitBounds.Count} bounds. "
                        + $"There must be 1 to {MostBuckets} buckets, and one bound less.");
                }
            }

            return read;
        }
    }

    private static IReadOnlyList<Field> FieldsOf(Google.Protobuf.Collections.RepeatedField<KeyValue> attributes) =>
        [.. Field.Read(attributes).Take(MostFields).Select(field => field with { Value = Field.Cut(field.Value, LongestText) }).OrderBy(field => field.Name, StringComparer.Ordinal)];
}

/// <summary>What was refused of a batch: how many points, and the first reason.</summary>
internal sealed class Refusals
{
    public long Points { get; private set; }

    public string Reason { get; private set; } = "";

    public void Add(int points, string reason)
    {
        Points += points;
        Reason = Reason.Length == 0 ? reason : Reason;
    }
}
