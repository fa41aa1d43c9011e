namespace Regional.Tests;

/// <summary>The programs of this build: they lie beside the tests, whose project refers to those that it starts.</summary>
internal static class Built
{
    // artifacts/bin/Faults.Tests/debug
    private static readonly DirectoryInfo Here = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Repository { get; } = Here.Parent!.Parent!.Parent!.Parent!.FullName;

    /// <summary>The assembly of a service, like <c>Signalering</c>.</summary>
    public static string Service(string project) => Assembly(project, $"Regional.{project}");

    /// <summary>Starts the command line in a folder, where it looks for a stack.</summary>
    public static RunningProcess Regional(string folder, params IEnumerable<string> arguments) => new("dotnet", [Assembly("Cli", "regional"), .. arguments], folder);

    /// <summary>Runs a command that ends well, and gives what it wrote.</summary>
    public static async Task<string> RunRegional(string folder, params IEnumerable<string> arguments)
    {
        await using var command = Regional(folder, arguments);
        await command.Exit();
        var output = string.Join('\n', command.Output);
        Assert.True(command.ExitCode == 0, output);
        return output;
    }

    private static string Assembly(string project, string name) => Path.Combine(Here.Parent!.Parent!.FullName, project, Here.Name, $"{name}.dll");
}
