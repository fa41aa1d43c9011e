using Microsoft.Playwright;

namespace Regional.AppHost.Tests;

/// <summary>Leaves a picture of each page beside the tests, for a person to look at.</summary>
public sealed class The_look(StatusStack stack, Chromium chromium) : IClassFixture<StatusStack>
{
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "pictures");

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new MatrixTheoryData<string, (int Width, ColorScheme Scheme)>(
            ["/", "/resources/service", "/resources/broken", "/logs/talker"],
            [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (400, ColorScheme.Light), (400, ColorScheme.Dark)]);
        return [.. views.Select(view => (view.Data.Item1, view.Data.Item2.Width, view.Data.Item2.Scheme))];
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task fits_its_window(string path, int width, ColorScheme scheme)
    {
        await stack.App.ResourceNotifications.WaitForResourceHealthyAsync("service", Limit.Token);
        await stack.App.ResourceNotifications.WaitForResourceAsync("broken", KnownResourceStates.FailedToStart, Limit.Token);
        var page = await stack.Open(chromium, path, width, scheme);
        await page.Locator(".log .line, .log .nothing, tbody").First.WaitForAsync();

        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{path.Trim('/').Replace('/', '-')}-{width}-{scheme}.png"), FullPage = true });
        Assert.Equal(width, await page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }
}
