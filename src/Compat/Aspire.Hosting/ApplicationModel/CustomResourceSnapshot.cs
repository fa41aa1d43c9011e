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
