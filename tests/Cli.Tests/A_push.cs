using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Cli.Tests;

public sealed class A_push : PushTests
{
    [Fact]
    public async Task counts_what_was_stored_and_run_twice_finds_duplicates_only()
    {
        Shell.Write("signals.ndjson", Example.Lines(3));

        var (first, second) = (await Push("signals.ndjson", "--json"), await Push("signals.ndjson", "--json"));

        Assert.Equal((ExitCode.Done, 3, 3, 0), Counts(first));
        Assert.Equal((ExitCode.Done, 3, 0, 3), Counts(second));
        Assert.Equal(3, Signalering.Stored.Count);
    }

    [Fact]
    public async Task prints_a_table_without_a_progress_bar_into_a_pipe()
    {
        Shell.Write("signals.ndjson", Example.Lines(1_200));

        var ran = await Push("signals.ndjson");

        Assert.Matches(@"accepted +1,200 *\n +duplicate +0 *\n +rejected +0 *\n", ran.Out);
        Assert.Equal((ExitCode.Done, "", false), (ran.ExitCode, ran.Error, ran.Out.Contains('\u001b', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task names_rejected_signals_by_the_lines_of_their_file()
    {
        List<string> lines = [.. Example.Lines(700)];
        lines[3] = "";
        Shell.Write("signals.ndjson", lines);
        var judged = 0;
        Signalering.Judge = _ => ++judged is 10 or 600
            ? new() { Outcome = Outcome.Rejected, Reason = "INVALID_FIELDS", Violations = { new Wire.Rpc.BadRequest.Types.FieldViolation { Field = "signal.start_date", Reason = "IN_FUTURE", Description = "lies after today" } } }
            : null;

        var (ran, again) = (await Push("signals.ndjson"), await Push("signals.ndjson", "--json"));

        Assert.Equal(ExitCode.DoneInPart, ran.ExitCode);
        Assert.Contains("  signals.ndjson:11: INVALID_FIELDS: signal.start_date lies after today\n  signals.ndjson:601: INVALID_FIELDS: signal.start_date lies after today\n", ran.Out, StringComparison.Ordinal);
        Assert.Matches(@"rejected +2 *\n +INVALID_FIELDS +2 *\n", ran.Out);
        Assert.Equal((ExitCode.Done, 699, 2, 697), Counts(again));
    }

    [Fact]
    public async Task tells_the_rejected_lines_as_JSON_with_their_fields()
    {
        Shell.Write("signals.ndjson", Example.Lines(2));
        Signalering.Judge = _ => new() { Outcome = Outcome.Rejected, Reason = "FOREIGN_MUNICIPALITY", Violations = { new Wire.Rpc.BadRequest.Types.FieldViolation { Field = "signal.municipality", Reason = "FOREIGN", Description = "is another's" } } };

        var json = (await Push("signals.ndjson", "--json")).Json;

        Assert.Equal(2, json.GetProperty("rejectedByReason").GetProperty("FOREIGN_MUNICIPALITY").GetInt32());
        var line = json.GetProperty("rejectedLines")[1];
        Assert.Equal(("signals.ndjson", 2, "signal.municipality"), (line.GetProperty("file").GetString(), line.GetProperty("line").GetInt32(), line.GetProperty("violations")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task counts_the_notes_on_what_was_accepted()
    {
        Shell.Write("signals.ndjson", Example.Lines(3));
        var judged = 0;
        Signalering.Judge = _ => judged++ == 0 ? null : new() { Outcome = Outcome.Accepted, Notes = { new Wire.Signalering.V1.Note { Reason = "DROPPED_FIELDS" } } };

        var ran = await Push("signals.ndjson", "--json");

        Assert.Equal((ExitCode.Done, 3, 3, 0), Counts(ran));
        Assert.Equal(2, ran.Json.GetProperty("notesByReason").GetProperty("DROPPED_FIELDS").GetInt32());
    }

    [Fact]
    public async Task says_in_a_sentence_what_a_note_means_and_on_which_lines_it_is()
    {
        Shell.Write("signals.ndjson", Example.Lines(6));
        var judged = 0;
        Signalering.Judge = _ => judged++ == 0
            ? null
            : new() { Outcome = Outcome.Accepted, Notes = { new Wire.Signalering.V1.Note { Reason = "ELSEWHERE", Description = "The territory is not hosted here." } } };

        var ran = await Push("signals.ndjson");

        Assert.Contains(
            "To know:\n  ELSEWHERE: The territory is not hosted here. (signals.ndjson:2, signals.ndjson:3, signals.ndjson:4 and 2 more)\n", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task names_every_noted_line_as_JSON()
    {
        Shell.Write("signals.ndjson", Example.Lines(30));
        Signalering.Judge = _ => new() { Outcome = Outcome.Accepted, Notes = { new Wire.Signalering.V1.Note { Reason = "ELSEWHERE", Description = "Not here." } } };

        var noted = (await Push("signals.ndjson", "--json")).Json.GetProperty("notedLines");

        Assert.Equal((30, 30, "Not here."), (noted.GetArrayLength(), noted[29].GetProperty("line").GetInt32(), noted[29].GetProperty("description").GetString()));
    }

    [Fact]
    public async Task names_broken_lines_and_sends_the_rest()
    {
        Shell.Write("signals.ndjson", [Example.Line(), "{", Example.Line(), .. Enumerable.Repeat("{", 30)]);

        var ran = await Push("signals.ndjson");

        Assert.Equal((ExitCode.DoneInPart, 2), (ran.ExitCode, Signalering.Stored.Count));
        Assert.Matches(@"broken lines, not sent +31 *\n", ran.Out);
        Assert.Contains("  signals.ndjson:2: is no JSON, from byte 2 of the line on\n  signals.ndjson:4: ", ran.Out, StringComparison.Ordinal);
        Assert.Contains("  and 11 more; --json names them all", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task names_all_broken_lines_as_JSON()
    {
        Shell.Write("signals.ndjson", Enumerable.Repeat("{", 30));

        var ran = await Push("signals.ndjson", "--json");

        Assert.Equal((ExitCode.DoneInPart, 30), (ran.ExitCode, ran.Json.GetProperty("brokenLines").GetArrayLength()));
    }

    [Fact]
    public async Task takes_several_files_and_standard_input()
    {
        Shell.Write("a.ndjson", Example.Lines(2));
        Shell.Write("b.ndjson", "{", Example.Line());
        Shell.Input = Shell.Utf8(Example.Line());

        var ran = await Push("a.ndjson", "b.ndjson", "-", "--json");

        Assert.Equal((ExitCode.DoneInPart, 4, 4, 0), Counts(ran));
        Assert.Equal("b.ndjson", ran.Json.GetProperty("brokenLines")[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task says_of_a_rejected_signal_what_is_wrong_with_it_as_a_whole()
    {
        Shell.Write("signals.ndjson", Example.Line());
        Signalering.Judge = _ => new() { Outcome = Outcome.Rejected, Reason = "INVALID_FIELDS", Violations = { new Wire.Rpc.BadRequest.Types.FieldViolation { Reason = "UNKNOWN_FIELD", Description = "has a field too many" } } };

        Assert.Contains("  signals.ndjson:1: INVALID_FIELDS: has a field too many\n", (await Push("signals.ndjson")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public async Task says_that_there_is_nothing_in_an_empty_file(string content)
    {
        await File.WriteAllTextAsync(Shell.File("signals.ndjson"), content, TestContext.Current.CancellationToken);

        var ran = await Push("signals.ndjson");

        Assert.Equal((ExitCode.Done, "Nothing to push: there is no line with a signal.\n", ""), (ran.ExitCode, ran.Out, ran.Error));
    }

    [Fact]
    public async Task says_of_a_folder_that_it_is_one()
    {
        Directory.CreateDirectory(Shell.File("signals"));

        var ran = await Push("signals");

        Assert.Equal((ExitCode.NotDone, $"'signals' is a folder. Name the files in it, like {Path.Combine("signals", "signals.ndjson")}."), (ran.ExitCode, ran.OneLine));
    }

    [Fact]
    public async Task sends_nothing_when_one_of_the_files_is_missing()
    {
        Shell.Write("a.ndjson", Example.Lines(2));

        var ran = await Push("a.ndjson", "b.ndjson");

        Assert.Equal((ExitCode.NotDone, 0), (ran.ExitCode, Signalering.Batches.Count));
        Assert.StartsWith("b.ndjson cannot be read: ", ran.OneLine, StringComparison.Ordinal);
    }
}
