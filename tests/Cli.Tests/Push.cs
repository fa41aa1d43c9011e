using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Regional.Cli.Pushing;
using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Cli.Tests;

public sealed class Push : IAsyncLifetime
{
    private readonly Shell _shell = new();
    private readonly FakeSignalering _signalering = new();
    private FakeHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await FakeHost.Start(_signalering);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task counts_what_was_stored_and_run_twice_finds_duplicates_only()
    {
        _shell.Write("signals.ndjson", Example.Lines(3));

        var (first, second) = (await Run("signals.ndjson", "--json"), await Run("signals.ndjson", "--json"));

        Assert.Equal((ExitCode.Done, 3, 3, 0), Counts(first));
        Assert.Equal((ExitCode.Done, 3, 0, 3), Counts(second));
        Assert.Equal(3, _signalering.Stored.Count);
    }

    [Fact]
    public async Task prints_a_table_without_a_progress_bar_into_a_pipe()
    {
        _shell.Write("signals.ndjson", Example.Lines(1_200));

        var ran = await Run("signals.ndjson");

        Assert.Matches(@"accepted +1,200 *\n +duplicate +0 *\n +rejected +0 *\n", ran.Out);
        Assert.Equal((ExitCode.Done, "", false), (ran.ExitCode, ran.Error, ran.Out.Contains('\u001b', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task names_rejected_signals_by_the_lines_of_their_file()
    {
        List<string> lines = [.. Example.Lines(700)];
        lines[3] = "";
        _shell.Write("signals.ndjson", lines);
        var judged = 0;
        _signalering.Judge = _ => ++judged is 10 or 600
            ? new() { Outcome = Outcome.Rejected, Reason = "INVALID_FIELDS", Violations = { new Wire.Rpc.BadRequest.Types.FieldViolation { Field = "signal.start_date", Reason = "IN_FUTURE", Description = "lies after today" } } }
            : null;

        var (ran, again) = (await Run("signals.ndjson"), await Run("signals.ndjson", "--json"));

        Assert.Equal(ExitCode.DoneInPart, ran.ExitCode);
        Assert.Contains("  signals.ndjson:11: INVALID_FIELDS: signal.start_date lies after today\n  signals.ndjson:601: INVALID_FIELDS: signal.start_date lies after today\n", ran.Out, StringComparison.Ordinal);
        Assert.Matches(@"rejected +2 *\n +INVALID_FIELDS +2 *\n", ran.Out);
        Assert.Equal((ExitCode.Done, 699, 2, 697), Counts(again));
    }

    [Fact]
    public async Task tells_the_rejected_lines_as_JSON_with_their_fields()
    {
        _shell.Write("signals.ndjson", Example.Lines(2));
        _signalering.Judge = _ => new() { Outcome = Outcome.Rejected, Reason = "FOREIGN_MUNICIPALITY", Violations = { new Wire.Rpc.BadRequest.Types.FieldViolation { Field = "signal.municipality", Reason = "FOREIGN", Description = "is another's" } } };

        var json = (await Run("signals.ndjson", "--json")).Json;

        Assert.Equal(2, json.GetProperty("rejectedByReason").GetProperty("FOREIGN_MUNICIPALITY").GetInt32());
        var line = json.GetProperty("rejectedLines")[1];
        Assert.Equal(("signals.ndjson", 2, "signal.municipality"), (line.GetProperty("file").GetString(), line.GetProperty("line").GetInt32(), line.GetProperty("violations")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task counts_the_notes_on_what_was_accepted()
    {
        _shell.Write("signals.ndjson", Example.Lines(3));
        var judged = 0;
        _signalering.Judge = _ => judged++ == 0 ? null : new() { Outcome = Outcome.Accepted, Notes = { new Wire.Signalering.V1.Note { Reason = "DROPPED_FIELDS" } } };

        var ran = await Run("signals.ndjson", "--json");

        Assert.Equal((ExitCode.Done, 3, 3, 0), Counts(ran));
        Assert.Equal(2, ran.Json.GetProperty("notesByReason").GetProperty("DROPPED_FIELDS").GetInt32());
    }

    [Fact]
    public async Task names_broken_lines_and_sends_the_rest()
    {
        _shell.Write("signals.ndjson", [Example.Line(), "{", Example.Line(), .. Enumerable.Repeat("{", 30)]);

        var ran = await Run("signals.ndjson");

        Assert.Equal((ExitCode.DoneInPart, 2), (ran.ExitCode, _signalering.Stored.Count));
        Assert.Matches(@"broken lines, not sent +31 *\n", ran.Out);
        Assert.Contains("  signals.ndjson:2: is no JSON, from byte 2 of the line on\n  signals.ndjson:4: ", ran.Out, StringComparison.Ordinal);
        Assert.Contains("  and 11 more; --json names them all", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task names_all_broken_lines_as_JSON()
    {
        _shell.Write("signals.ndjson", Enumerable.Repeat("{", 30));

        var ran = await Run("signals.ndjson", "--json");

        Assert.Equal((ExitCode.DoneInPart, 30), (ran.ExitCode, ran.Json.GetProperty("brokenLines").GetArrayLength()));
    }

    [Fact]
    public async Task takes_several_files_and_standard_input()
    {
        _shell.Write("a.ndjson", Example.Lines(2));
        _shell.Write("b.ndjson", "{", Example.Line());
        _shell.Input = Shell.Utf8(Example.Line());

        var ran = await Run("a.ndjson", "b.ndjson", "-", "--json");

        Assert.Equal((ExitCode.DoneInPart, 4, 4, 0), Counts(ran));
        Assert.Equal("b.ndjson", ran.Json.GetProperty("brokenLines")[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task sends_nothing_when_one_of_the_files_is_missing()
    {
        _shell.Write("a.ndjson", Example.Lines(2));

        var ran = await Run("a.ndjson", "b.ndjson");

        Assert.Equal((ExitCode.NotDone, 0), (ran.ExitCode, _signalering.Batches.Count));
        Assert.StartsWith("b.ndjson cannot be read: ", ran.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task keeps_each_batch_within_500_signals_and_64_kB()
    {
        var large = new string('1', 400);
        _shell.Write("signals.ndjson", [.. Example.Lines(700), .. Example.Lines(700).Select(line => line.Replace("Z-1", large, StringComparison.Ordinal))]);

        await Run("signals.ndjson");

        var (counts, sizes) = (_signalering.Batches.Select(batch => batch.Signals.Count).ToList(), _signalering.Batches.Select(batch => batch.CalculateSize()).ToList());
        Assert.Equal((1_400, 500), (counts.Sum(), counts.Max()));
        Assert.InRange(sizes.Max(), 63_000, 64_000);
        Assert.Equal(Enumerable.Range(1, _signalering.Batches.Count).Select(number => (long)number), _signalering.Batches.Select(batch => batch.Batch));
    }

    [Fact]
    public async Task rejects_a_signal_that_no_batch_can_hold_by_itself()
    {
        _shell.Write("signals.ndjson", Example.Line().Replace("Z-1", new string('1', 65_000), StringComparison.Ordinal), Example.Line());

        var ran = await Run("signals.ndjson");

        Assert.Equal((ExitCode.DoneInPart, 1), (ran.ExitCode, _signalering.Stored.Count));
        Assert.Contains("signals.ndjson:1: SIGNAL_TOO_LARGE: signal is larger than a batch may be", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task lets_eight_batches_wait_for_their_answers_and_no_more()
    {
        _shell.Write("signals.ndjson", Example.Lines(12_000));
        _signalering.AnswersAt = PushStream.MostUnanswered;

        var ran = await Run("signals.ndjson", "--json");

        Assert.Equal((ExitCode.Done, 12_000, 12_000, 0), Counts(ran));
        Assert.Equal(8, _signalering.MostUnanswered);
    }

    [Fact]
    public async Task goes_on_after_a_broken_connection_and_loses_nothing()
    {
        _shell.Write("signals.ndjson", Example.Lines(6_000));
        _signalering.BeforeAnswer = stored => CutAt(stored, 2, 9);

        var ran = await Run("signals.ndjson", "--json");

        // What was stored and not answered is sent again, and comes back as a duplicate.
        Assert.Equal((ExitCode.Done, 6_000), (ran.ExitCode, ran.Json.GetProperty("signals").GetInt32()));
        Assert.Equal(6_000, ran.Json.GetProperty("accepted").GetInt32() + ran.Json.GetProperty("duplicate").GetInt32());
        Assert.InRange(ran.Json.GetProperty("duplicate").GetInt32(), 2, 6_000);
        Assert.Equal(6_000, _signalering.Stored.Count);
        Assert.Equal(3, _signalering.Tokens.Count);
        Assert.Contains("the connection broke; trying again in 0.5 s (try 1 of 6)", ran.Error, StringComparison.Ordinal);

        Task CutAt(int stored, params int[] at)
        {
            if (at.Contains(stored))
            {
                _host.Cut();
            }

            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task numbers_the_batches_of_a_new_stream_from_1()
    {
        _shell.Write("signals.ndjson", Example.Lines(2_000));
        _signalering.BeforeAnswer = stored =>
        {
            if (stored == 2)
            {
                _host.Cut();
            }

            return Task.CompletedTask;
        };

        await Run("signals.ndjson");

        Assert.Equal(2, _signalering.Batches.Count(batch => batch.Batch == 1));
    }

    [Fact]
    public async Task gives_up_after_six_tries_and_says_that_nothing_is_lost()
    {
        _shell.Write("signals.ndjson", Example.Lines(1_000));
        _signalering.BeforeAnswer = _ =>
        {
            _host.Cut();
            return Task.CompletedTask;
        };

        var ran = await Run("signals.ndjson", "--json");

        Assert.Equal((ExitCode.NotDone, 1_000), (ran.ExitCode, ran.Json.GetProperty("unanswered").GetInt32()));
        Assert.Equal(6, ran.Error.AsSpan().Count('\n'));
        Assert.StartsWith("No service answers at http://127.0.0.1:", ran.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_on_one_line_that_nobody_answers_at_the_address()
    {
        _shell.Write("signals.ndjson", Example.Line());
        await _host.DisposeAsync();

        var ran = await Run("signals.ndjson");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Matches(@"not answered +1 *\n", ran.Out);
        Assert.Contains("\nNo service answers at http://127.0.0.1:", ran.Error, StringComparison.Ordinal);
        Assert.EndsWith("Push the same files again: what was stored comes back as a duplicate, nothing is stored twice.\n", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task does_not_try_again_what_was_refused()
    {
        _shell.Write("signals.ndjson", Example.Line());
        _signalering.BeforeAnswer = _ => throw Refusals.Of(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED", "Only a municipality pushes signals.");

        var ran = await Run("signals.ndjson");

        Assert.Equal((ExitCode.NotDone, 1), (ran.ExitCode, _signalering.Tokens.Count));
        Assert.StartsWith("PERMISSION_DENIED ROLE_NOT_ALLOWED: Only a municipality pushes signals.", ran.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task waits_for_the_answers_to_what_it_sent_when_it_is_stopped()
    {
        using var shell = new Shell { Clock = new PatientClock(), Input = Shell.Utf8(string.Concat(Example.Lines(20_000).Select(line => line + "\n"))) };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _signalering.BeforeAnswer = async stored =>
        {
            if (stored == 3)
            {
                await stop.CancelAsync();
            }
        };

        var ran = await shell.Run(["push", "-", "--token", "secret", "--address", _host.Address.ToString(), "--json"], new(), stop.Token);

        var (sent, accepted) = (_signalering.Stored.Count, ran.Json.GetProperty("accepted").GetInt32());
        Assert.Equal((ExitCode.NotDone, sent), (ran.ExitCode, accepted));
        Assert.InRange(accepted, 1, 19_999);
        Assert.Equal("Stopped.", ran.Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task sends_each_signal_with_a_token_of_its_own_municipality()
    {
        _shell.Write("signals.ndjson", Example.Line("0106"), Example.Line("1730"), Example.Line("0106"));
        _shell.StartStack(("signalering", _host.Address));

        var ran = await _shell.Run("push", "signals.ndjson");

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(["00000099000100106000 municipality leerplicht", "00000099000101730000 municipality leerplicht"], _signalering.Tokens.Select(Bearer).Order());

        static string Bearer(string header)
        {
            var token = new JsonWebToken(header["Bearer ".Length..]);
            return $"{token.GetPayloadValue<string>("azp")} {token.GetPayloadValue<string>("role")} {token.GetPayloadValue<string>("unit")}";
        }
    }

    [Theory]
    [InlineData("0363")]
    [InlineData("Assen")]
    [InlineData("")]
    public async Task rejects_a_signal_of_a_municipality_for_which_nobody_here_speaks(string municipality)
    {
        _shell.Write("signals.ndjson", Example.Line(municipality), Example.Line());
        _shell.StartStack(("signalering", _host.Address));

        var ran = await _shell.Run("push", "signals.ndjson");

        Assert.Equal((ExitCode.DoneInPart, 1), (ran.ExitCode, _signalering.Stored.Count));
        Assert.Contains("signals.ndjson:1: NO_PARTICIPANT: signal.municipality nobody here speaks for this municipality", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret", "Bearer secret")]
    [InlineData("none", "")]
    public async Task sends_all_with_the_token_that_was_given(string token, string header)
    {
        _shell.Write("signals.ndjson", Example.Line("0106"), Example.Line("0363"));

        await _shell.Run("push", "signals.ndjson", "--token", token, "--address", _host.Address.ToString());

        Assert.Equal([header], _signalering.Tokens);
        Assert.Equal(2, _signalering.Stored.Count);
    }

    private Task<Ran> Run(params string[] args) => _shell.Run(["push", .. args, "--token", "secret", "--address", _host.Address.ToString()]);

    private static (ExitCode ExitCode, int Signals, int Accepted, int Duplicate) Counts(Ran ran) =>
        (ran.ExitCode, ran.Json.GetProperty("signals").GetInt32(), ran.Json.GetProperty("accepted").GetInt32(), ran.Json.GetProperty("duplicate").GetInt32());
}
