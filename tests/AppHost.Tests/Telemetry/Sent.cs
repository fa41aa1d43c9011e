using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Regional.AppHost.Development.Telemetry;
using Regional.Wire.Otlp.V1;

namespace Regional.AppHost.Tests.Telemetry;

/// <summary>Telemetry as a sender makes it, without a library of OpenTelemetry: also what such a library would never send.</summary>
internal static class Sent
{
    private static readonly DateTimeOffset Start = new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero);

    public static Wire.Otlp.V1.Span Span(int number, int trace, int parent = 0, string name = "work") => new()
    {
        TraceId = Id(16, trace),
        SpanId = Id(8, number),
        ParentSpanId = parent == 0 ? ByteString.Empty : Id(8, parent),
        Name = name,
        StartTimeUnixNano = Nanoseconds(number),
        EndTimeUnixNano = Nanoseconds(number + 1),
    };

    public static ExportTraceServiceRequest Spans(params IEnumerable<Wire.Otlp.V1.Span> spans) => new()
    {
        ResourceSpans = { new ResourceSpans { Resource = Resource("signalering"), ScopeSpans = { new ScopeSpans { Scope = new() { Name = "Regional.Test" }, Spans = { spans } } } } },
    };

    public static ExportLogsServiceRequest Logs(params IEnumerable<Wire.Otlp.V1.LogRecord> records) => new()
    {
        ResourceLogs = { new ResourceLogs { Resource = Resource("signalering"), ScopeLogs = { new ScopeLogs { Scope = new() { Name = "Regional.Test" }, LogRecords = { records } } } } },
    };

    public static ExportMetricsServiceRequest Metrics(params IEnumerable<Metric> metrics) => new()
    {
        ResourceMetrics = { new ResourceMetrics { Resource = Resource("signalering"), ScopeMetrics = { new ScopeMetrics { Scope = new() { Name = "Regional.Test" }, Metrics = { metrics } } } } },
    };

    public static Metric Counter(string name, double value, int second, string of = "") => new()
    {
        Name = name,
        Sum = new()
        {
            IsMonotonic = true,
            AggregationTemporality = AggregationTemporality.Cumulative,
            DataPoints = { new NumberDataPoint { AsDouble = value, TimeUnixNano = Nanoseconds(second), Attributes = { Attribute("of", of) } } },
        },
    };

    public static KeyValue Attribute(string key, string value) => new() { Key = key, Value = new() { StringValue = value } };

    public static ulong Nanoseconds(int second) => (ulong)(Start.AddSeconds(second).ToUnixTimeMilliseconds() * 1_000_000);

    public static ByteString Id(int length, int number) => ByteString.CopyFrom(Convert.FromHexString(number.ToString(CultureInfo.InvariantCulture).PadLeft(2 * length, '0')));

    /// <summary>Sends it as the collector of its kind takes it.</summary>
    public static async Task<TResponse> To<TRequest, TResponse>(OtlpEndpoint endpoint, string service, TRequest request, string? headers = null)
        where TRequest : class, IMessage<TRequest>, new()
        where TResponse : class, IMessage<TResponse>, new()
    {
        using var channel = GrpcChannel.ForAddress(endpoint.Address);
        var export = new Method<TRequest, TResponse>(
            MethodType.Unary, $"opentelemetry.proto.collector.{service}", "Export",
            new(message => message.ToByteArray(), new MessageParser<TRequest>(() => new()).ParseFrom),
            new(message => message.ToByteArray(), new MessageParser<TResponse>(() => new()).ParseFrom));
        var metadata = new Metadata();
        if ((headers ?? endpoint.Headers).Split('=') is [var name, var value])
        {
            metadata.Add(name, value);
        }

        return await channel.CreateCallInvoker().AsyncUnaryCall(
            export, null, new(metadata, DateTime.UtcNow.AddSeconds(30), TestContext.Current.CancellationToken), request);
    }

    public static Task<ExportTraceServiceResponse> To(OtlpEndpoint endpoint, ExportTraceServiceRequest request, string? headers = null) =>
        To<ExportTraceServiceRequest, ExportTraceServiceResponse>(endpoint, "trace.v1.TraceService", request, headers);

    public static Task<ExportLogsServiceResponse> To(OtlpEndpoint endpoint, ExportLogsServiceRequest request) =>
        To<ExportLogsServiceRequest, ExportLogsServiceResponse>(endpoint, "logs.v1.LogsService", request);

    public static Task<ExportMetricsServiceResponse> To(OtlpEndpoint endpoint, ExportMetricsServiceRequest request) =>
        To<ExportMetricsServiceRequest, ExportMetricsServiceResponse>(endpoint, "metrics.v1.MetricsService", request);

    private static Wire.Otlp.V1.Resource Resource(string service) => new() { Attributes = { Attribute("service.name", service), Attribute("service.instance.id", "1") } };
}
