using Regional.Wire.Signalering.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Cli.Tests;

public sealed class A_journal : PushTests
{
    private string[] Written => File.ReadAllLines(Shell.File("journal.ndjson"));

    [Fact]
    public async Task holds_each_signal_as_it_was_sent_and_what_was_answered()
    {
        Shell.Write("signals.ndjson", Example.Lines(3));
        var judged = 0;
        Signalering.Judge = _ => ++judged == 2 ? new() { Outcome = Outcome.Rejected, Reason = "INVALID_FIELDS" } : null;

        await Push("signals.ndjson", "--journal", "journal.ndjson");

        var signals = File.ReadAllLines(Shell.File("signals.ndjson")).Select(CreateSignalRequest.Parser.ParseJson).ToList();
        Assert.Equal(signals, Written[..3].Select(line => CreateSignalRequest.Parser.ParseJson(line["{\"sent\":".Length..^1])));
        Assert.Equal(
            signals.Zip(["ACCEPTED", "REJECTED", "ACCEPTED"], (signal, answer) => $$"""{"requestId":"{{signal.RequestId}}","answer":"{{answer}}"}"""),
            Written[3..]);
    }

    [Fact]
    public async Task is_for_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There its folder says who may read it.");
            return;
        }

        Shell.Write("signals.ndjson", Example.Lines(1));

        await Push("signals.ndjson", "--journal", "journal.ndjson");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Shell.File("journal.ndjson")));
    }

    [Fact]
    public async Task goes_on_where_the_push_before_it_ended()
    {
        Shell.Write("signals.ndjson", Example.Lines(2));

        await Push("signals.ndjson", "--journal", "journal.ndjson");
        await Push("signals.ndjson", "--journal", "journal.ndjson");

        Assert.Equal(8, Written.Length);
        Assert.All(Written[6..], line => Assert.EndsWith("\"answer\":\"DUPLICATE\"}", line));
    }
}
