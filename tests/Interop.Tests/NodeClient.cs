using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace Regional.Interop.Tests;

/// <summary>The grpc-js client in the folder <c>node</c>.</summary>
internal static class NodeClient
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly string Folder = typeof(NodeClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(NodeClient)).Value!;

    /// <summary>What the client lacks and how to get it; null where it lacks nothing.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Whether a missing client is a failure.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Runs one case; exit code 0 means that it passed, −1 that it was ended after 30 s.</summary>
    public static async Task<(int ExitCode, string Output)> Run(string name, Uri address, string token, CancellationToken cancellationToken)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["interop.js", name])
        {
            WorkingDirectory = Folder,
            Environment = { ["INTEROP_ADDRESS"] = address.Authority, ["INTEROP_TOKEN"] = token },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = node.StandardOutput.ReadToEndAsync(limit.Token);
            var error = node.StandardError.ReadToEndAsync(limit.Token);
            await node.WaitForExitAsync(limit.Token);
            return (node.ExitCode, await output + await error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (-1, $"The case had not ended after {Limit.TotalSeconds} s.");
        }
        finally
        {
            node.Kill(entireProcessTree: true); // does nothing to a process that has ended
        }
    }

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
