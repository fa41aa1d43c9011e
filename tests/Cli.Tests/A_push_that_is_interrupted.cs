using Grpc.Core;

namespace Regional.Cli.Tests;

public sealed class A_push_that_is_interrupted : PushTests
{
    [Fact]
    public async Task goes_on_after_a_broken_connection_and_loses_nothing()
    {
        Shell.Write("signals.ndjson", Example.Lines(6_000));
        Signalering.BeforeAnswer = stored => CutAt(stored, 2, 9);

        var ran = await Push("signals.ndjson", "--json");

        // What was stored and not answered is sent again, and comes back as a duplicate.
        Assert.Equal((ExitCode.Done, 6_000), (ran.ExitCode, ran.Json.GetProperty("signals").GetInt32()));
        Assert.Equal(6_000, ran.Json.GetProperty("accepted").GetInt32() + ran.Json.GetProperty("duplicate").GetInt32());
        Assert.InRange(ran.Json.GetProperty("duplicate").GetInt32(), 2, 6_000);
        Assert.Equal(6_000, Signalering.Stored.Count);
        Assert.Equal(3, Signalering.Tokens.Count);
        Assert.StartsWith($"No connection to {Host.Address.GetLeftPart(UriPartial.Authority)}; trying again for half a minute.\n", ran.Error, StringComparison.Ordinal);
        Assert.EndsWith("Connected again.\n", ran.Error, StringComparison.Ordinal);

        Task CutAt(int stored, params int[] at)
        {
            if (at.Contains(stored))
            {
                Host.Cut();
            }

            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task numbers_the_batches_of_a_new_stream_from_1()
    {
        Shell.Write("signals.ndjson", Example.Lines(2_000));
        Signalering.BeforeAnswer = stored =>
        {
            if (stored == 2)
            {
                Host.Cut();
            }

            return Task.CompletedTask;
        };

        await Push("signals.ndjson");

        Assert.Equal(2, Signalering.Batches.Count(batch => batch.Batch == 1));
    }

    [Fact]
    public async Task gives_up_after_six_tries_and_says_that_nothing_is_lost()
    {
        // One batch: where a second one was still on its way, its cut would hit the next try before the service has seen it.
        Shell.Write("signals.ndjson", Example.Lines(100));
        Signalering.BeforeAnswer = _ =>
        {
            Host.Cut();
            return Task.CompletedTask;
        };

        var ran = await Push("signals.ndjson", "--json");

        Assert.Equal((ExitCode.NotDone, 100), (ran.ExitCode, ran.Json.GetProperty("unanswered").GetInt32()));
        Assert.Equal(7, Signalering.Tokens.Count);
        Assert.StartsWith("No connection to ", ran.OneLine, StringComparison.Ordinal);
        Assert.StartsWith("No service answers at http://127.0.0.1:", ran.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_once_that_nobody_answers_however_many_municipalities_wait()
    {
        Shell.Write("signals.ndjson", Example.Line("0106"), Example.Line("1680"), Example.Line("1730"), Example.Line("1731"));
        Shell.StartStack(("signalering", Host.Address));
        await Host.DisposeAsync();

        var ran = await Shell.Run("push", "signals.ndjson");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Matches(@"not answered +4 *\n", ran.Out);
        Assert.Matches(
            @"\ANo connection to http://127\.0\.0\.1:\d+; trying again for half a minute\.\n"
            + @"No service answers at http://127\.0\.0\.1:.+ Push the same files again: what was stored comes back as a duplicate, nothing is stored twice\.\n\z",
            ran.Error);
    }

    [Fact]
    public async Task finds_a_stack_that_was_started_again_on_other_ports()
    {
        var second = new FakeSignalering();
        await using var elsewhere = await FakeHost.Start(second);
        Shell.Write("signals.ndjson", Example.Lines(2_000));
        Shell.StartStack(("signalering", Host.Address));
        Signalering.BeforeAnswer = _ =>
        {
            Shell.StartStack(("signalering", elsewhere.Address));
            Host.Cut();
            return Task.CompletedTask;
        };

        var ran = await Shell.Run("push", "signals.ndjson", "--json");

        Assert.Equal((ExitCode.Done, 2_000, 2_000), (ran.ExitCode, ran.Json.GetProperty("accepted").GetInt32(), second.Stored.Count));
        Assert.InRange(Signalering.Tokens.Count, 1, 2); // gRPC itself may knock once more where the connection was cut
    }

    [Fact]
    public async Task does_not_try_again_what_was_refused()
    {
        Shell.Write("signals.ndjson", Example.Line());
        Signalering.BeforeAnswer = _ => throw Refusals.Of(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED", "Only a municipality pushes signals.");

        var ran = await Push("signals.ndjson");

        Assert.Equal((ExitCode.NotDone, 1), (ran.ExitCode, Signalering.Tokens.Count));
        Assert.StartsWith("PERMISSION_DENIED ROLE_NOT_ALLOWED: Only a municipality pushes signals.", ran.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task waits_for_the_answers_to_what_it_sent_when_it_is_stopped()
    {
        using var shell = new Shell { Clock = new PatientClock(), Input = Shell.Utf8(string.Concat(Example.Lines(20_000).Select(line => line + "\n"))) };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Signalering.BeforeAnswer = async stored =>
        {
            if (stored == 3)
            {
                await stop.CancelAsync();
            }
        };

        var ran = await shell.Run(["push", "-", "--token", "secret", "--address", Host.Address.ToString(), "--json"], new(), stop.Token);

        var (sent, accepted) = (Signalering.Stored.Count, ran.Json.GetProperty("accepted").GetInt32());
        Assert.Equal((ExitCode.Stopped, sent), (ran.ExitCode, accepted));
        Assert.InRange(accepted, 1, 19_999);
        Assert.Equal("Stopped.", ran.Json.GetProperty("error").GetString());
    }

    // A service that stops in the middle of a commit says so.
    [Fact]
    public async Task sends_again_what_the_service_gave_up()
    {
        Shell.Write("signals.ndjson", Example.Line());
        Signalering.BeforeAnswer = stored => stored == 1 ? throw new RpcException(new(StatusCode.Aborted, "The write was given up.")) : Task.CompletedTask;

        var ran = await Push("signals.ndjson", "--json");

        Assert.Equal((ExitCode.Done, 1, 0, 1), Counts(ran));
        Assert.Equal(2, Signalering.Tokens.Count);
    }

    [Fact]
    public async Task does_not_wait_without_end_for_a_service_that_is_silent_when_it_is_stopped()
    {
        Shell.Write("signals.ndjson", Example.Lines(3));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var silence = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Signalering.BeforeAnswer = async _ =>
        {
            await stop.CancelAsync();
            await silence.Task;
        };

        var pushing = Shell.Run(["push", "signals.ndjson", "--token", "secret", "--address", Host.Address.ToString(), "--json"], new(), stop.Token);
        try
        {
            var ran = await pushing.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.Equal((ExitCode.Stopped, 3), (ran.ExitCode, ran.Json.GetProperty("unanswered").GetInt32()));
        }
        finally
        {
            silence.SetResult();
            await pushing;
        }
    }
}
