using System.Collections.Concurrent;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What the processes of each resource write to their standard output and error.</summary>
public class ResourceLoggerService
{
    private readonly ConcurrentDictionary<string, ResourceLog> _logs = new(StringComparer.OrdinalIgnoreCase);

    internal ResourceLoggerService()
    {
    }

    /// <summary>The last thousand lines of a resource, and then those that follow.</summary>
    /// <remarks>No line is lost: who reads slowly makes the resource write slowly.</remarks>
    /// <param name="resource">The resource.</param>
    /// <returns>The lines, as many at a time as there are; it ends when the application has stopped the resource.</returns>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => Of(resource).WatchAsync();

    internal ResourceLog Of(IResource resource) => _logs.GetOrAdd(resource.Name, _ => new());
}

/// <summary>A line that a resource wrote.</summary>
/// <param name="LineNumber">Its number, from 1.</param>
/// <param name="Content">The line, without its end.</param>
/// <param name="IsErrorMessage">Whether it came from standard error.</param>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);
