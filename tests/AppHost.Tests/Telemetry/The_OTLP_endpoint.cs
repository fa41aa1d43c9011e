using Grpc.Core;
using Regional.AppHost.Development.Telemetry;
using Regional.Wire.Otlp.V1;

namespace Regional.AppHost.Tests.Telemetry;

public sealed class The_OTLP_endpoint : IAsyncLifetime
{
    private readonly TelemetryStore _store = new();
    private readonly OtlpEndpoint _endpoint;

    public The_OTLP_endpoint() => _endpoint = new(_store);

    public async ValueTask InitializeAsync() => await _endpoint.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("x-otlp-api-key=guessed")]
    public async Task refuses_a_sender_without_the_key_of_this_start(string headers)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Sent.To(_endpoint, Sent.Spans(Sent.Span(1, trace: 1)), headers));

        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
        Assert.Contains("x-otlp-api-key", refusal.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(0, _store.Spans.Count);
    }

    [Fact]
    public void listens_on_loopback_only() => Assert.StartsWith("http://127.0.0.1:", _endpoint.Address, StringComparison.Ordinal);

    [Fact]
    public async Task refuses_a_span_whose_id_is_none_and_says_what_an_id_is()
    {
        var span = Sent.Span(1, trace: 1);
        span.TraceId = Sent.Id(3, 1);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => Sent.To(_endpoint, Sent.Spans(span)));

        Assert.Equal((StatusCode.InvalidArgument, "trace_id has 3 bytes. It must have 16, and not all of them zero."), (refusal.StatusCode, refusal.Status.Detail));
    }

    [Fact]
    public async Task takes_what_it_can_read_of_measurements_and_names_what_it_refuses()
    {
        var delta = Sent.Counter("delta", 1, second: 0);
        delta.Sum.AggregationTemporality = AggregationTemporality.Delta;

        var answer = await Sent.To(_endpoint, Sent.Metrics(delta, Sent.Counter("none", double.NaN, second: 0), new Metric { Name = "summary" }, Sent.Counter("whole", 1, second: 0)));

        Assert.Equal(3, answer.PartialSuccess.RejectedDataPoints);
        Assert.Contains("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE=cumulative", answer.PartialSuccess.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("whole", Assert.Single(_store.Measurements.Instruments()).Name.Name);
    }
}
