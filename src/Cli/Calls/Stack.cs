using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Regional.Cli.Calls;

/// <summary>The stack that an AppHost runs on this machine, as its <c>stack.json</c> tells.</summary>
internal sealed class Stack
{
    private const string FileName = "stack.json";

    // Processes compute start times from the time of boot, each with its own rounding.
    private static readonly TimeSpan SameStart = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private readonly Content _content;

    private Stack(Content content) => _content = content;

    /// <summary>The folder with the keys of its development tokens.</summary>
    public string DevelopmentKeys => _content.DevelopmentKeys;

    /// <summary>Connection string of the database that its services share; null where each has its own file.</summary>
    public string? Database => _content.Database;

    /// <summary>The folder of the regions that it serves.</summary>
    public string Regions => _content.Regions;

    /// <summary>The running stack of this folder or the nearest one above it.</summary>
    /// <param name="folder">Where to begin.</param>
    /// <param name="instead">What the user can do without one, as the end of a sentence: <c>name the service with --address</c>.</param>
    /// <exception cref="CliFault">None runs.</exception>
    public static Stack Near(string folder, string instead)
    {
        if (FileNear(folder) is not { } file)
        {
            throw CliFault.NotDone($"No AppHost runs here. Start one (dotnet run --project AppHost), name the folder of another with --stack, or {instead}.");
        }

        var content = Read(file);
        return IsAlive(content)
            ? new(content)
            : throw CliFault.NotDone($"The AppHost that wrote {file} (process {content.Pid}) is gone. Start it again (dotnet run --project AppHost), or {instead}.");
    }

    /// <summary>As <see cref="Near"/>, for a command that can do without: null when none runs.</summary>
    public static Stack? NearIfRunning(string folder) => FileNear(folder) is { } file ? InIfRunning(Path.GetDirectoryName(file)!) : null;

    /// <summary>The stack of a folder; null when none runs there.</summary>
    public static Stack? InIfRunning(string folder) => Path.Combine(folder, FileName) is var file && File.Exists(file) && Read(file) is var content && IsAlive(content) ? new(content) : null;

    /// <summary>The running stack of an AppHost that was given a folder of its own.</summary>
    /// <param name="folder">That folder.</param>
    /// <param name="namedBy">What named it: an option or a variable.</param>
    /// <exception cref="CliFault">None runs there.</exception>
    public static Stack In(string folder, string namedBy) => InIfRunning(folder)
            ?? throw CliFault.NotDone(
                $"{namedBy}: No AppHost runs on {folder}. Name the folder that it was given with --folder, or start it: dotnet run --project AppHost -- --folder {folder}");

    /// <summary>Where a service of the stack speaks gRPC.</summary>
    public Uri AddressOf(string service) =>
        _content.Resources.FirstOrDefault(resource => resource.Name == service)?.Endpoints.GetValueOrDefault("grpc") is { } address
            ? new(address)
            : throw CliFault.NotDone($"The AppHost that runs here has no service {service}. Name the service with --address.");

    private static string? FileNear(string folder) => RegionFiles.Above(folder).Select(above => Path.Combine(above, ".regional", FileName)).FirstOrDefault(File.Exists);

    private static Content Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(File.ReadAllBytes(file), Json) ?? throw new JsonException();
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw CliFault.NotDone($"{file} cannot be read. Start the AppHost again (dotnet run --project AppHost); it writes the file anew.");
        }
    }

    // A number of a process is given again after a while: only with the start time is it the same process.
    private static bool IsAlive(Content content)
    {
        try
        {
            using var process = Process.GetProcessById(content.Pid);
            return (process.StartTime.ToUniversalTime() - content.StartTime.ToUniversalTime()).Duration() < SameStart;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    private sealed record Content(int Pid, DateTime StartTime, IReadOnlyList<Service> Resources, string DevelopmentKeys, string Regions, string? Database = null);

    private sealed record Service(string Name, IReadOnlyDictionary<string, string> Endpoints);
}
