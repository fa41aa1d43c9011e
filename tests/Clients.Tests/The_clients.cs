using System.ComponentModel;
using System.Diagnostics;

namespace Regional.Clients.Tests;

public sealed class The_client_in_CSharp(SignaleringFixture service, Workplace workplace)
    : A_municipal_client("C#", service, workplace), IClassFixture<SignaleringFixture>, IClassFixture<Workplace>
{
    protected override string? Missing => null;
}

public sealed class The_client_in_Python(SignaleringFixture service, Workplace workplace)
    : A_municipal_client("Python", service, workplace), IClassFixture<SignaleringFixture>, IClassFixture<Workplace>
{
    private static readonly string? Lacking =
        Installed.Runs("/usr/bin/python3", "-c", "import grpc, google.protobuf") && File.Exists("/usr/bin/protoc") && File.Exists("/usr/bin/grpc_python_plugin")
            ? null
            : "Debian's gRPC for Python or protoc is not installed. Run eng/install-test-tools.";

    protected override string? Missing => Lacking;
}

public sealed class The_client_in_Node(SignaleringFixture service, Workplace workplace)
    : A_municipal_client("Node.js", service, workplace), IClassFixture<SignaleringFixture>, IClassFixture<Workplace>
{
    private static readonly string? Lacking =
        Installed.Runs("node", "--version") && Directory.Exists(Repository.File("examples/clients/node/node_modules/@grpc/grpc-js"))
            ? null
            : "Node.js or the packages of the grpc-js client are not installed. Install Node.js 20 or later and run eng/install-test-tools, once per clone.";

    protected override string? Missing => Lacking;
}

internal static class Installed
{
    /// <summary>Whether a program is there and ends with 0.</summary>
    public static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
