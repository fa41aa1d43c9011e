using Regional.Cli.Pushing;
using Regional.Cli.Signals;

namespace Regional.Cli.Tests;

public sealed class A_push_of_many_signals : PushTests
{
    [Fact]
    public async Task keeps_each_batch_within_500_signals_and_64_kB()
    {
        var large = new string('1', 400);
        Shell.Write("signals.ndjson", [.. Example.Lines(700), .. Example.Lines(700).Select(line => line.Replace("Z-1", large, StringComparison.Ordinal))]);

        await Push("signals.ndjson");

        var (counts, sizes) = (Signalering.Batches.Select(batch => batch.Signals.Count).ToList(), Signalering.Batches.Select(batch => batch.CalculateSize()).ToList());
        Assert.Equal((1_400, 500), (counts.Sum(), counts.Max()));
        Assert.InRange(sizes.Max(), 65_000, 65_536);
        Assert.Equal(Enumerable.Range(1, Signalering.Batches.Count).Select(number => (long)number), Signalering.Batches.Select(batch => batch.Batch));
    }

    [Fact]
    public async Task rejects_a_signal_that_no_batch_can_hold_by_itself()
    {
        Shell.Write("signals.ndjson", Example.Line().Replace("Z-1", new string('1', 65_536), StringComparison.Ordinal), Example.Line());

        var ran = await Push("signals.ndjson");

        Assert.Equal((ExitCode.DoneInPart, 1), (ran.ExitCode, Signalering.Stored.Count));
        Assert.Contains("signals.ndjson:1: SIGNAL_TOO_LARGE: signal is larger than a batch may be, 64 kB; shorten its texts", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task lets_eight_batches_wait_for_their_answers_and_no_more()
    {
        Shell.Write("signals.ndjson", Example.Lines(12_000));
        Signalering.AnswersAt = PushStream.MostUnanswered;

        var ran = await Push("signals.ndjson", "--json");

        Assert.Equal((ExitCode.Done, 12_000, 12_000, 0), Counts(ran));
        Assert.Equal(8, Signalering.MostUnanswered);
    }

    // Byte by byte over the limit, with the largest number that a batch can have.
    [Fact]
    public void has_no_batch_that_the_service_finds_too_large()
    {
        var sizes = new List<int>();
        for (var length = 65_200; length < 65_536; length++)
        {
            var signal = Example.Signal();
            signal.Signal.ReasonText = new string('x', length);
            var (batch, line) = (new Batch(), new SignalLine.Good(new("signals.ndjson", 1), length, signal));

            Assert.Equal(Batch.CanHold(line), batch.TryAdd(line));
            sizes.Add(batch.ToProto(long.MaxValue).CalculateSize());
        }

        Assert.InRange(sizes.Max(), 65_530, 65_536);
    }
}
