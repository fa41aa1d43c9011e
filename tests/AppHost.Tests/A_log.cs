using Microsoft.Playwright;
using Regional.AppHost.Development.StatusPage.Logs;

namespace Regional.AppHost.Tests;

public sealed class A_log(StatusStack stack, Chromium chromium) : IClassFixture<StatusStack>
{
    private readonly string _mark = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task shows_what_is_written_as_it_is_written()
    {
        var page = await Open("ailing");
        await Assertions.Expect(page.GetByText(_mark)).ToHaveCountAsync(0);

        Write("ailing", $"first {_mark}");
        await Assertions.Expect(page.GetByText($"first {_mark}")).ToBeVisibleAsync();
        Write("ailing", $"second {_mark}");
        await Assertions.Expect(page.GetByText($"second {_mark}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task colours_each_entry_by_its_level()
    {
        var page = await Open("talker");

        await Assertions.Expect(Line(page, "info: Talker[0]").First).ToHaveClassAsync("line first information");
        await Assertions.Expect(Line(page, "warn: Talker[7]")).ToHaveClassAsync("line first warning");
        await Assertions.Expect(Line(page, "The disk is nearly full")).ToHaveClassAsync("line warning");
        await Assertions.Expect(Line(page, "at Talker.Write")).ToHaveClassAsync("line error");
        await Assertions.Expect(Line(page, "No line of a log")).ToHaveClassAsync("line first error");
    }

    [Fact]
    public async Task is_text_and_nothing_else()
    {
        var page = await Open("talker");

        await Assertions.Expect(Line(page, "<b>3 %</b> left")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".log b")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task shows_the_entries_that_are_searched_for_while_one_types()
    {
        var page = await Open("talker");

        await page.GetByLabel("Search").PressSequentiallyAsync("NO SPACE");

        await Assertions.Expect(page.Lines()).ToHaveCountAsync(4);
        await Assertions.Expect(page.Lines().First).ToContainTextAsync("fail: Talker[8]");
        await Assertions.Expect(page.Locator("mark")).ToHaveTextAsync("No space");
        await page.GetByLabel("Search").FillAsync("no such text");
        await Assertions.Expect(page.GetByText("No line has that text.")).ToBeVisibleAsync();
        await page.GetByLabel("Search").FillAsync("");
        await Assertions.Expect(Line(page, "I am here.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task keeps_its_place_while_it_is_paused_and_counts_what_waits()
    {
        var page = await Open("waiting");
        Write("waiting", $"before {_mark}");
        await Assertions.Expect(page.GetByText($"before {_mark}")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync();
        Write("waiting", $"one {_mark}");
        Write("waiting", $"two {_mark}");

        await Assertions.Expect(page.GetByText("Paused: 2 more lines wait")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText($"one {_mark}")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByText($"two {_mark}")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task follows_its_end_until_its_reader_looks_back()
    {
        var page = await Open("twins");
        await stack.WriteMany("twins-0", 500);
        // The last of all: a reader who looks back while more comes is looked at below.
        await Assertions.Expect(Line(page, "Request finished HTTP/1.1 POST").Last).ToBeInViewportAsync();

        await page.GetByRole(AriaRole.Log).PressAsync("Home");
        await Assertions.Expect(Number(page, 1)).ToBeInViewportAsync();
        var count = await page.Locator(".count").InnerTextAsync();
        Write("twins", $"last {_mark}");
        await Assertions.Expect(page.Locator(".count")).Not.ToHaveTextAsync(count);
        await Assertions.Expect(Number(page, 1)).ToBeInViewportAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "To the end" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"last {_mark}")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task holds_a_bounded_number_of_lines_and_draws_few_of_them()
    {
        var page = await Open("service");
        await stack.WriteMany("service", 3 * LogTail.Most);

        await Assertions.Expect(page.GetByText($"{LogTail.Most} lines", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(Line(page, "Request finished").Last).ToBeInViewportAsync();
        Assert.InRange(await page.Lines().CountAsync(), 1, 200);
    }

    [Fact]
    public async Task does_not_hold_up_who_writes_it_while_its_reader_hears_nothing()
    {
        var page = await Open("ailing");
        await page.Context.SetOfflineAsync(true);

        await stack.WriteMany("ailing", 3 * LogTail.Most);

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.GetByText($"{LogTail.Most} lines", new() { Exact = true })).ToBeVisibleAsync();
    }

    private async Task<IPage> Open(string resource)
    {
        var page = await stack.Open(chromium, $"/logs/{resource}");
        await page.Locator(".count").WaitForAsync();
        return page;
    }

    private void Write(string resource, string line) => stack.Write(resource, line);

    private static ILocator Number(IPage page, int number) => page.Locator(".number").GetByText($"{number}", new() { Exact = true });

    private static ILocator Line(IPage page, string text) => page.Lines().Filter(new() { HasText = text });
}
