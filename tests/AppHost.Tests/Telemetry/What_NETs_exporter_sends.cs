using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Regional.AppHost.Development.Telemetry;
using SpanKind = Regional.Wire.Otlp.V1.SpanKind;

namespace Regional.AppHost.Tests.Telemetry;

/// <summary>The real exporter, over a real socket.</summary>
public sealed class What_NETs_exporter_sends : IAsyncLifetime
{
    private static readonly ResourceBuilder Resource = ResourceBuilder.CreateEmpty().AddService("signalering", serviceInstanceId: "7a");

    private readonly string _source = $"Regional.Tests.{Guid.NewGuid():N}";
    private readonly TelemetryStore _store = new();
    private readonly OtlpEndpoint _endpoint;

    public What_NETs_exporter_sends() => _endpoint = new(_store);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _endpoint.StartAsync(Cancellation);

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();

    [Fact]
    public void is_taken_as_spans()
    {
        using var source = new ActivitySource(_source);
        ActivityTraceId trace;
        using (Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource).AddSource(_source).AddOtlpExporter(Configure).Build())
        {
            using var outer = source.StartActivity("outer", ActivityKind.Server)!.SetTag("rows", 3).SetTag("kinds", new[] { "a", "b" });
            outer.AddEvent(new("halfway", tags: new() { ["done"] = true }));
            source.StartActivity("inner")!.SetStatus(ActivityStatusCode.Error, "no such region").Dispose();
            outer.Stop();
            trace = outer.TraceId;
        }

        var spans = _store.Spans.Of(trace);
        var (inner, root) = (spans.Single(span => span.Name == "inner"), spans.Single(span => span.Name == "outer"));
        Assert.Equal(("signalering", _source, SpanKind.Server, null), (root.Service, root.Scope, root.Kind, root.Parent));
        Assert.Equal([new("rows", "3"), new("kinds", "[a, b]")], root.Fields);
        Assert.Equal(("halfway", "true"), (root.Events.Single().Name, root.Events.Single().Fields.Single().Value));
        Assert.Equal((root.Id, true, "no such region"), (inner.Parent, inner.IsError, inner.StatusMessage));
        Assert.InRange(inner.At, root.At, root.End);
    }

    [Fact]
    public void is_taken_as_log_records_where_they_belong_to_a_trace()
    {
        using var source = new ActivitySource(_source);
        using var traces = Sdk.CreateTracerProviderBuilder().AddSource(_source).Build();
        Activity activity;
        using (var loggers = LoggerFactory.Create(logging => logging.AddOpenTelemetry(telemetry => telemetry.SetResourceBuilder(Resource).AddOtlpExporter(Configure))))
        {
            var logger = loggers.CreateLogger("Regional.Test");
            logger.LogWarning("Outside of any trace.");
            using (activity = source.StartActivity("work")!)
            {
                logger.Log(LogLevel.Error, new EventId(7, "Lost"), "{Count} signals are lost.", 3);
            }
        }

        var record = Assert.Single(_store.Logs.Of(activity.TraceId));
        Assert.Equal((activity.SpanId, LogLevel.Error, "Lost", "Regional.Test"), (record.Span, record.Level, record.EventName, record.Category));
        Assert.Contains(new Field("Count", "3"), record.Fields);
        Assert.Equal(1, _store.Logs.Count);
    }

    [Fact]
    public void is_taken_as_measurements()
    {
        using var meter = new Meter(_source);
        using (Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource).AddMeter(_source).AddOtlpExporter(Configure).Build())
        {
            meter.CreateCounter<long>("signals", "{signal}", "Signals that were taken.").Add(5, new KeyValuePair<string, object?>("region", "VO2201"));
            meter.CreateUpDownCounter<int>("streams").Add(-2);
            meter.CreateHistogram<double>("duration", "s", advice: new() { HistogramBucketBoundaries = [0.1, 1] }).Record(0.5);
            meter.CreateObservableGauge("temperature", () => 36.6);
        }

        var counter = new Development.Telemetry.Instrument(new("signalering", _source, "signals"), InstrumentKind.Counter, "{signal}", "Signals that were taken.");
        Assert.Contains(counter, _store.Measurements.Instruments());
        var series = Assert.Single(_store.Measurements.Of(counter.Name));
        Assert.Equal(("7a", new Field("region", "VO2201"), true, 5), (series.Instance, series.Fields.Single(), series.IsWhole, series.Points[^1].Value));
        Assert.Equal((InstrumentKind.Gauge, -2), Last("streams"));
        Assert.Equal((InstrumentKind.Gauge, 36.6), Last("temperature"));
        Assert.Equal((InstrumentKind.Histogram, 1), Last("duration"));
        var distribution = Assert.Single(_store.Measurements.Of(counter.Name with { Name = "duration" }));
        Assert.Equal([0.1, 1], distribution.Bounds);
        Assert.Equal([0, 1, 0], distribution.Points[^1].Buckets);

        (InstrumentKind, double) Last(string name) => (
            _store.Measurements.Instruments().Single(instrument => instrument.Name.Name == name).Kind,
            Assert.Single(_store.Measurements.Of(counter.Name with { Name = name })).Points[^1].Value);
    }

    private void Configure(OtlpExporterOptions otlp) =>
        (otlp.Endpoint, otlp.Headers, otlp.Protocol) = (new(_endpoint.Address), _endpoint.Headers, OtlpExportProtocol.Grpc);
}
