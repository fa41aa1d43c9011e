using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known of a resource at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    /// <summary>One of <see cref="KnownResourceStates"/>.</summary>
    public ResourceStateSnapshot? State { get; init; }

    /// <summary>The exit code of the process that has ended; null while one runs.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When its process was started, in UTC; null while there is none.</summary>
    public DateTime? StartTimeStamp { get; init; }

    /// <summary>What else can be said of it, of its latest process: <c>executable.path</c>, <c>executable.args</c>, <c>executable.workDir</c>, <c>executable.pid</c>.</summary>
    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    /// <summary>The variables that its latest process was given, without those that it inherits.</summary>
    public ImmutableArray<EnvironmentVariableSnapshot> EnvironmentVariables { get; init; } = [];

    /// <summary>Where it listens, from the moment that addresses are known.</summary>
    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];

    /// <summary>What each health check says.</summary>
    public ImmutableArray<HealthReportSnapshot> HealthReports { get; internal init; } = [];

    /// <summary>The worst of what the health checks say; Unhealthy where one has not been heard yet; null while the resource does not run.</summary>
    public HealthStatus? HealthStatus =>
        State?.Text == KnownResourceStates.Running
            ? HealthReports.Select(report => report.Status ?? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy)
                .DefaultIfEmpty(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy).Min()
            : null;

    /// <summary>Whether what is done when it is ready has been done, since it runs.</summary>
    internal bool IsReady { get; init; }

    /// <summary>The same resource in a state other than Running.</summary>
    internal CustomResourceSnapshot Without(ResourceStateSnapshot? state, int? exitCode = null) =>
        this with { State = state, ExitCode = exitCode, StartTimeStamp = null, HealthReports = [], IsReady = false };
}

/// <summary>A state, as shown.</summary>
/// <param name="Text">The state.</param>
/// <param name="Style">How it is shown; null for the usual way.</param>
public sealed record ResourceStateSnapshot(string Text, string? Style)
{
    /// <summary>The state of that text.</summary>
    /// <param name="s">The text; null for no state.</param>
    public static implicit operator ResourceStateSnapshot?(string? s) => s is null ? null : new(s, null);
}

/// <summary>A variable of a process's environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsFromSpec">Whether the application sets it; otherwise it is inherited.</param>
public sealed record EnvironmentVariableSnapshot(string Name, string? Value, bool IsFromSpec);

/// <summary>An address.</summary>
/// <param name="Name">The endpoint's name; null for an address that is none's.</param>
/// <param name="Url">The whole address.</param>
/// <param name="IsInternal">Whether it is of use to other resources only.</param>
public sealed record UrlSnapshot(string? Name, string Url, bool IsInternal);

/// <summary>Something that can be said of a resource.</summary>
/// <param name="Name">What is said.</param>
/// <param name="Value">The value.</param>
public sealed record ResourcePropertySnapshot(string Name, object? Value);

/// <summary>What a health check says.</summary>
public sealed record HealthReportSnapshot
{
    internal HealthReportSnapshot(string name, HealthStatus? status, string? description)
    {
        Name = name;
        Status = status;
        Description = description;
    }

    /// <summary>The check.</summary>
    public string Name { get; init; }

    /// <summary>Its verdict; null where it has not been heard yet.</summary>
    public HealthStatus? Status { get; init; }

    /// <summary>Why.</summary>
    public string? Description { get; init; }
}
