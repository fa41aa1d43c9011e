namespace Regional.Stack.Tests;

public sealed class A_stack_that_ends
{
    [Fact]
    public async Task by_SIGTERM_leaves_no_process_and_no_stack_file_and_starts_again_on_its_data()
    {
        await using var stack = new Stack();
        await stack.InitializeAsync();
        var processes = await stack.Processes();
        Assert.Equal(3, processes.Count); // two services and the reaper

        Unix.Signal(stack.AppHost.Id, Unix.Terminate);
        await stack.AppHost.Exit();

        Assert.Equal(0, stack.AppHost.ExitCode);
        Assert.Equal(["Stopping: signalering, indicators.", "Stopped."], stack.AppHost.Output.TakeLast(2));
        Assert.All(processes, pid => Assert.False(Unix.IsAlive(pid)));
        Assert.False(File.Exists(stack.StackFile));
        Assert.Contains("Application is shutting down", await File.ReadAllTextAsync($"{stack.Root}/logs/indicators.log", TestContext.Current.CancellationToken));
        await stack.InitializeAsync();
    }

    [Fact]
    public async Task by_being_killed_leaves_no_process_and_starts_again_on_its_data()
    {
        await using var stack = new Stack();
        await stack.InitializeAsync();
        var processes = await stack.Processes();
        Assert.Equal(3, processes.Count);

        Unix.Signal(stack.AppHost.Id, Unix.Kill);
        await stack.AppHost.Exit();

        await Limit.Until(() => !processes.Any(Unix.IsAlive));
        await stack.InitializeAsync();
    }
}
