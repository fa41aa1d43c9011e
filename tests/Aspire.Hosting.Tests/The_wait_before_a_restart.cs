using Aspire.Hosting.Processes;

namespace Regional.Hosting.Tests;

public sealed class The_wait_before_a_restart
{
    [Fact]
    public void doubles_from_half_a_second_to_half_a_minute()
    {
        var backoff = new RestartBackoff();

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(0, 8).Select(_ => backoff.Next(TimeSpan.FromSeconds(59)).TotalSeconds));
    }

    [Fact]
    public void begins_anew_after_a_healthy_minute()
    {
        var backoff = new RestartBackoff();
        for (var death = 0; death < 8; death++)
        {
            backoff.Next(TimeSpan.Zero);
        }

        Assert.Equal([0.5, 1], [backoff.Next(TimeSpan.FromMinutes(1)).TotalSeconds, backoff.Next(TimeSpan.Zero).TotalSeconds]);
    }
}
