using System.CommandLine;

namespace Regional.Bench.Measuring;

/// <summary>A benchmark on the command line: with <c>--quick</c> or without.</summary>
internal static class BenchCommand
{
    public static Command Of(string name, string description, Func<bool, CancellationToken, Task> run)
    {
        var quick = new Option<bool>("--quick") { Description = "A tenth of the work and one round, within three minutes: for a first impression." };
        var command = new Command(name, description) { quick };
        command.SetAction((parsed, cancellation) => run(parsed.GetValue(quick), cancellation));
        return command;
    }
}
