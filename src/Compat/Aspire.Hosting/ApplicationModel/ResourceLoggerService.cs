using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What the processes of each resource write to their standard output and error; of several replicas, in one log.</summary>
/// <remarks>The last 10,000 lines are kept, and of these at most two million characters.</remarks>
public class ResourceLoggerService
{
    private readonly ConcurrentDictionary<string, ResourceLog> _logs = new(StringComparer.OrdinalIgnoreCase);

    internal ResourceLoggerService()
    {
    }

    /// <summary>The kept lines of a resource, and then those that follow.</summary>
    /// <remarks>No line is lost: who reads slowly makes the resource write slowly.</remarks>
    /// <param name="resource">The resource.</param>
    /// <returns>The lines, as many at a time as there are; it ends when the application has stopped the resource.</returns>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.Name);

    /// <inheritdoc cref="WatchAsync(IResource)"/>
    /// <param name="resourceName">The resource.</param>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => Of(resourceName).WatchAsync();

    /// <summary>The kept lines of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>The lines, all at a time; none where there are none.</returns>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource) => GetAllAsync(resource.Name);

    /// <inheritdoc cref="GetAllAsync(IResource)"/>
    /// <param name="resourceName">The resource.</param>
    public async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (Of(resourceName).Kept() is { Count: > 0 } lines)
        {
            yield return lines;
        }
    }

    /// <summary>A logger that writes into a resource's log.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>The logger.</returns>
    public ILogger GetLogger(IResource resource) => GetLogger(resource.Name);

    /// <inheritdoc cref="GetLogger(IResource)"/>
    /// <param name="resourceName">The resource.</param>
    public ILogger GetLogger(string resourceName) => new ResourceLogger(Of(resourceName));

    /// <summary>Ends the log of a resource: no line follows.</summary>
    /// <param name="resource">The resource.</param>
    public void Complete(IResource resource) => Of(resource.Name).Complete();

    internal ResourceLog Of(string resource) => _logs.GetOrAdd(resource, _ => new());

    private sealed class ResourceLogger(ResourceLog log) : ILogger
    {
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Append(exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}", logLevel >= LogLevel.Error);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    }
}

/// <summary>A line that a resource wrote.</summary>
/// <param name="LineNumber">Its number, from 1.</param>
/// <param name="Content">The line, without its end.</param>
/// <param name="IsErrorMessage">Whether it came from standard error.</param>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);
