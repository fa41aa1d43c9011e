using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Testing;

namespace Regional.Interop.Tests;

/// <summary>The grpcio client in the folder <c>python</c>, on Debian's Python: another that comes first in the path has not its packages.</summary>
internal static class PythonClient
{
    private const string Python = "/usr/bin/python3";

    // The contract as the server has it; a set names each file after those that it imports.
    private static readonly string Contract = new FileDescriptorSet { File = { WithImports(TestReflection.Descriptor) } }.ToByteString().ToBase64();

    /// <summary>What the client lacks and how to get it; null where it lacks nothing.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>How it is started for a case.</summary>
    public static ProcessStartInfo Start(string name) =>
        new(Python, ["-B", "interop.py", name]) { WorkingDirectory = OtherClient.Folder("python"), Environment = { ["INTEROP_CONTRACT"] = Contract } };

    private static IEnumerable<FileDescriptorProto> WithImports(FileDescriptor file) =>
        file.Dependencies.SelectMany(WithImports).Append(FileDescriptorProto.Parser.ParseFrom(file.SerializedData));

    private static string? FindMissing()
    {
        const string Install = "Debian's python3-grpcio and python3-protobuf are not installed. Run eng/install-test-tools.";
        if (!File.Exists(Python))
        {
            return Install;
        }

        using var imports = Process.Start(new ProcessStartInfo(Python, ["-c", "import grpc, google.protobuf"]) { RedirectStandardError = true })!;
        imports.WaitForExit();
        return imports.ExitCode == 0 ? null : Install;
    }
}
