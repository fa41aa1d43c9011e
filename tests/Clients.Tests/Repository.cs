using System.Reflection;

namespace Regional.Clients.Tests;

/// <summary>Where the repository lies, and in it the client that was built.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(Repository)).Value!;

    /// <summary>The C# client, of the configuration in which these tests run.</summary>
    public static string MunicipalClient { get; } = File(Path.Combine(
        "artifacts/bin/MunicipalClient", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), "Regional.MunicipalClient.dll"));

    /// <summary>A file or folder by its path from the root.</summary>
    public static string File(string path) => Path.Combine(Root, path);
}
