using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Processes;

/// <summary>The program <c>dotnet</c>, which runs the projects' assemblies.</summary>
internal static class DotnetHost
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>The one that DOTNET_HOST_PATH names, or the one that the AppHost runs on, or the first on the PATH.</summary>
    public static string Find(IConfiguration configuration)
    {
        if (configuration["DOTNET_HOST_PATH"] is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? named
                : throw new DistributedApplicationException($"DOTNET_HOST_PATH names {named}, which does not exist. Correct that variable or remove it.");
        }

        // The runtime lies in <dotnet>/shared/Microsoft.NETCore.App/<version>.
        var own = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", FileName));
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, FileName));
        return path.Prepend(own).FirstOrDefault(File.Exists)
            ?? throw new DistributedApplicationException(
                "The program 'dotnet' was not found. Install the .NET SDK (https://dot.net/download), or set DOTNET_HOST_PATH to it.");
    }
}
