namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource starts only when another has come as far as it needs.</summary>
/// <param name="resource">The resource that is waited for.</param>
/// <param name="waitType">How far it must have come.</param>
/// <param name="exitCode">The exit code that means completion.</param>
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    /// <summary>The resource that is waited for.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>How far it must have come.</summary>
    public WaitType WaitType { get; } = waitType;

    /// <summary>The exit code that means completion.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>What becomes of the wait when the other ends; null for waiting on.</summary>
    public WaitBehavior? WaitBehavior { get; set; }
}

/// <summary>How far a resource must have come before another starts.</summary>
public enum WaitType
{
    /// <summary>Running, all its health checks say Healthy, and what is done when it is ready has been done.</summary>
    WaitUntilHealthy = 0,

    /// <summary>Ended.</summary>
    WaitForCompletion = 1,

    /// <summary>Running.</summary>
    WaitUntilStarted = 2,
}

/// <summary>What becomes of a wait when the resource that is waited for ends.</summary>
public enum WaitBehavior
{
    /// <summary>It goes on: the resource may be started again.</summary>
    WaitOnResourceUnavailable = 0,

    /// <summary>It fails.</summary>
    StopOnResourceUnavailable = 1,
}

/// <summary>Names a health check that tells of a resource.</summary>
/// <param name="key">The name under which the check is registered.</param>
public class HealthCheckAnnotation(string key) : IResourceAnnotation
{
    /// <summary>The name under which the check is registered.</summary>
    public string Key { get; } = key;
}
