using System.Runtime.InteropServices;

namespace Regional.LocalServers.Processes;

/// <summary>The program <c>dotnet</c>, which runs assemblies.</summary>
internal static class DotnetHost
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>The one that DOTNET_HOST_PATH names, or the one that this program runs on, or the first on the PATH.</summary>
    /// <param name="named">The value of DOTNET_HOST_PATH, if any.</param>
    public static string Find(string? named)
    {
        if (named is { Length: > 0 })
        {
            return File.Exists(named)
                ? named
                : throw new LocalServerException($"DOTNET_HOST_PATH names {named}, which does not exist. Correct that variable or remove it.");
        }

        // The runtime lies in <dotnet>/shared/Microsoft.NETCore.App/<version>.
        var own = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", FileName));
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, FileName));
        return path.Prepend(own).FirstOrDefault(File.Exists)
            ?? throw new LocalServerException(
                "The program 'dotnet' was not found. Install the .NET SDK (https://dot.net/download), or set DOTNET_HOST_PATH to it.");
    }
}
