using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Regional.AppHost.Development.StatusPage.Resources;

/// <summary>A process of a resource, or a resource without one, as it is shown.</summary>
/// <param name="Id">The resource's name; with several replicas, a hyphen and the replica's number, from 0, behind it.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Snapshot">What is known of it.</param>
public sealed record ResourceView(string Id, IResource Resource, CustomResourceSnapshot Snapshot)
{
    /// <summary>Whether it is run by commands.</summary>
    public bool HasProcess => Resource is IResourceWithEnvironment;

    /// <summary>What it is.</summary>
    public string Kind => Resource switch
    {
        ProjectResource => "project",
        ExecutableResource => "program",
        ContainerResource => "server",
        IResourceWithParent => "database",
        IResourceWithConnectionString => "connection",
        ParameterResource => "parameter",
        _ => "resource",
    };

    /// <summary>The state, in words.</summary>
    public string State => Snapshot.State switch
    {
        null => "Unknown",
        _ when IsStartedAgain => "Exited, is started again",
        { Text: "NotStarted" } => "Not started",
        { Text: "FailedToStart" } => "Failed to start",
        { Text: "ValueMissing" } => "No value",
        var state => state.Text,
    };

    /// <summary>The verdict, in a word; null where it does not run.</summary>
    public string? Health => Snapshot.HealthStatus switch
    {
        null => null,
        HealthStatus.Healthy => "Healthy",
        HealthStatus.Degraded => "Degraded",
        _ when Snapshot.HealthReports.All(report => report.Status is null or HealthStatus.Healthy) => "Not heard yet",
        _ => "Unhealthy",
    };

    /// <summary>How the state and the verdict are coloured.</summary>
    public Tone Tone => Snapshot.State?.Text switch
    {
        "Running" => Health switch { "Healthy" => Tone.Good, "Degraded" => Tone.Doubtful, "Unhealthy" => Tone.Bad, _ => Tone.Busy },
        "Finished" => Tone.Good,
        "FailedToStart" or "ValueMissing" => Tone.Bad,
        "Exited" => IsStartedAgain ? Tone.Bad : Tone.Idle,
        "Waiting" or "Starting" or "Stopping" => Tone.Busy,
        _ => Tone.Idle,
    };

    /// <summary>Why it is as it is, a line for each reason.</summary>
    public IEnumerable<string> Why => Snapshot.State?.Text switch
    {
        "Running" => Snapshot.HealthReports.Where(report => report.Status != HealthStatus.Healthy)
            .Select(report => $"{report.Name}: {report.Description ?? (report.Status is null ? "not asked yet" : "says no more")}"),
        "Waiting" => Resource.Annotations.OfType<WaitAnnotation>().Select(Awaited),
        _ when Snapshot.ExitCode is { } code => [$"Exit code {code}"],
        _ => [],
    };

    /// <summary>Whether it can be started.</summary>
    public bool CanStart => HasProcess && !IsStartedAgain && Snapshot.State?.Text is "NotStarted" or "Exited" or "Finished" or "FailedToStart";

    /// <summary>Whether it can be stopped, or stopped and started.</summary>
    public bool CanStop => HasProcess && (IsStartedAgain || Snapshot.State?.Text is "Waiting" or "Starting" or "Running");

    /// <summary>Its latest process, where it has had one.</summary>
    public ResourceProcess? Process => Property("executable.path") is string path
        ? new(path, (IReadOnlyList<string>)Property("executable.args")!, (string)Property("executable.workDir")!, (int)Property("executable.pid")!)
        : null;

    private bool IsStartedAgain => Snapshot.State is { Text: "Exited", Style: "error" };

    private object? Property(string name) => Snapshot.Properties.FirstOrDefault(property => property.Name == name)?.Value;

    private static string Awaited(WaitAnnotation wait) => wait.WaitType switch
    {
        WaitType.WaitForCompletion => $"Waits until {wait.Resource.Name} has finished",
        WaitType.WaitUntilStarted => $"Waits until {wait.Resource.Name} runs",
        _ => $"Waits until {wait.Resource.Name} is healthy",
    };
}

/// <summary>The process of a resource.</summary>
/// <param name="Path">Its program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">Where it runs.</param>
/// <param name="Id">Its number in the system.</param>
public sealed record ResourceProcess(string Path, IReadOnlyList<string> Arguments, string Folder, int Id);

/// <summary>How something is coloured; the words beside it say the same.</summary>
public enum Tone
{
    /// <summary>Nothing goes on.</summary>
    Idle,

    /// <summary>On its way.</summary>
    Busy,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works, but not fully.</summary>
    Doubtful,

    /// <summary>It does not work.</summary>
    Bad,
}
