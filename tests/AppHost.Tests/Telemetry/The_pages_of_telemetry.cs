using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Regional.AppHost.Development.Telemetry;
using static Microsoft.Playwright.Assertions;
using Span = Regional.Wire.Otlp.V1.Span;

namespace Regional.AppHost.Tests.Telemetry;

public sealed class The_pages_of_telemetry(StatusStack stack, Chromium chromium) : IClassFixture<StatusStack>
{
    private static int _last;

    private TelemetryStore Store => stack.App.Services.GetRequiredService<TelemetryStore>();

    [Fact]
    public async Task list_traces_by_text_service_and_error_and_keep_the_choice_after_a_look_at_one()
    {
        var (good, bad) = (NewTrace(), NewTrace());
        Send(Sent.Span(1, good, name: "Good/Call"));
        Send(Failed(Sent.Span(1, bad, name: "Bad/Call")));
        var page = await stack.Open(chromium, "/traces");
        await Expect(RowOf(page, good)).ToBeVisibleAsync();

        await page.GetByLabel("Errors only").CheckAsync();
        await Expect(RowOf(page, good)).ToHaveCountAsync(0);
        await Expect(RowOf(page, bad)).ToContainTextAsync("error");

        await page.GetByLabel("Search").FillAsync("bad/");
        await page.GetByLabel("Service").SelectOptionAsync("signalering");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("signalering"));
        await RowOf(page, bad).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Bad/Call");
        await page.GoBackAsync();
        await Expect(page.GetByLabel("Errors only")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Search")).ToHaveValueAsync("bad/");
        await Expect(RowOf(page, bad)).ToBeVisibleAsync();

        await page.GetByLabel("Search").FillAsync("no such thing");
        await Expect(page.GetByText("traces is like that")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task show_what_comes_in_and_hold_still_while_paused()
    {
        var page = await stack.Open(chromium, "/traces");
        var (first, second) = (NewTrace(), NewTrace());
        Send(Sent.Span(1, first));
        await Expect(RowOf(page, first)).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync();
        Send(Sent.Span(1, second));
        await Expect(page.GetByText("more spans wait")).ToContainTextAsync("1 more");
        await page.GetByLabel("Order").SelectOptionAsync("slowest first");
        await Expect(RowOf(page, first)).ToBeVisibleAsync();
        await Expect(RowOf(page, second)).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(RowOf(page, second)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task show_a_trace_as_bars_that_are_opened_by_the_keyboard()
    {
        var trace = NewTrace();
        var inner = Failed(Sent.Span(2, trace, parent: 1, name: "inner"));
        inner.Attributes.Add(Sent.Attribute("html", "<img src=x onerror=alert(1)>"));
        inner.Events.Add(new Span.Types.Event { Name = "halfway", TimeUnixNano = Sent.Nanoseconds(2) });
        var outer = Sent.Span(1, trace, name: "outer");
        outer.EndTimeUnixNano = Sent.Nanoseconds(5);
        Send(outer, inner);
        await new LogCollector(Store).Export(Sent.Logs(new Wire.Otlp.V1.LogRecord
        {
            TraceId = Sent.Id(16, trace),
            SpanId = Sent.Id(8, 2),
            TimeUnixNano = Sent.Nanoseconds(2),
            SeverityNumber = 13,
            EventName = "Halved",
            Body = new() { StringValue = "It was halved." },
        }), null!);
        var page = await stack.Open(chromium, $"/traces/{TraceId(trace)}");
        var rows = page.Locator(".row");
        Assert.Equal(["0", "250"], await rows.Locator("rect").EvaluateAllAsync<string[]>("bars => bars.map(bar => bar.getAttribute('x'))"));
        Assert.Equal(["1000", "250"], await rows.Locator("rect").EvaluateAllAsync<string[]>("bars => bars.map(bar => bar.getAttribute('width'))"));
        await Expect(rows.Nth(1)).ToContainTextAsync("error");

        await rows.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var details = page.GetByRole(AriaRole.Region, new() { Name = "Details of inner" });
        await Expect(details).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Expect(details).ToContainTextAsync("halfway");
        await Expect(details).ToContainTextAsync("It was halved.");
        await Expect(details).ToContainTextAsync("Regional.Test · Halved");
        await Expect(details.Locator("img")).ToHaveCountAsync(0);
        await Expect(rows.Nth(1)).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(details).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(rows.First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task say_that_the_beginning_of_a_trace_is_missing_until_it_comes()
    {
        var trace = NewTrace();
        Send(Sent.Span(2, trace, parent: 1));
        var page = await stack.Open(chromium, $"/traces/{TraceId(trace)}");
        await Expect(page.GetByText("This trace is not complete")).ToBeVisibleAsync();

        Send(Sent.Span(1, trace, name: "stream"));
        await Expect(page.Locator("h1")).ToHaveTextAsync("stream");
        await Expect(page.GetByText("This trace is not complete")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("0123")]
    [InlineData("ffffffffffffffffffffffffffffffff")]
    [InlineData("%3Cscript%3E")]
    public async Task say_that_a_trace_is_not_known(string id)
    {
        var page = await stack.Open(chromium, $"/traces/{id}");

        await Expect(page.Locator("h1")).ToHaveTextAsync("This trace is not known");
    }

    [Theory]
    [InlineData("/metrics/instrument")]
    [InlineData("/metrics/instrument?service=a&meter=%3Cscript%3E&name=b")]
    public async Task say_that_an_instrument_is_not_known(string address)
    {
        var page = await stack.Open(chromium, address);

        await Expect(page.Locator("h1")).ToHaveTextAsync("This instrument is not known");
    }

    [Fact]
    public async Task take_a_choice_that_there_is_not_for_none()
    {
        var trace = NewTrace();
        Send(Sent.Span(1, trace));
        var page = await stack.Open(chromium, "/traces?errors=perhaps&order=upwards");

        await Expect(RowOf(page, trace)).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Errors only")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task show_a_trace_of_many_spans_by_parts()
    {
        var trace = NewTrace();
        Send([.. Enumerable.Range(1, 700).Select(number => Sent.Span(number, trace, parent: number == 1 ? 0 : 1))]);
        var page = await stack.Open(chromium, $"/traces/{TraceId(trace)}");

        await Expect(page.Locator(".row")).ToHaveCountAsync(300);
        await page.GetByRole(AriaRole.Button, new() { Name = "more" }).ClickAsync();
        await Expect(page.Locator(".row")).ToHaveCountAsync(600);
    }

    [Fact]
    public async Task lead_from_the_instruments_of_a_service_to_a_chart_that_is_a_table_too()
    {
        var now = DateTimeOffset.UtcNow;
        Measure("region=VO2201", now.AddSeconds(-30), 0);
        Measure("region=VO2201", now.AddSeconds(-20), 40);
        Measure("<i>region", now.AddSeconds(-20), 40);
        var page = await stack.Open(chromium, "/metrics?service=signalering");

        await page.GetByLabel("Search").FillAsync("signals.ta");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("signals"));
        await page.GetByRole(AriaRole.Link, new() { Name = "signals.taken" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("signals.taken");
        await Expect(page.Locator(".curve[d]")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("of=region=VO2201: now .*, at most 8 signal/s"));
        await Expect(page.Locator(".legend")).ToContainTextAsync("of=<i>region");

        await page.GetByText("The same as a table").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".values tbody tr")).ToHaveCountAsync(60);
        await Expect(page.Locator(".values")).ToContainTextAsync("8 signal/s");

        await page.GetByLabel("Series").SelectOptionAsync("of=region=VO2201");
        await Expect(page.Locator(".curve[d]")).ToHaveCountAsync(1);
    }

    private void Measure(string of, DateTimeOffset at, double value)
    {
        var metric = Sent.Counter("signals.taken", value, 0, of);
        metric.Unit = "{signal}";
        metric.Sum.DataPoints[0].TimeUnixNano = (ulong)at.ToUnixTimeMilliseconds() * 1_000_000;
        new MetricCollector(Store).Export(Sent.Metrics(metric), null!);
    }

    private void Send(params Span[] spans) => new TraceCollector(Store).Export(Sent.Spans(spans), null!);

    private static int NewTrace() => Interlocked.Increment(ref _last);

    private static string TraceId(int trace) => Convert.ToHexStringLower(Sent.Id(16, trace).ToByteArray());

    private static ILocator RowOf(IPage page, int trace) => page.Locator($"[data-trace='{TraceId(trace)}']");

    private static Span Failed(Span span)
    {
        span.Status = new() { Code = Wire.Otlp.V1.Status.Types.StatusCode.Error, Message = "no such region" };
        return span;
    }
}
