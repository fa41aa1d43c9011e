using System.Net;
using Microsoft.Playwright;
using Regional.AppHost.Development.StatusPage;

namespace Regional.AppHost.Tests;

public sealed class A_visitor(StatusStack stack, Chromium chromium) : IClassFixture<StatusStack>
{
    private readonly HttpClient _stranger = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/resources/service")]
    [InlineData("/logs")]
    [InlineData("/status.js")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_blazor/initializers")]
    [InlineData("/no-such-page")]
    public async Task sees_nothing_without_a_login(string path)
    {
        using var answer = await _stranger.GetAsync(stack.Address + path, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Log in first, with the address that the AppHost printed.", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task cannot_open_a_connection_without_a_login()
    {
        using var answer = await _stranger.PostAsync(stack.Address + "/_blazor/negotiate?negotiateVersion=1", null, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task is_let_in_by_the_printed_address_once()
    {
        var address = stack.NewLoginAddress();

        using var first = await _stranger.GetAsync(address, Cancellation);
        using var second = await _stranger.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.DoesNotContain(second.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(value => value.StartsWith("regional-status", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, (await Get("/", await Session())).StatusCode);
    }

    [Fact]
    public async Task who_is_in_already_is_shown_the_page_when_the_printed_address_is_used_again()
    {
        var address = stack.NewLoginAddress()!;
        using var first = await _stranger.GetAsync(address, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Cookie", first.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

        using var again = await _stranger.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("/", again.Headers.Location?.OriginalString);
    }

    [Fact]
    public void is_one_of_fifty_the_oldest_tokens_are_forgotten()
    {
        var visitors = new Visitors();
        var tokens = Enumerable.Range(0, 51).Select(_ => visitors.NewToken()).ToList();

        Assert.Null(visitors.Enter(tokens[0]));
        Assert.All(tokens.Skip(1), token => Assert.NotNull(visitors.Enter(token)));
    }

    [Fact]
    public async Task is_not_let_in_by_a_session_that_was_never_given()
    {
        using var answer = await Get("/", $"regional-status-{new Uri(stack.Address).Port}={new string('0', 32)}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task is_refused_under_a_name_that_is_not_the_sites_own()
    {
        using var answer = await Get("/", await Session(), ("Host", "rebound.example"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task is_refused_when_another_site_sends_him()
    {
        using var answer = await Get("/_blazor/initializers", await Session(), ("Origin", "http://127.0.0.1:1"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task cannot_log_in_by_a_form_of_another_page()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", stack.NewLoginAddress())]);

        using var answer = await _stranger.PostAsync(stack.Address + "/login", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task may_paste_the_printed_address_after_a_wrong_one()
    {
        var page = await chromium.NewPage();
        await page.GotoAsync(stack.Address);
        await page.GetByLabel("Token").FillAsync("wrong");
        await page.GetByLabel("Token").PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("unknown, or has been used");

        await page.GetByLabel("Token").FillAsync($" {stack.NewLoginAddress()} ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Resources" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task can_let_another_browser_in()
    {
        var page = await stack.Open(chromium);
        await page.GetByRole(AriaRole.Button, new() { Name = "Other browser" }).ClickAsync();
        var address = await page.GetByLabel("Another browser").Locator("code").InnerTextAsync();

        var other = await chromium.NewPage();
        await other.GotoAsync(address);

        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Resources" })).ToBeVisibleAsync();
    }

    private async Task<string> Session()
    {
        using var login = await _stranger.GetAsync(stack.NewLoginAddress(), Cancellation);
        return login.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private async Task<HttpResponseMessage> Get(string path, string cookie, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, stack.Address + path);
        request.Headers.Add("Cookie", cookie);
        if (header is var (name, value))
        {
            request.Headers.Add(name, value);
        }

        return await _stranger.SendAsync(request, Cancellation);
    }
}
