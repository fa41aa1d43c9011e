using System.Xml.Linq;

namespace Regional.Architecture.Tests;

/// <summary>A project file: where it is and what it references.</summary>
/// <param name="Path">Relative to the root, with slashes.</param>
/// <param name="Projects">Paths of the projects that it references, relative to the root.</param>
/// <param name="Packages">Names of the packages that it references.</param>
internal sealed record Project(string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsService => Path is ['s', 'r', 'c', '/', ..] && Repository.Services.Contains(Name);
}

/// <summary>What lies in the repository.</summary>
internal static class Repository
{
    /// <summary>The services, those that are still to come among them.</summary>
    public static readonly IReadOnlySet<string> Services = new HashSet<string> { "Signalering", "Placement", "Expertise", "Indicators", "Portal" };

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Project> Projects { get; } = [.. Files("*.csproj").Select(Read)];

    /// <summary>Source files below a folder, relative to the root.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) => (folders.Length == 0 ? ["."] : folders)
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("artifacts/", StringComparison.Ordinal) && !file.StartsWith('.') && !file.Contains("/node_modules/", StringComparison.Ordinal));

    /// <summary>The built assembly of a project, of the configuration in which these tests run.</summary>
    public static string AssemblyOf(Project project)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\'));
        var folder = Path.Combine(Root, "artifacts", "bin", project.Name, configuration);
        return new[] { $"Regional.{project.Name}.dll", $"{project.Name}.dll", "regional.dll" }.Select(name => Path.Combine(folder, name)).First(File.Exists);
    }

    private static Project Read(string path)
    {
        var xml = XDocument.Load(Path.Combine(Root, path));
        var folder = Path.GetDirectoryName(path)!;
        return new(
            path,
            [.. Includes(xml, "ProjectReference").Select(include => Path.GetRelativePath(Root, Path.GetFullPath(Path.Combine(Root, folder, include))).Replace('\\', '/'))],
            [.. Includes(xml, "PackageReference")]);
    }

    private static IEnumerable<string> Includes(XDocument xml, string item) => xml.Descendants(item).Attributes("Include").Select(include => include.Value);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Regional.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Regional.sln above the tests.");
        }

        return folder.FullName;
    }
}
