namespace Regional.Hosting.Tests;

public sealed class An_executable
{
    [Fact]
    public async Task leaves_nothing_that_it_has_started_itself_when_the_application_stops()
    {
        var test = new TestApplication();
        var program = test.Builder.AddExecutable("shell", "sh", ".", "-c", "sleep 600 & echo $!; wait");
        var application = await test.Start();
        await Limit.Until(async () => (await application.Log(program.Resource)).Count > 0);
        var pid = int.Parse((await application.Log(program.Resource))[0]);
        Assert.True(Unix.IsAlive(pid));

        await application.StopAsync(Limit.Token);

        await Limit.Until(() => !Unix.IsAlive(pid)); // whoever has taken it in since takes a moment to let it go
        await application.DisposeAsync();
    }

    [Fact]
    public async Task runs_in_its_folder_with_its_arguments_and_its_environment_until_its_work_is_done()
    {
        var test = new TestApplication("--Parameters:who=the world");
        var who = test.Builder.AddParameter("who");
        var greeter = test.Builder.AddExecutable("greeter", "sh", "..", "-c", "echo \"$0, $1 $2! $NAME in $(pwd)\"", "hello").WithArgs(who).WithArgs("again")
            .WithEnvironment("NAME", $"I am {who}");
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceAsync("greeter", KnownResourceStates.Finished, Limit.Token);

        var folder = Path.GetDirectoryName(test.Builder.AppHostDirectory);
        Assert.Equal([$"hello, the world again! I am the world in {folder}"], await application.Log(greeter.Resource));
    }

    [Fact]
    public async Task that_fails_ten_times_at_its_start_is_given_up_with_its_last_lines()
    {
        var test = new TestApplication();
        test.Builder.AddExecutable("broken", "sh", ".", "-c", "for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo line $i; done; exit 9");
        await using var application = await test.Start();
        test.Clock.IsHurried = true;

        var last = await application.ResourceNotifications.WaitForResourceAsync(
            "broken", change => change.Snapshot.State?.Text == KnownResourceStates.FailedToStart, Limit.Token);

        Assert.Equal(9, last.Snapshot.ExitCode);
        Assert.Equal(9, test.Said.Count(line => line.StartsWith("broken exited with code 9; it is started again in ", StringComparison.Ordinal)));
        var lines = string.Concat(Enumerable.Range(3, 10).Select(i => $"{Environment.NewLine}    line {i}"));
        Assert.Contains($"broken exited with code 9, the 10th time at its start; it is given up. Its last lines:{lines}", test.Said);
        Assert.True((await application.ResourceCommands.ExecuteCommandAsync("broken", KnownResourceCommands.StartCommand, Limit.Token)).Success);
    }

    [Fact]
    public async Task that_cannot_start_as_things_are_is_said_once_and_not_started_again()
    {
        var starts = Path.GetTempFileName();
        var test = new TestApplication();
        test.Builder.AddExecutable("broken", "sh", ".", "-c", $"echo start >> {starts}; echo its folder is in use >&2; exit 78");
        await using var application = await test.Start();
        test.Clock.IsHurried = true;

        var last = await application.ResourceNotifications.WaitForResourceAsync(
            "broken", change => change.Snapshot.State?.Text == KnownResourceStates.FailedToStart, Limit.Token);

        Assert.Equal(78, last.Snapshot.ExitCode);
        var line = $"broken exited with code 78: as things are it cannot start, and it is not tried again. Its last lines:{Environment.NewLine}    its folder is in use";
        await Limit.Until(() => test.Said.Contains(line));
        Assert.Equal("start\n", await File.ReadAllTextAsync(starts, Limit.Token));
        File.Delete(starts);
    }

    [Fact]
    public async Task that_does_not_exist_is_said_and_tried_again()
    {
        var test = new TestApplication();
        test.Builder.AddExecutable("nothing", "/nowhere/nothing", ".");
        await using var application = await test.Start();

        await Limit.Until(() => test.Said.Any(line => line.Contains("in 1 s")));

        Assert.Contains(test.Said, line => line.StartsWith("nothing could not be started (", StringComparison.Ordinal) && line.Contains("/nowhere/nothing"));
    }
}
