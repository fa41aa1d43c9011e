using Regional.AppHost.Development.Telemetry;

namespace Regional.AppHost.Tests.Telemetry;

public sealed class A_trace
{
    [Fact]
    public void shows_each_span_below_the_one_in_which_it_was_begun_and_by_time() =>
        Assert.Equal([(1, 0), (2, 1), (4, 2), (3, 1)], Rows(Sent.Span(3, 1, parent: 1), Sent.Span(4, 1, parent: 2), Sent.Span(2, 1, parent: 1), Sent.Span(1, 1)));

    [Fact]
    public void begins_with_the_span_that_has_no_parent()
    {
        var trace = Trace(Sent.Span(2, 1, parent: 3, name: "earlier"), Sent.Span(3, 1, name: "first"));

        Assert.Equal(("first", true, TimeSpan.FromSeconds(2)), (trace.First.Name, trace.IsWhole, trace.Duration));
    }

    [Fact]
    public void of_which_the_beginning_still_runs_shows_what_has_ended()
    {
        var trace = Trace(Sent.Span(3, 1, parent: 1, name: "second"), Sent.Span(2, 1, parent: 1, name: "first"));

        Assert.Equal(("first", false), (trace.First.Name, trace.IsWhole));
        Assert.Equal([true, true], trace.Waterfall().Select(row => row.IsParentMissing));
    }

    [Fact]
    public void that_hangs_in_a_circle_is_shown_all_the_same() =>
        Assert.Equal([1, 2, 3], Rows(Sent.Span(1, 1, parent: 2), Sent.Span(2, 1, parent: 1), Sent.Span(3, 1, parent: 3)).Select(row => row.Span).Order());

    [Fact]
    public void of_ten_thousand_spans_within_each_other_is_shown()
    {
        var rows = Rows(Enumerable.Range(1, 10_000).Select(number => Sent.Span(number, 1, parent: number - 1)));

        Assert.Equal((10_000, 9_999), rows[^1]);
    }

    [Fact]
    public void is_found_by_a_name_an_attribute_a_fault_or_its_id()
    {
        var span = Sent.Span(1, 1, name: "PushSignals");
        span.Attributes.Add(Sent.Attribute("region", "VO2201"));
        span.Status = new() { Message = "DeadlineExceeded" };
        var trace = Trace(span);

        Assert.All(["pushsignals", "REGION", "vo2201", "deadline", "00000000000000000000000000000001"], text => Assert.True(trace.Contains(text)));
        Assert.False(trace.Contains("VO2202"));
    }

    [Fact]
    public void calls_a_gRPC_call_by_service_and_method() => Assert.Equal(
        ["SignaleringService/PushSignals", "append VO2201", "GET /health"],
        Trace(Sent.Span(1, 1, name: "regional.signalering.v1.SignaleringService/PushSignals"), Sent.Span(2, 1, name: "append VO2201"), Sent.Span(3, 1, name: "GET /health"))
            .Waterfall().Select(row => row.Span.ShortName));

    private static List<(int Span, int Depth)> Rows(params IEnumerable<Wire.Otlp.V1.Span> spans) =>
        [.. Trace(spans).Waterfall().Select(row => (int.Parse(row.Span.Id.ToHexString(), null), row.Depth))];

    private static Trace Trace(params IEnumerable<Wire.Otlp.V1.Span> spans)
    {
        var store = new TelemetryStore();
        new TraceCollector(store).Export(Sent.Spans(spans), null!);
        return store.Traces().Single();
    }
}
