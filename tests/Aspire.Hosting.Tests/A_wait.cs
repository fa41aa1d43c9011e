namespace Regional.Hosting.Tests;

public sealed class A_wait
{
    [Fact]
    public async Task for_a_start_does_not_wait_for_health()
    {
        var obstacle = Path.GetTempFileName();
        var test = new TestApplication();
        var first = test.Add("first").WithEnvironment("UNHEALTHY_WHILE", obstacle);
        test.Add("second").WaitForStart(first);
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceHealthyAsync("second", Limit.Token);

        File.Delete(obstacle);
    }

    [Fact]
    public async Task for_completion_ends_when_the_work_is_done_which_is_done_once()
    {
        var done = Path.GetTempFileName();
        var test = new TestApplication();
        var work = test.Builder.AddExecutable("work", "sh", ".", "-c", $"echo done >> {done}");
        test.Add("service").WaitForCompletion(work);
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceHealthyAsync("service", Limit.Token);

        Assert.Equal(KnownResourceStates.Finished, application.State("work"));
        Assert.Equal("done\n", await File.ReadAllTextAsync(done, Limit.Token));
        File.Delete(done);
    }

    [Fact]
    public async Task for_completion_fails_when_the_work_fails()
    {
        var test = new TestApplication();
        var work = test.Builder.AddExecutable("work", "sh", ".", "-c", "echo no room left; exit 4");
        test.Add("service").WaitForCompletion(work);
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceAsync("service", KnownResourceStates.FailedToStart, Limit.Token);

        await Limit.Until(() => test.Said.Contains($"work exited with code 4. Its last lines:{Environment.NewLine}    no room left"));
        Assert.Contains("service is not started: 'service' waits for 'work', which is Finished with exit code 4. Mend 'work', then start both.", test.Said);
    }

    [Fact]
    public async Task that_is_to_end_with_the_other_fails_when_that_one_ends()
    {
        var test = new TestApplication();
        var first = test.Add("first").WithEnvironment("DIE_AT_START", "no such table: signals");
        test.Add("second").WaitFor(first, WaitBehavior.StopOnResourceUnavailable);
        await using var application = await test.Start();

        await application.ResourceNotifications.WaitForResourceAsync("second", KnownResourceStates.FailedToStart, Limit.Token);

        Assert.Contains("second is not started: 'second' waits for 'first', which is Exited with exit code 3. Mend 'first', then start both.", test.Said);
    }

    [Fact]
    public async Task lasts_until_what_is_done_when_the_other_is_healthy_has_been_done()
    {
        var prepared = new TaskCompletionSource();
        var test = new TestApplication();
        var first = test.Add("first").OnResourceReady((_, _, _) => prepared.Task);
        test.Add("second").WaitFor(first);
        await using var application = await test.Start();
        await application.ResourceNotifications.WaitForResourceHealthyAsync("first", Limit.Token);
        Assert.Equal(KnownResourceStates.Waiting, application.State("second"));

        prepared.SetResult();

        await application.ResourceNotifications.WaitForResourceHealthyAsync("second", Limit.Token);
    }
}
