using System.Diagnostics;
using Regional.AppHost.Development.Telemetry;
using Regional.Wire.Otlp.V1;
using LogRecord = Regional.Wire.Otlp.V1.LogRecord;
using Span = Regional.Wire.Otlp.V1.Span;

namespace Regional.AppHost.Tests.Telemetry;

public sealed class The_telemetry_that_is_kept
{
    private const string Long = "a text that goes on and on ";

    private readonly TelemetryStore _store = new();
    private readonly TraceCollector _traces;
    private readonly LogCollector _logs;
    private readonly MetricCollector _metrics;

    public The_telemetry_that_is_kept() => (_traces, _logs, _metrics) = (new(_store), new(_store), new(_store));

    [Fact]
    public void is_bounded_in_number_and_the_oldest_goes_first()
    {
        const int sent = 3 * TelemetryStore.MostSpans;
        foreach (var batch in Enumerable.Range(1, sent).Chunk(500))
        {
            _traces.Export(Sent.Spans(batch.Select(number => Sent.Span(number, trace: (number + 1) / 2))), null!);
            _logs.Export(Sent.Logs(batch.Select(number => Record(trace: number))), null!);
        }

        Assert.Equal(TelemetryStore.MostSpans, _store.Spans.Count);
        Assert.Equal(TelemetryStore.MostSpans / 2, _store.Spans.Traces().Count);
        Assert.Equal(TelemetryStore.MostLogRecords, _store.Logs.Count);
        Assert.Empty(_store.Spans.Of(Trace(1)));
        Assert.Empty(_store.Logs.Of(Trace(1)));
        Assert.Equal(2, _store.Spans.Of(Trace(sent / 2)).Count);
        Assert.Single(_store.Logs.Of(Trace(sent)));
    }

