using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Regional.Hosting.Tests;

public sealed class The_health_of_a_resource
{
    [Theory]
    [InlineData("degraded", HealthStatus.Degraded, "bus Degraded: away; cache Degraded: away")]
    [InlineData("failed", HealthStatus.Unhealthy, "answered 503; database Unhealthy: away")]
    [InlineData("broken", HealthStatus.Unhealthy, "was not answered: ")]
    [InlineData("held", HealthStatus.Unhealthy, "was not answered within 2 s")]
    public async Task is_what_its_answer_says_and_an_answer_that_breaks_off_is_none(string answer, HealthStatus status, string why)
    {
        var test = new TestApplication();
        var project = test.Add("first").WithEnvironment("HEALTH", answer);
        await using var application = await test.Start();

        var change = await application.ResourceNotifications.WaitForResourceAsync(
            "first", change => change.Snapshot.HealthReports.Any(report => report.Description?.Contains(why, StringComparison.Ordinal) == true && Listens(report)), Limit.Token);
        Assert.Equal(status, change.Snapshot.HealthStatus);

        // Whatever it answered, its end is its own affair.
        var pid = await project.Pid();
        Unix.Signal(pid, Unix.Kill);
        await application.ResourceNotifications.WaitForResourceAsync("first", KnownResourceStates.Exited, Limit.Token);
        await application.ResourceNotifications.WaitForResourceAsync("first", KnownResourceStates.Running, Limit.Token);
    }

    [Fact]
    public async Task that_is_degraded_is_enough_for_who_waits()
    {
        var test = new TestApplication();
        var first = test.Add("first").WithEnvironment("HEALTH", "degraded");
        test.Add("second").WaitFor(first);
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceHealthyAsync("second", Limit.Token);
    }

    private static bool Listens(HealthReportSnapshot report) => report.Description?.Contains("refused", StringComparison.Ordinal) == false;
}
