using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Regional.Hosting.Tests;

public sealed class The_log_of_a_resource
{
    [Fact]
    public async Task keeps_the_last_ten_thousand_lines()
    {
        var test = new TestApplication();
        var writer = test.Builder.AddExecutable("writer", "seq", ".", "12000");
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceAsync("writer", KnownResourceStates.Finished, Limit.Token);

        var lines = await application.Log(writer.Resource);

        Assert.Equal(Enumerable.Range(2001, 10_000).Select(number => number.ToString(CultureInfo.InvariantCulture)), lines);
    }

    [Fact]
    public async Task keeps_no_more_than_two_million_characters()
    {
        var test = new TestApplication();
        var writer = test.Builder.AddExecutable("writer", "seq", ".", "-f", new string('x', 4995) + "%05.0f", "1", "500");
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceAsync("writer", KnownResourceStates.Finished, Limit.Token);

        var lines = await application.Log(writer.Resource);

        Assert.Equal((400, 5000), (lines.Count, lines[0].Length));
        Assert.EndsWith("00500", lines[^1]);
    }

    [Fact]
    public async Task holds_what_the_AppHost_itself_has_to_say_of_it()
    {
        var test = new TestApplication();
        var project = test.Add("first").WithExplicitStart();
        await using var application = await test.Start();

        application.Logs().GetLogger(project.Resource).LogInformation("prepared {Count} tables", 3);

        Assert.Equal(["prepared 3 tables"], await application.Log(project.Resource));
    }

    [Fact]
    public async Task of_two_hundred_megabytes_does_not_fill_the_AppHosts_memory()
    {
        const int Megabyte = 1 << 20;
        await using var host = TestAppHost.Start("--follow-log-of=first");
        await host.HealthyPid("first");
        using var process = Process.GetProcessById(host.Id);
        var before = process.WorkingSet64;

        await host.Post("first", "/write/200000/1000");
        await Limit.Until(() => host.Output.Contains("read 200000 lines of 1000"));

        process.Refresh();
        Assert.InRange(process.PeakWorkingSet64 - before, 0, 50 * Megabyte);
    }
}
