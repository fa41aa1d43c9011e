using System.CommandLine;
using System.Text.Json;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Regional.Territory;

namespace Regional.Cli.Commands;

/// <summary><c>regional region check</c>: explains every fault of the files that define the regions.</summary>
internal sealed class RegionCheckCommand : CliCommand
{
    private readonly Argument<string?> _folder = new("folder") { Description = "The folder that holds a folder for each region [default: the running AppHost's, or else 'regions' here or above]", Arity = ArgumentArity.ZeroOrOne };
    private readonly StackOption _stack;
    private readonly Terminal _terminal;

    public RegionCheckCommand(Terminal terminal)
        : base(
            "check",
            "Checks the files that define the regions, and explains every fault: which file, where in it, which rule, what to do. Ends with exit code 1 when there is one.",
            new Example("regional region check", "Checks the regions of the repository"),
            new Example("regional region check ../drafts --json", "Checks another folder, for a program"))
    {
        (_terminal, _stack) = (terminal, new(terminal));
        Arguments.Add(_folder);
        _stack.AddTo(this);
        Runs((parsed, _) => Task.FromResult(Run(parsed)));
    }

    private ExitCode Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(_folder) is { } named ? _terminal.PathOf(named) : _stack.Regions(parsed, "name the folder behind the command");
        var report = RegionCheck.Run(folder);
        var regions = report.Regions?.All.Select(region => region.Code.ToString()) ?? [];
        if (WantsJson(parsed))
        {
            _terminal.Out.WriteLine(JsonSerializer.Serialize(new { Folder = folder, Regions = regions, report.IsWhole, report.Findings }, Output.Json));
        }
        else
        {
            foreach (var finding in report.Findings)
            {
                _terminal.Out.WriteLine(finding);
            }

            _terminal.Out.WriteLine(report.Findings.Count == 0 ? $"No faults in {string.Join(", ", regions)} ({folder})." : $"{report.Findings.Count} to mend in {folder}.");
            if (!report.IsWhole)
            {
                _terminal.Out.WriteLine("What rests on values that cannot be read was not checked: mend these and check again, more may show.");
            }
        }

        return report.Findings.Count == 0 ? ExitCode.Done : ExitCode.NotDone;
    }
}
