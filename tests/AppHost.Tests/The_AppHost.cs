using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Regional.AppHost.Development.StatusPage;

namespace Regional.AppHost.Tests;

public sealed class The_AppHost(Chromium chromium)
{
    [Fact]
    public async Task has_a_status_page_with_its_services()
    {
        await using var stack = await Start(hasPage: true);
        var site = stack.App.Services.GetRequiredService<StatusSite>();
        await site.Address.WaitAsync(Limit.Token);

        var page = await chromium.NewPage();
        await page.GotoAsync(site.NewLoginAddress()!);

        await Assertions.Expect(page.Row("indicators")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Logs" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Application started.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task has_no_status_page_in_a_test_that_does_not_ask_for_one()
    {
        await using var stack = await Start(hasPage: false);
        var site = stack.App.Services.GetRequiredService<StatusSite>();
        await site.ExecuteTask!.WaitAsync(Limit.Token);
        Assert.Null(site.NewLoginAddress());
    }

    [Fact]
    public async Task stops_while_a_page_is_open_and_the_page_says_so()
    {
        var stack = new StatusStack();
        await stack.InitializeAsync();
        var page = await stack.Open(chromium);

        await stack.App.StopAsync(Limit.Token);

        await Assertions.Expect(page.GetByText("The connection to the AppHost is lost.")).ToBeVisibleAsync();
        await stack.DisposeAsync();
    }

    private static async Task<RunningStack> Start(bool hasPage)
    {
        var folder = Directory.CreateTempSubdirectory("regional-");
        var builder = await DistributedApplicationTestingBuilder.CreateAsync(
            typeof(Projects.AppHost), ["--folder", Path.Combine(folder.FullName, ".regional")], (options, _) => options.DisableDashboard = !hasPage, Limit.Token);
        var app = await builder.BuildAsync(Limit.Token);
        await app.StartAsync(Limit.Token);
        return new(builder, app, folder);
    }

    private sealed record RunningStack(IDistributedApplicationTestingBuilder Builder, DistributedApplication App, DirectoryInfo Folder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Builder.DisposeAsync();
            Folder.Delete(recursive: true);
        }
    }
}
