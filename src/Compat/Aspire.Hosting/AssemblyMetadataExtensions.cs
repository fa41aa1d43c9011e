using System.Reflection;

namespace Aspire.Hosting;

internal static class AssemblyMetadataExtensions
{
    /// <summary>What the build wrote into the assembly under this key.</summary>
    public static string? Metadata(this Assembly? assembly, string key) =>
        assembly?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == key)?.Value;
}
