using System.CommandLine;

namespace Regional.Cli.CommandLine;

/// <summary>A line that a user may type as it stands, and what it does.</summary>
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
    protected void Runs(Func<ParseResult, CancellationToken, Task<ExitCode>> run) => SetAction(async (parsed, cancellation) => (int)await run(parsed, cancellation));

    protected bool WantsJson(ParseResult parsed) => parsed.GetValue(_json);
}
