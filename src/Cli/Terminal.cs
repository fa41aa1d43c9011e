using System.Text;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Regional.Cli;

/// <summary>What a command has around it: the three streams, the working folder, the clock and what the environment tells.</summary>
internal sealed class Terminal
{
    // Wide enough that nothing which goes into a file or a pipe is ever folded.
    private const int Unfolded = 1_000;

    /// <summary>For the result of the command.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>For all that is no result.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input as it is, byte by byte.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Opens standard output for bytes that must arrive as they are.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    /// <summary>Whether a person looks on: neither of the two outputs goes into a file or a pipe.</summary>
    public required bool IsInteractive { get; init; }

    /// <summary>The working folder.</summary>
    public required string Folder { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>What the user types to start this program.</summary>
    public required string Program { get; init; }

    /// <summary>The folder of the stack, as <see cref="StackOption.Variable"/> names it; null when it names none.</summary>
    public string? NamedStack { get; init; }

    public static Terminal OfProcess()
    {
        // Elsewhere than on Windows this is so already; without it a hidden figure's `·` becomes `?` there.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new()
        {
            Out = Console.Out,
            Error = Console.Error,
            OpenInput = Console.OpenStandardInput,
            OpenOutput = Console.OpenStandardOutput,
            IsInteractive = !Console.IsOutputRedirected && !Console.IsErrorRedirected,
            Folder = Environment.CurrentDirectory,
            Clock = TimeProvider.System,
            Program = Invocation.Of(Environment.ProcessPath, Environment.GetEnvironmentVariable("PATH")),
            NamedStack = Environment.GetEnvironmentVariable(StackOption.Variable) is { Length: > 0 } named ? named : null,
        };
    }

    /// <summary>The path of a file that was named relative to the working folder.</summary>
    public string PathOf(string name) => Path.GetFullPath(name, Folder);

    /// <summary>Writes a table.</summary>
    public void Write(IRenderable table, TextWriter writer) => ConsoleOn(writer).Write(table);

    /// <summary>A console for what is drawn, like a progress bar.</summary>
    public IAnsiConsole ConsoleOn(TextWriter writer)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = IsInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!IsInteractive)
        {
            console.Profile.Width = Unfolded;
        }

        return console;
    }
}
