namespace Regional.Stack.Tests;

public sealed class A_service_in_trouble
{
    private static readonly int Stop = OperatingSystem.IsMacOS() ? 17 : 19;
    private static readonly int Continue = OperatingSystem.IsMacOS() ? 19 : 18;

    [Fact]
    public async Task that_dies_is_started_again_and_said_on_the_console()
    {
        await using var stack = new Stack();
        await stack.InitializeAsync();
        var pid = Assert.Single(await stack.Processes("Regional.Indicators.dll"));

        Unix.Signal(pid, Unix.Kill);

        await Limit.Until(() => stack.AppHost.Output.Count(line => line == "indicators is healthy.") == 2);
        Assert.Contains("warning: indicators was ended by signal 9; it is started again in 0.5 s.", stack.AppHost.Output);
        Assert.NotEqual(pid, Assert.Single(await stack.Processes("Regional.Indicators.dll")));
    }

    [Fact]
    public async Task that_answers_no_longer_is_said_to_be_unhealthy_and_why_until_it_answers_again()
    {
        await using var stack = new Stack();
        await stack.InitializeAsync();
        var pid = Assert.Single(await stack.Processes("Regional.Signalering.dll"));

        Unix.Signal(pid, Stop);
        await Limit.Until(() => stack.AppHost.Output.Any(line => line.StartsWith("signalering is Unhealthy: GET http:", StringComparison.Ordinal)));
        Unix.Signal(pid, Continue);

        await Limit.Until(() => stack.AppHost.Output.Count(line => line == "signalering is healthy.") == 2);
    }
}
