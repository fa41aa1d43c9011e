using Microsoft.Playwright;

namespace Regional.AppHost.Tests;

/// <summary>Where things are on the pages.</summary>
internal static class Pages
{
    public static ILocator Row(this IPage page, string resource) => page.Locator($"[data-resource='{resource}']");

    public static ILocator Command(this IPage page, string command, string resource) =>
        page.GetByRole(AriaRole.Button, new() { Name = $"{command} {resource}", Exact = true });

    public static ILocator Lines(this IPage page) => page.Locator(".log .line");
}
