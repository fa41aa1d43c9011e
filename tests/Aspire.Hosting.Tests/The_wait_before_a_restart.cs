using Aspire.Hosting.Processes;

namespace Regional.Hosting.Tests;

public sealed class The_wait_before_a_restart
{
    [Fact]
    public void doubles_from_half_a_second_to_half_a_minute()
    {
        var backoff = new RestartBackoff();

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(0, 8).Select(_ => backoff.Next(TimeSpan.FromSeconds(59))?.TotalSeconds));
    }

    [Fact]
    public void begins_anew_after_a_healthy_minute()
    {
        var backoff = new RestartBackoff();
        for (var death = 0; death < 8; death++)
        {
            backoff.Next(TimeSpan.Zero);
        }

        Assert.Equal([0.5, 1], [backoff.Next(TimeSpan.FromMinutes(1))?.TotalSeconds, backoff.Next(TimeSpan.Zero)?.TotalSeconds]);
    }

    [Fact]
    public void has_no_end_only_after_ten_starts_in_a_row_of_which_none_became_healthy()
    {
        var backoff = new RestartBackoff();
        var deaths = Enumerable.Repeat(TimeSpan.Zero, 9).Append(TimeSpan.FromSeconds(1)).Concat(Enumerable.Repeat(TimeSpan.Zero, 10)).ToList();

        Assert.Equal([.. Enumerable.Repeat(true, 19), false], deaths.Select(healthyFor => backoff.Next(healthyFor) is not null));
    }
}
