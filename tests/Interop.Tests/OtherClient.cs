using System.Diagnostics;
using System.Reflection;

namespace Regional.Interop.Tests;

/// <summary>A client in another language, which runs one case as a process of its own.</summary>
internal static class OtherClient
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly string Project = typeof(OtherClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(Project)).Value!;

    /// <summary>A folder of the project: a client runs where it lies.</summary>
    public static string Folder(string name) => Path.Combine(Project, name);

    /// <summary>Runs a case by a client, and fails where it does.</summary>
    /// <param name="client">The client, started for the case.</param>
    /// <param name="missing">What the client lacks and how to get it; null where it lacks nothing.</param>
    /// <param name="server">The server to call.</param>
    public static async Task Passes(ProcessStartInfo client, string? missing, TestServerFixture server)
    {
        // CI must notice that a client no longer runs; a laptop need not have it.
        Assert.False(missing is not null && Environment.GetEnvironmentVariable("CI") == "true", missing);
        Assert.SkipWhen(missing is not null, missing ?? "");

        var (exitCode, output) = await Run(client, server, TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, $"{client.FileName} ended with exit code {exitCode}:\n{output}");
    }

    // Exit code −1: it was ended after 30 s.
    private static async Task<(int ExitCode, string Output)> Run(ProcessStartInfo start, TestServerFixture server, CancellationToken cancellationToken)
    {
        start.Environment["INTEROP_ADDRESS"] = server.Address.Authority;
        start.Environment["INTEROP_TOKEN"] = server.Token;
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        using var client = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = client.StandardOutput.ReadToEndAsync(limit.Token);
            var error = client.StandardError.ReadToEndAsync(limit.Token);
            await client.WaitForExitAsync(limit.Token);
            return (client.ExitCode, await output + await error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (-1, $"The case had not ended after {Limit.TotalSeconds} s.");
        }
        finally
        {
            client.Kill(entireProcessTree: true); // does nothing to a process that has ended
        }
    }
}
