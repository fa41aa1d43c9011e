using System.CommandLine;

namespace Regional.AppHost.Development;

/// <summary>What the developer asks of the stack on the command line.</summary>
/// <param name="Folder">Where data, keys and logs lie; null for <c>.regional</c> at the root of the repository.</param>
/// <param name="Regions">The folder that holds a folder for each region; null for <c>regions</c> at the root of the repository.</param>
/// <param name="RandomPorts">Whether the services listen at free ports instead of their own.</param>
internal sealed record StackOptions(string? Folder, string? Regions, bool RandomPorts)
{
    private const int WrongUsage = 2;

    /// <summary>Reads the command line.</summary>
    /// <returns>The options; null when the answer, help or a fault, is on the console already.</returns>
    public static StackOptions? Read(string[] args)
    {
        var folder = new Option<DirectoryInfo?>("--folder")
        {
            Description = "Where data, keys and logs lie [default: .regional at the root of the repository]",
            HelpName = "path",
        };
        var regions = new Option<DirectoryInfo?>("--regions")
        {
            Description = "The folder that holds a folder for each region [default: regions at the root of the repository]",
            HelpName = "path",
        };
        var randomPorts = new Option<bool>("--random-ports")
        {
            Description = "Let the services listen at free ports, so that a second stack can run beside the first",
        };
        var command = new RootCommand(
            "Runs the services of Regional on this machine, on SQLite, until Ctrl-C. "
            + "Options follow two hyphens: dotnet run --project AppHost -- --random-ports")
        {
            folder, regions, randomPorts,
        };
        StackOptions? options = null;
        command.SetAction(result => options = new(result.GetValue(folder)?.FullName, result.GetValue(regions)?.FullName, result.GetValue(randomPorts)));
        var parsed = command.Parse(args);
        if (parsed.Errors is [var fault, ..])
        {
            Console.Error.WriteLine($"{fault.Message} See: dotnet run --project AppHost -- --help");
            Environment.ExitCode = WrongUsage;
            return null;
        }

        parsed.Invoke();
        return options;
    }
}
