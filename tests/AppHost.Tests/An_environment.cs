using Microsoft.Playwright;

namespace Regional.AppHost.Tests;

public sealed class An_environment(StatusStack stack, Chromium chromium) : IClassFixture<StatusStack>
{
    [Fact]
    public async Task is_shown_when_asked_for_and_as_text()
    {
        var page = await Details();
        await Assertions.Expect(Variable(page, "GREETING")).Not.ToContainTextAsync("hello");

        await page.GetByRole(AriaRole.Button, new() { Name = "Show GREETING" }).PressAsync("Enter");
        await Assertions.Expect(Variable(page, "GREETING")).ToContainTextAsync("<b>hello</b>");

        await page.GetByRole(AriaRole.Button, new() { Name = "Hide GREETING" }).PressAsync("Enter");
        await Assertions.Expect(Variable(page, "GREETING")).Not.ToContainTextAsync("hello");
    }

    [Fact]
    public async Task never_shows_a_secret()
    {
        var page = await Details();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();

        await Assertions.Expect(Variable(page, "ConnectionStrings__cases")).ToContainTextAsync("Host=127.0.0.1;Username=regional;Password=••••••••");
        await Assertions.Expect(Variable(page, "Bus__Address")).ToContainTextAsync("amqp://guest:••••••••@127.0.0.1:5672");
        await Assertions.Expect(Variable(page, "API_TOKEN")).ToContainTextAsync("••••••••");
        await Assertions.Expect(Variable(page, "API_TOKEN").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("--password ••••••••")).ToBeVisibleAsync();
        var all = await page.ContentAsync();
        Assert.DoesNotContain(StatusStack.Secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain("whisper", all, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", all, StringComparison.Ordinal);
    }

    private async Task<IPage> Details()
    {
        await stack.App.ResourceNotifications.WaitForResourceHealthyAsync("service", Limit.Token);
        return await stack.Open(chromium, "/resources/service");
    }

    private static ILocator Variable(IPage page, string name) => page.Locator($"[data-variable='{name}']");
}