    [Fact]
    public void is_bounded_in_memory_whatever_is_sent()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var batch = 0; batch < 40; batch++)
        {
            _traces.Export(Sent.Spans(Enumerable.Range(1, 20).Select(number => HugeSpan(20 * batch + number))), null!);
            _logs.Export(Sent.Logs(Enumerable.Range(1, 20).Select(number => HugeRecord(20 * batch + number))), null!);
        }

        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(_store);
        Assert.InRange(_store.Spans.Count, 1, TelemetryStore.MostSpans - 1);
        Assert.InRange(_store.Logs.Count, 1, TelemetryStore.MostLogRecords - 1);
        Assert.True(held < 4 * (TelemetryStore.MostSpanCharacters + TelemetryStore.MostLogCharacters), $"{held:N0} bytes are held.");
    }

    [Fact]
    public void is_bounded_in_series_and_points_too_and_whatever_was_longest_silent_goes_first()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var second = 0; second < Measurements.MostPoints + 10; second++)
        {
            _metrics.Export(Sent.Metrics(Enumerable.Range(0, 9).Select(number => Distributions($"steady {number}", second))), null!);
        }

        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(held < 200_000_000, $"{held:N0} bytes are held.");

        for (var number = 0; number < 2_000; number++)
        {
            _metrics.Export(Sent.Metrics(Sent.Counter("runaway", 1, 600 + number, $"{number}"), Sent.Counter($"counter {number}", 1, 600 + number)), null!);
        }

        var series = _store.Measurements.Instruments().ToDictionary(each => each.Name.Name, each => _store.Measurements.Of(each.Name));
        Assert.Equal(Measurements.MostSeries, series.Values.Sum(each => each.Count));
        Assert.Equal(Measurements.MostSeriesOfInstrument, series["runaway"].Count);
        Assert.All(series["runaway"], each => Assert.True(int.Parse(each.Fields.Single().Value, null) >= 2_000 - Measurements.MostSeriesOfInstrument));
        Assert.DoesNotContain("steady 0", series.Keys);
        Assert.Contains("counter 1999", series.Keys);
    }

    [Fact]
    public void is_for_each_series_the_newest_points()
    {
        for (var second = 0; second <= Measurements.MostPoints; second++)
        {
            _metrics.Export(Sent.Metrics(Sent.Counter("signals", second, second)), null!);
        }

        var series = Assert.Single(_store.Measurements.Of(new("signalering", "Regional.Test", "signals")));
        Assert.Equal(Enumerable.Range(1, Measurements.MostPoints).Select(each => (double)each), series.Points.Select(point => point.Value));
        Assert.False(series.IsWhole);
    }

    [Fact]
    public void is_cut_where_a_text_is_long()
    {
        var span = Sent.Span(1, trace: 1, name: Repeated(5_000));
        span.Attributes.Add(Sent.Attribute(Repeated(500), Repeated(50_000)));
        span.Attributes.Add(new KeyValue { Key = "nested", Value = Nested(10_000) });
        _traces.Export(Sent.Spans(span), null!);

        var kept = Assert.Single(_store.Spans.Of(Trace(1)));
        Assert.Equal((1_024, '…'), (kept.Name.Length, kept.Name[^1]));
        Assert.Equal((128, 1_024), (kept.Fields[0].Name.Length, kept.Fields[0].Value.Length));
        Assert.Equal("[[[[…]]]]", kept.Fields[1].Value);
    }

    [Fact]
    public async Task may_be_added_and_read_by_several_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var number = 1; number <= 5_000; number++)
            {
                _traces.Export(Sent.Spans(Sent.Span(number, trace: 1 + number % 50)), null!);
                _ = _store.Spans.Of(Trace(1 + writer));
            }
        })));

        Assert.Equal(TelemetryStore.MostSpans, _store.Spans.Count);
        Assert.Equal(TelemetryStore.MostSpans, _store.Spans.Traces().Sum(spans => spans.Count));
        Assert.Equal(20_000, _store.Spans.Version);
    }

    private static ActivityTraceId Trace(int number) => ActivityTraceId.CreateFromBytes(Sent.Id(16, number).Span);

    private static LogRecord Record(int trace) => new() { TraceId = Sent.Id(16, trace), SpanId = Sent.Id(8, 1) };

    private static string Repeated(int length) => string.Concat(Enumerable.Repeat(Long, length / Long.Length + 1))[..length];

    private static IEnumerable<KeyValue> HugeAttributes(int number) => Enumerable.Range(0, 100).Select(each => Sent.Attribute($"{each}", $"{number} {Repeated(2_000)}"));

    private static Span HugeSpan(int number)
    {
        var span = Sent.Span(number, trace: number);
        span.Attributes.Add(HugeAttributes(number));
        return span;
    }

    private static LogRecord HugeRecord(int number)
    {
        var record = Record(number);
        record.Attributes.Add(HugeAttributes(number));
        return record;
    }

    private static AnyValue Nested(int depth)
    {
        var value = new AnyValue { StringValue = "inmost" };
        for (var level = 0; level < depth; level++)
        {
            value = new() { ArrayValue = new() { Values = { value } } };
        }

        return value;
    }

    // A hundred series of as many buckets as may be, which change each time.
    private static Metric Distributions(string name, int second) => new()
    {
        Name = name,
        Histogram = new()
        {
            AggregationTemporality = AggregationTemporality.Cumulative,
            DataPoints =
            {
                Enumerable.Range(0, 100).Select(series => new HistogramDataPoint
                {
                    TimeUnixNano = Sent.Nanoseconds(second),
                    Count = (ulong)second,
                    BucketCounts = { Enumerable.Range(0, Measurement.MostBuckets).Select(bucket => (ulong)(second + bucket)) },
                    ExplicitBounds = { Enumerable.Range(1, Measurement.MostBuckets - 1).Select(bound => (double)bound) },
                    Attributes = { Sent.Attribute("series", $"{series}") },
                }),
            },
        },
    };
}
