using System.Reflection;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Processes;

/// <summary>Where the build put a project's assembly.</summary>
internal sealed record BuiltAssembly(string Path) : IResourceAnnotation
{
    /// <summary>Refuses an assembly that <c>dotnet</c> could not start, with the command that mends it.</summary>
    public void Check(IResource project)
    {
        var csproj = project.Annotations.OfType<IProjectMetadata>().Single().ProjectPath;
        var fault = !File.Exists(Path) || !File.Exists(System.IO.Path.ChangeExtension(Path, "runtimeconfig.json")) ? "has not been built"
            : !IsAssembly() ? "has been built badly"
            : null;
        if (fault is not null)
        {
            throw new DistributedApplicationException($"'{project.Name}' {fault}: {Path}. Build it with `dotnet build {csproj}` and start again.");
        }
    }

    private bool IsAssembly()
    {
        try
        {
            AssemblyName.GetAssemblyName(Path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
