using System.CommandLine;
using System.CommandLine.Invocation;
using Regional.Cli.CommandLine;
using Regional.Cli.Commands;

namespace Regional.Cli;

/// <summary>The command line <c>regional</c>: reads it, runs the command, and turns every fault into one line and an exit code.</summary>
internal static class RegionalCli
{
    // After Ctrl-C a push waits for the answers to what it has sent; this must be longer than that.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);

    public static async Task<ExitCode> Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        try
        {
            // A token may begin with @; it is no name of a file with arguments.
            var parsed = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction)
            {
                foreach (var error in parsed.Errors)
                {
                    await terminal.Error.WriteLineAsync(error.Message);
                }

                if (parsed.CommandResult.Command.Subcommands is { Count: > 0 } commands)
                {
                    await terminal.Error.WriteLineAsync($"Take one of the commands {string.Join(", ", commands.Select(command => command.Name))}.");
                }

                await terminal.Error.WriteLineAsync($"See: {Help.PathOf(parsed.CommandResult.Command, terminal.Program)} --help");
                return ExitCode.WrongUsage;
            }

            return (ExitCode)await parsed.InvokeAsync(
                new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestGoodbye }, cancellationToken);
        }
        catch (Exception fault)
        {
            await terminal.Error.WriteLineAsync(LineOf(fault));
            return (fault as CliFault)?.ExitCode ?? ExitCode.NotDone;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Pushes, reads and checks leerplicht data from a terminal.")
        {
            new SimulateCommand(terminal),
            new PushCommand(terminal),
            new TableCommand(terminal),
            new WatchCommand(terminal),
            new EraseCommand(terminal),
            new DiscloseCommand(terminal),
            new AuditCommand(terminal),
            new Command("region", "Works on the files that define the regions.") { new RegionCheckCommand(terminal) },
            new Command("log", "Works on the logs of a service: proof of what was stored.") { new LogVerifyCommand(terminal), new LogRestoredCommand(terminal), new LogKeysCommand(terminal) },
            new Command("rebuild", "Has a service make anew what it keeps of a log.") { new RebuildIndicatorsCommand(terminal) },
            new TokenCommand(terminal),
        };
        Help.Complete(root, terminal.Program);
        return root;
    }

    private static string LineOf(Exception fault) => fault switch
    {
        CliFault => fault.Message,
        IOException or UnauthorizedAccessException => $"A file or stream cannot be used: {fault.Message}",
        // A stack trace helps nobody who types a command; the type tells a developer where to look.
        _ => $"{Invocation.Name} met a fault of its own: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}",
    };
}
