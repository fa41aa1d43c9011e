using System.Text.Json.Nodes;

namespace Regional.Territory.Tests;

/// <summary>A copy of the regions in a folder of its own, to break.</summary>
internal sealed class RegionsCopy : IDisposable
{
    public RegionsCopy()
    {
        foreach (var file in Directory.EnumerateFiles(RealRegions.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(RealRegions.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("regions-").FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Edit(string file, Func<string, string> edit)
    {
        var before = File.ReadAllText(PathOf(file));
        var after = edit(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(PathOf(file), after);
    }

    /// <summary>The findings as file, place and rule.</summary>
    public IReadOnlyList<string> Findings() => [.. RegionCheck.Run(Folder).Findings.Select(finding => $"{finding.File} {finding.Where} {finding.Rule}")];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static Func<string, string> Json(Action<JsonObject> edit) => text =>
    {
        var root = JsonNode.Parse(text)!.AsObject();
        edit(root);
        return root.ToJsonString();
    };
}
