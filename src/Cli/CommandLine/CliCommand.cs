using System.CommandLine;
using Grpc.Core;

namespace Regional.Cli.CommandLine;

/// <summary>A line that a user may type, and what it does; help puts the form in which the program was started in the place of its name.</summary>
internal sealed record Example(string Line, string Effect);

/// <summary>A command with a result, which it prints for people or as JSON.</summary>
internal abstract class CliCommand : Command
{
    private readonly Option<bool> _json = new("--json") { Description = "Print the result as JSON on standard output; all else goes to standard error" };

    protected CliCommand(string name, string description, params Example[] examples)
        : base(name, description)
    {
        Examples = examples;
        Options.Add(_json);
    }

    /// <summary>Shown by help; at least one, the first being the one to try first.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>Says what to do when this command was typed.</summary>
    protected void Runs(Func<ParseResult, CancellationToken, Task<ExitCode>> run) => SetAction(async (parsed, cancellation) =>
    {
        try
        {
            return (int)await run(parsed, cancellation);
        }
        catch (Exception stopped) when (cancellation.IsCancellationRequested && stopped is OperationCanceledException or RpcException)
        {
            throw CliFault.Stopped();
        }
    });

    protected bool WantsJson(ParseResult parsed) => parsed.GetValue(_json);
}
