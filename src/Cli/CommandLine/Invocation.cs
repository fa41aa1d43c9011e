namespace Regional.Cli.CommandLine;

/// <summary>What its user types to start this program: hints and examples begin with it.</summary>
internal static class Invocation
{
    /// <summary>The program's own name.</summary>
    public const string Name = "regional";

    /// <summary>The form that works in a fresh clone, at the root of the repository.</summary>
    public const string FromTheRepository = "dotnet run --project src/Cli --";

    /// <summary>The name, where the shell finds this very program by it; otherwise the long form.</summary>
    /// <param name="program">The file that runs.</param>
    /// <param name="path">The folders in which the shell searches.</param>
    public static string Of(string? program, string? path) =>
        Path.GetFileNameWithoutExtension(program) == Name
        && (path ?? "").Split(Path.PathSeparator).Select(Path.TrimEndingDirectorySeparator).Contains(Path.GetDirectoryName(program))
            ? Name
            : FromTheRepository;
}
