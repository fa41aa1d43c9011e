using Regional.Wire.Receipts.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Cli.Tests;

public sealed class A_push_with_receipts : PushTests
{
    private IEnumerable<string> Written => File.ReadLines(Shell.File("receipts.ndjson")).Select(line => Receipt.Parser.ParseJson(line).RequestId);

    [Fact]
    public async Task keeps_one_of_each_signal_that_is_stored()
    {
        Shell.Write("signals.ndjson", Example.Lines(700));
        var judged = 0;
        Signalering.Judge = _ => ++judged == 3 ? new() { Outcome = Outcome.Rejected, Reason = "INVALID_FIELDS" } : null;

        var ran = await Push("signals.ndjson", "--receipts", "receipts.ndjson");

        Assert.Matches(@"accepted +699 *\n(.*\n)* +receipts +699 *\n", ran.Out);
        Assert.Equal(Signalering.Stored.Keys.Order(), Written.Order());
    }

    [Fact]
    public async Task asks_for_none_without_the_option()
    {
        Shell.Write("signals.ndjson", Example.Lines(2));

        var ran = await Push("signals.ndjson", "--json");

        Assert.DoesNotContain(Signalering.Batches.Single().Signals, signal => signal.WithReceipt);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, ran.Json.GetProperty("receipts").ValueKind);
    }

    [Fact]
    public async Task adds_to_the_file_and_begins_a_line_of_its_own_where_one_was_cut_short()
    {
        Shell.Write("signals.ndjson", Example.Lines(2));
        File.WriteAllText(Shell.File("receipts.ndjson"), "{\"requestId\": \"cut sh");

        var (first, second) = (await Push("signals.ndjson", "--receipts", "receipts.ndjson", "--json"), await Push("signals.ndjson", "--receipts", "receipts.ndjson", "--json"));

        Assert.Equal((2, 2), (first.Json.GetProperty("receipts").GetInt32(), second.Json.GetProperty("receipts").GetInt32()));
        var lines = File.ReadAllLines(Shell.File("receipts.ndjson"));
        Assert.Equal(5, lines.Length);
        Assert.Equal(lines[1..3], lines[3..5]);
    }

    [Fact]
    public async Task sends_nothing_where_they_cannot_be_written()
    {
        Shell.Write("signals.ndjson", Example.Lines(2));

        var ran = await Push("signals.ndjson", "--receipts", "missing/receipts.ndjson");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Matches(@"^missing/receipts.ndjson cannot be written: .* Name another file with --receipts.$", ran.OneLine);
        Assert.Empty(Signalering.Batches);
    }

    [Fact]
    public async Task that_finds_no_room_for_them_says_so_and_can_be_made_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is Linux's.");
        Shell.Write("signals.ndjson", Example.Lines(2));

        var ran = await Push("signals.ndjson", "--receipts", "/dev/full");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Contains("The file of --receipts cannot be written: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Push the same files again", ran.Error, StringComparison.Ordinal);
    }
}
