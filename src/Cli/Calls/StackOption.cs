using System.CommandLine;

namespace Regional.Cli.Calls;

/// <summary>Which running stack a command takes addresses, tokens and regions from: the one that is named, or else that of this folder or the nearest above.</summary>
internal sealed class StackOption(Terminal terminal)
{
    /// <summary>The environment variable that names a stack for every command.</summary>
    public const string Variable = "REGIONAL_STACK";

    private readonly Option<string?> _folder = new("--stack")
    {
        Description = $"The folder that the AppHost was given with --folder [default: ${Variable}, or else .regional here or above]",
        HelpName = "folder",
    };

    public void AddTo(Command command) => command.Options.Add(_folder);

    /// <summary>The running stack.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="instead">What the user can do without one, as the end of a sentence: <c>name the service with --address</c>.</param>
    /// <exception cref="CliFault">None runs there.</exception>
    public Stack Running(ParseResult parsed, string instead) => Named(parsed) ?? Stack.Near(terminal.Folder, instead);

    /// <summary>The folder of the regions that the running stack serves, or without one the folder <c>regions</c> here or above.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="instead">What the user can do where there is neither, as the end of a sentence.</param>
    /// <exception cref="CliFault">There is neither, or the stack that was named does not run.</exception>
    public string Regions(ParseResult parsed, string instead) =>
        (Named(parsed) ?? Stack.NearIfRunning(terminal.Folder))?.Regions
        ?? RegionFiles.Near(terminal.Folder)
        ?? throw CliFault.NotDone($"There is no folder 'regions' here or above. Run the command inside the repository, or {instead}.");

    /// <summary>The folder of the stack, whether or not it runs; null where there is none.</summary>
    public string? Folder(ParseResult parsed) => (parsed.GetValue(_folder) ?? terminal.NamedStack) is { } named
        ? terminal.PathOf(named)
        : RegionFiles.Above(terminal.Folder).Select(above => Path.Combine(above, ".regional")).FirstOrDefault(Directory.Exists);

    private Stack? Named(ParseResult parsed) => (parsed.GetValue(_folder), terminal.NamedStack) switch
    {
        ({ } folder, _) => Stack.In(terminal.PathOf(folder), "--stack"),
        (null, { } folder) => Stack.In(terminal.PathOf(folder), Variable),
        _ => null,
    };
}
