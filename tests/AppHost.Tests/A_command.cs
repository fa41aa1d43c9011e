using Microsoft.Playwright;

namespace Regional.AppHost.Tests;

public sealed class A_command(StatusStack stack, Chromium chromium) : IClassFixture<StatusStack>
{
    [Fact]
    public async Task stops_a_resource_and_starts_it_again_by_mouse()
    {
        var page = await Healthy("service");
        await page.Command("Stop", "service").ClickAsync();
        await Assertions.Expect(page.Row("service").Locator(".badge")).ToHaveTextAsync("Exited");
        await Assertions.Expect(page.Row("service")).ToContainTextAsync("Exit code 0");
        Assert.Equal(KnownResourceStates.Exited, stack.Known("service").State?.Text);

        await page.Command("Start", "service").ClickAsync();

        await Assertions.Expect(page.Row("service")).ToContainTextAsync("Healthy");
    }

    [Fact]
    public async Task restarts_a_resource_by_keyboard_and_keeps_the_focus()
    {
        var page = await Healthy("twins-1");
        var pid = Pid("twins-1");

        await page.Command("Restart", "twins-1").PressAsync("Enter");
        await Assertions.Expect(page.Row("twins-1")).Not.ToContainTextAsync("Healthy");
        await Assertions.Expect(page.Row("twins-1")).ToContainTextAsync("Healthy");

        Assert.NotEqual(pid, Pid("twins-1"));
        await Assertions.Expect(page.Command("Restart", "twins-1")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task that_does_not_apply_is_not_carried_out()
    {
        var page = await stack.Open(chromium);
        await Assertions.Expect(page.Command("Stop", "broken")).ToBeDisabledAsync();
        await Assertions.Expect(page.Command("Start", "talker")).ToBeDisabledAsync();

        await page.Command("Start", "talker").ClickAsync(new() { Force = true });

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task is_told_to_who_cannot_see_the_page()
    {
        foreach (var other in (string[])["service", "twins-1"])
        {
            await stack.App.ResourceNotifications.WaitForResourceHealthyAsync(other, Limit.Token); // so that nothing else is told after it
        }

        var page = await Healthy("twins-0");
        await page.Command("Stop", "twins-0").ClickAsync();

        await Assertions.Expect(page.Locator("[data-live]")).ToContainTextAsync("twins-0: Exited");
    }

    private async Task<IPage> Healthy(string resource)
    {
        var page = await stack.Open(chromium);
        await Assertions.Expect(page.Row(resource)).ToContainTextAsync("Healthy");
        return page;
    }

    private object? Pid(string id) => stack.Known(id).Properties.Single(property => property.Name == "executable.pid").Value;
}
