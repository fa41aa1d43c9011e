using System.Globalization;

namespace Regional.Stack.Tests;

public sealed class A_stack_that_ends
{
    [Fact]
    public async Task by_SIGTERM_leaves_no_process_and_no_stack_file_and_starts_again_on_its_data()
    {
        await using var stack = new Stack();
        await stack.InitializeAsync();
        var processes = await ProcessesOf(stack.AppHost);

        Unix.Signal(stack.AppHost.Id, Unix.Terminate);
        await stack.AppHost.Exit();

        Assert.Equal(0, stack.AppHost.ExitCode);
        Assert.All(processes, pid => Assert.False(Unix.IsAlive(pid)));
        Assert.False(File.Exists(stack.StackFile));
        await stack.InitializeAsync();
    }

    [Fact]
    public async Task by_being_killed_leaves_no_process_and_starts_again_on_its_data()
    {
        await using var stack = new Stack();
        await stack.InitializeAsync();
        var processes = await ProcessesOf(stack.AppHost);

        Unix.Signal(stack.AppHost.Id, Unix.Kill);
        await stack.AppHost.Exit();

        await Limit.Until(() => !processes.Any(Unix.IsAlive));
        await stack.InitializeAsync();
    }

    private static async Task<IReadOnlyList<int>> ProcessesOf(RunningProcess parent)
    {
        await using var search = new RunningProcess("pgrep", ["-P", parent.Id.ToString(CultureInfo.InvariantCulture)]);
        await search.Exit();
        var found = search.Output.Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToList();
        Assert.True(found.Count >= 2, "a service and the reaper");
        return found;
    }
}
