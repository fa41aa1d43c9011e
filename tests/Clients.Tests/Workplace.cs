namespace Regional.Clients.Tests;

/// <summary>A folder in which the commands of the guide run as in the root of the repository, and write nothing into it.</summary>
public sealed class Workplace : IDisposable
{
    // What is built and installed is not built and installed again; Debian's Python goes before another in the path.
    private const string Preamble = """
        set -e
        PATH=/usr/bin:$PATH
        npm() { :; }
        dotnet() { shift 4; command dotnet "$MUNICIPAL_CLIENT" "$@"; }

        """;

    private readonly TemporaryFolder _folder = new();

    public Workplace()
    {
        foreach (var folder in new[] { "protos", "examples/clients/node" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File(folder))!);
            Directory.CreateSymbolicLink(File(folder), Repository.File(folder));
        }

        Directory.CreateDirectory(File("examples/clients/python"));
        foreach (var file in new[] { "examples/clients/cases.json", "examples/clients/python/client.py" })
        {
            System.IO.File.Copy(Repository.File(file), File(file));
        }
    }

    public string File(string path) => _folder.File(path);

    /// <summary>Runs commands by bash; gives the exit code and what they wrote to standard output and error.</summary>
    /// <param name="commands">As the guide has them.</param>
    /// <param name="token">What <c>TOKEN</c> holds.</param>
    internal async Task<(int ExitCode, IReadOnlyList<string> Output)> Run(string commands, string token)
    {
        await using var bash = new RunningProcess(
            "/usr/bin/env",
            [$"TOKEN={token}", $"MUNICIPAL_CLIENT={Repository.MunicipalClient}", "bash", "-c", Preamble + commands],
            _folder.Path);
        await bash.Exit();
        return (bash.ExitCode, bash.Output);
    }

    public void Dispose() => _folder.Dispose();
}
