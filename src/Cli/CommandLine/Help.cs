using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Regional.Cli.CommandLine;

/// <summary>Help that ends in examples and exit codes.</summary>
internal static class Help
{
    private const string ExitCodes = """
        Exit codes:
            0  done
            1  could not be done: no connection, a refused call, a file that cannot be read or written; audit: a hidden cell is exact; log verify: something is broken
            2  wrong usage of the command line; log verify: it could not be checked
            3  done, but items were rejected or lines were broken
          130  stopped by Ctrl-C before it was done
        """;

    /// <summary>Gives every command below the root its examples.</summary>
    /// <param name="root">The root.</param>
    /// <param name="program">What the user types to start this program.</param>
    public static void Complete(RootCommand root, string program)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new WithExamples((HelpAction)help.Action!, program);
    }

    /// <summary>The command as it is typed, <c>regional region check</c>.</summary>
    public static string PathOf(Command command, string program) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent, program)} {command.Name}" : program;

    private sealed class WithExamples(HelpAction standard, string program) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var output = parseResult.InvocationConfiguration.Output;
            var text = new StringWriter();
            parseResult.InvocationConfiguration.Output = text;
            var exitCode = standard.Invoke(parseResult);
            output.Write(text.ToString().Replace($"  {RootCommand.ExecutableName} ", $"  {program} ", StringComparison.Ordinal));
            var examples = ExamplesOf(parseResult.CommandResult.Command).ToList();
            if (examples.Count > 0)
            {
                output.WriteLine("Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine($"  {example.Line.Replace($"{Invocation.Name} ", $"{program} ", StringComparison.Ordinal)}");
                    output.WriteLine($"      {example.Effect}");
                }

                output.WriteLine();
            }

            output.WriteLine(ExitCodes);
            return exitCode;
        }

        private static IEnumerable<Example> ExamplesOf(Command command) =>
            command is CliCommand { Examples.Count: > 0 } own ? own.Examples : command.Subcommands.SelectMany(child => ExamplesOf(child).Take(1));
    }
}
