using Microsoft.Playwright;

namespace Regional.AppHost.Tests.Telemetry;

/// <summary>Leaves a picture of each page beside the tests, for a person to look at.</summary>
[Collection<OneStack>]
public sealed class The_look_of_telemetry(TelemetryStack stack, Chromium chromium)
{
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "pictures");

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new MatrixTheoryData<string, (int Width, ColorScheme Scheme)>(
            ["traces", "trace", "metrics", "counter", "gauge", "histogram"],
            [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (400, ColorScheme.Light), (400, ColorScheme.Dark)]);
        return [.. views.Select(view => (view.Data.Item1, view.Data.Item2.Width, view.Data.Item2.Scheme))];
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task fits_its_window(string name, int width, ColorScheme scheme)
    {
        var page = await stack.Open(chromium, PathOf(name), width, scheme);
        if (name == "trace")
        {
            await page.Locator(".row").First.ClickAsync();
            await page.Locator(".details").WaitForAsync();
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}-{scheme}.png"), FullPage = true });
        Assert.Equal(width, await page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }

    private string PathOf(string name) => name switch
    {
        "trace" => $"/traces/{stack.Spans("PushSignals").First().Trace.ToHexString()}",
        "counter" => "/metrics/instrument?service=signalering&meter=System.Runtime&name=dotnet.process.cpu.time",
        "gauge" => "/metrics/instrument?service=signalering&meter=System.Runtime&name=dotnet.gc.last_collection.heap.size",
        "histogram" => "/metrics/instrument?service=signalering&meter=Microsoft.AspNetCore.Hosting&name=http.server.request.duration",
        _ => $"/{name}",
    };
}
