using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Sets environment variables of a resource, each time it starts.</summary>
/// <param name="callback">What sets them.</param>
public class EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>What sets them.</summary>
    public Func<EnvironmentCallbackContext, Task> Callback { get; } = callback;
}

/// <summary>The environment variables of a resource that is about to start.</summary>
/// <param name="executionContext">What the application is run for.</param>
/// <param name="resource">The resource.</param>
/// <param name="environmentVariables">The variables so far; null for none.</param>
/// <param name="cancellationToken">Gives up the start.</param>
public class EnvironmentCallbackContext(
    DistributedApplicationExecutionContext executionContext, IResource resource, Dictionary<string, object>? environmentVariables = null,
    CancellationToken cancellationToken = default)
{
    /// <summary>The variables so far: strings, and <see cref="IValueProvider"/>s that are asked at the end.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = environmentVariables ?? [];

    /// <summary>What the application is run for.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>Writes into the resource's own log.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>Gives up the start.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Which of the resource's processes is about to start, from 0.</summary>
    internal int Replica { get; init; }
}
