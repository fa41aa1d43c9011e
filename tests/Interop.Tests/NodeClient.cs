using System.ComponentModel;
using System.Diagnostics;

namespace Regional.Interop.Tests;

/// <summary>The grpc-js client in the folder <c>node</c>.</summary>
internal static class NodeClient
{
    private static readonly string Folder = OtherClient.Folder("node");

    /// <summary>What the client lacks and how to get it; null where it lacks nothing.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>How it is started for a case.</summary>
    public static ProcessStartInfo Start(string name) => new("node", ["interop.js", name]) { WorkingDirectory = Folder };

    private static string? FindMissing()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "@grpc", "grpc-js")))
        {
            return "The packages of the grpc-js client are not installed. Run eng/install-test-tools, once per clone.";
        }

        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return null;
        }
        catch (Win32Exception)
        {
            return "Node.js is not installed. Install version 20 or later and run eng/install-test-tools.";
        }
    }
}
