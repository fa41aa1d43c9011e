using Regional.AppHost.Development.Telemetry;

namespace Regional.AppHost.Tests.Telemetry;

public sealed class A_chart
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 5, 0, TimeSpan.Zero);

    [Fact]
    public void of_a_counter_shows_how_many_came_each_second()
    {
        var chart = Of(InstrumentKind.Counter, Counted("a", isWhole: true, (270, 0), (275, 50), (280, 50), (285, 60), (290, 60), (295, 60), (300, 65)));

        Assert.Equal([10, 0, 2, 0, 0, 1], chart.Lines.Single().Values.TakeLast(6));
        Assert.Equal("{signal}/s", chart.Unit);
    }

    [Fact]
    public void of_a_counter_takes_what_a_process_first_tells_as_counted_since_then()
    {
        Assert.Equal([0, 1, 0], Of(InstrumentKind.Counter, Counted("a", isWhole: true, (292, 5), (299, 5))).Lines.Single().Values.TakeLast(3));
        Assert.Equal([null, null, 0], Of(InstrumentKind.Counter, Counted("a", isWhole: false, (292, 5), (299, 5))).Lines.Single().Values.TakeLast(3));
    }

    [Fact]
    public void of_a_counter_that_began_again_goes_on_from_zero() =>
        Assert.Equal([2, 1], Of(InstrumentKind.Counter, Counted("a", isWhole: false, (290, 100), (295, 110), (300, 5))).Lines.Single().Values.TakeLast(2));

    [Fact]
    public void of_a_value_shows_it_as_long_as_somebody_tells_it()
    {
        var values = Of(InstrumentKind.Gauge, Counted("a", isWhole: true, (250, -3), (255, 4))).Lines.Single().Values;

        Assert.Equal([null, -3, 4, 4, 4, 4, null], values.Skip(48).Take(7));
    }

    [Fact]
    public void of_a_distribution_shows_percentiles_of_all_series_together()
    {
        var chart = Of(InstrumentKind.Histogram, Distributed([0, 0, 0], [40, 10, 0]), Distributed([5, 5, 5], [15, 5, 45]));

        Assert.Equal(["p50", "p95", "p99"], chart.Lines.Select(line => line.Label));
        Assert.Equal([1, 2, 2], chart.Lines.Select(line => line.Last));
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.75, 1.44)]
    [InlineData(0.99, 2)]
    public void takes_the_values_of_a_bucket_to_be_spread_evenly(double share, double expected) =>
        Assert.Equal(expected, Chart.Percentile([10, 8, 2], [0.5, 2], share)!.Value, 2);

    [Fact]
    public void shows_the_eight_highest_lines_and_says_how_many_more_there_are()
    {
        var chart = Of(InstrumentKind.Gauge, [.. Enumerable.Range(1, 11).Select(number => Counted($"{number:00}", isWhole: true, (300, number)))]);

        Assert.Equal(["of=11", "of=04"], [chart.Lines[0].Label, chart.Lines[^1].Label]);
        Assert.Equal((8, 3), (chart.Lines.Count, chart.MoreLines));
    }

    [Theory]
    [InlineData(0, "s", "0 s")]
    [InlineData(0.000812, "s", "812 µs")]
    [InlineData(0.0123, "s", "12.3 ms")]
    [InlineData(4.05, "s", "4.05 s")]
    [InlineData(125, "s", "2 min 5 s")]
    [InlineData(250, "ms", "250 ms")]
    [InlineData(1536, "By", "1.5 KiB")]
    [InlineData(0.024, "s/s", "2.4 %")]
    [InlineData(1234.5, "{signal}/s", "1,235 signal/s")]
    [InlineData(0, "", "0")]
    public void writes_a_number_in_its_unit(double value, string unit, string expected) => Assert.Equal(expected, Quantity.Text(value, unit));

    private static Chart Of(InstrumentKind kind, params Series[] series) => Chart.Of(new(new("signalering", "Regional", "signals"), kind, "{signal}", ""), series, Now.AddSeconds(2));

    // Seconds since 9:00.
    private static Series Counted(string of, bool isWhole, params (int At, double Value)[] points) =>
        new("1", [new("of", of)], isWhole, [.. points.Select(point => new Point(Now.AddSeconds(point.At - 300), point.Value, []))], []);

    private static Series Distributed(ulong[] before, ulong[] now) =>
        new("1", [], false, [new(Now.AddSeconds(-5), 0, before), new(Now, 0, now)], [1, 2]);
}
