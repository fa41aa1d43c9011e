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

    [Theory]
    [InlineData("embedded", 20261126)] // a fixed seed: whoever sees one fail can see it fail again
    [InlineData("servers", 20261127)]
    public async Task by_being_killed_at_any_moment_leaves_nothing_and_starts_again_on_its_data(string kind, int seed)
    {
        A_stack_with_servers.RequireServers(kind);
        var moments = new Random(seed);
        await using var stack = new Stack("--stack", kind);
        foreach (var milliseconds in Enumerable.Range(0, 3).Select(_ => moments.Next(200, 8000)))
        {
            stack.Begin();
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
            await KillAsync(stack);
        }

        await stack.InitializeAsync();
        foreach (var milliseconds in Enumerable.Range(0, 2).Select(_ => moments.Next(0, 800)))
        {
            Unix.Signal(stack.AppHost.Id, Unix.Terminate);
            await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
            await KillAsync(stack);
            await stack.InitializeAsync();
        }
    }

    [Fact]
    public async Task by_being_killed_leaves_another_stack_alone()
    {
        await using var stack = new Stack();
        await using var other = new Stack();
        await Task.WhenAll(stack.InitializeAsync().AsTask(), other.InitializeAsync().AsTask());
        var (processes, others) = (await stack.Processes(), await other.Processes());

        Unix.Signal(stack.AppHost.Id, Unix.Kill);
        await stack.AppHost.Exit();

        await Limit.Until(() => !processes.Any(Unix.IsAlive));
        Assert.All(others, pid => Assert.True(Unix.IsAlive(pid)));
        Assert.Equal(others, await other.Processes());
        await stack.InitializeAsync();
    }

    // Six seconds after the kill nothing may be left: the reaper asks for five, and then insists.
    private static async Task KillAsync(Stack stack)
    {
        var processes = Unix.ProcessesBelow(stack.AppHost.Id);
        stack.AppHost.Kill();
        await stack.AppHost.Exit();
        await Limit.Until(() => !processes.Any(Unix.IsAlive));
        Assert.Empty(Unix.ProcessesWith($"REGIONAL_TEST_STACK={stack.Root}"));
    }
}
