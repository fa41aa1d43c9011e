using Microsoft.Playwright;

namespace Regional.AppHost.Tests;

public sealed class The_list_of_resources(StatusStack stack, Chromium chromium) : IClassFixture<StatusStack>
{
    [Theory]
    [InlineData("service", "Running", "Healthy")]
    [InlineData("ailing", "Running", "Unhealthy", "answered 503")]
    [InlineData("waiting", "Waiting", "Waits until ailing is healthy")]
    [InlineData("twins-0", "Running", "Healthy")]
    [InlineData("twins-1", "Running", "Healthy")]
    [InlineData("broken", "Failed to start", "Exit code 78")]
    public async Task shows_state_and_health_and_why(string resource, params string[] texts)
    {
        var page = await stack.Open(chromium);

        foreach (var text in texts)
        {
            await Assertions.Expect(page.Row(resource)).ToContainTextAsync(text);
        }
    }

    [Fact]
    public async Task links_to_the_addresses_that_a_browser_understands()
    {
        var page = await stack.Open(chromium);

        await Assertions.Expect(page.Row("service").GetByRole(AriaRole.Link, new() { Name = stack.Url("service", "http"), Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Row("service").Locator("code")).ToHaveTextAsync(stack.Url("service", "grpc"));
    }

    [Fact]
    public async Task leads_by_keyboard_to_the_details()
    {
        var page = await stack.Open(chromium);
        await page.Row("broken").GetByRole(AriaRole.Link, new() { Name = "broken" }).PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "broken" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("Failed to start")).ToBeVisibleAsync();
        await Assertions.Expect(page.Lines()).ToContainTextAsync("No such setting.");
        await Assertions.Expect(page.GetByText("sh -c")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task is_reached_by_keyboard_past_the_navigation()
    {
        var page = await stack.Open(chromium);
        await page.GetByRole(AriaRole.Link, new() { Name = "Logs" }).FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(page.Row("service").GetByRole(AriaRole.Link, new() { Name = "service" })).ToBeFocusedAsync();
    }
}
