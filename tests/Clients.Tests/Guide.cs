namespace Regional.Clients.Tests;

/// <summary>A block of code in the guide.</summary>
/// <param name="Section">The heading above it.</param>
/// <param name="Language">As the fence names it.</param>
/// <param name="File">The file of the repository that the line above the fence links to, where it does.</param>
/// <param name="Code">The lines between the fences, each with its line feed.</param>
internal sealed record Block(string Section, string Language, string? File, string Code);

/// <summary><c>docs/clients.md</c>, as a reader takes it: commands to run and files to copy.</summary>
internal static class Guide
{
    private const string Fence = "```";

    public static IReadOnlyList<Block> Blocks { get; } = [.. Read(System.IO.File.ReadAllLines(Repository.File("docs/clients.md")))];

    /// <summary>The commands that a section tells to run.</summary>
    public static string Commands(string section) => string.Concat(Blocks.Where(block => block.Section == section && block.Language == "sh").Select(block => block.Code));

    /// <summary>The lines that a section says are printed.</summary>
    public static IReadOnlyList<string> Output(string section) =>
        Blocks.Single(block => block.Section == section && block.Language == "text").Code.TrimEnd('\n').Split('\n');

    private static IEnumerable<Block> Read(string[] lines)
    {
        var section = "";
        string? file = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                section = lines[i][3..];
            }
            else if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                var code = lines.Skip(i + 1).TakeWhile(line => line != Fence).ToList();
                yield return new Block(section, lines[i][Fence.Length..], file, string.Concat(code.Select(line => line + "\n")));
                i += code.Count + 1;
                file = null;
            }
            else if (lines[i].Length > 0)
            {
                file = Linked(lines[i]);
            }
        }
    }

    // [`examples/clients/cases.json`](../examples/clients/cases.json):
    private static string? Linked(string line) =>
        line.Split('`') is ["[", var path, var target] && target == $"](../{path}):" ? path : null;
}
