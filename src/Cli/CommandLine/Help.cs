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
          1  could not be done: no connection, a refused call, a file that cannot be read or written
          2  wrong usage of the command line
          3  done, but items were rejected or lines were broken
        """;

    /// <summary>Gives every command below the root its examples.</summary>
    public static void Complete(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new WithExamples((HelpAction)help.Action!);
    }

    /// <summary>The command as it is typed, <c>regional region check</c>.</summary>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "regional";

    private sealed class WithExamples(HelpAction standard) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = standard.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            var examples = ExamplesOf(parseResult.CommandResult.Command).ToList();
            if (examples.Count > 0)
            {
                output.WriteLine("Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine($"  {example.Line}");
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
