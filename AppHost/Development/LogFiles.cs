using Microsoft.Extensions.Logging;

namespace Regional.AppHost.Development;

/// <summary>Writes all that each process writes to a file of its own; the console stays quiet.</summary>
internal sealed class LogFiles(ResourceLoggerService logs, DevelopmentFolders folders, ILogger<LogFiles> logger) : IAsyncDisposable
{
    private Task _writing = Task.CompletedTask;

    /// <summary>The log file of a service.</summary>
    public string FileOf(IResource resource) => Path.Combine(folders.Logs, $"{resource.Name}.log");

    /// <summary>Begins a new file for each service; it ends with the service's last line.</summary>
    public void Follow(DistributedApplicationModel model) =>
        _writing = Task.WhenAll(model.Resources.OfType<IResourceWithEnvironment>().Select(resource => Task.Run(() => WriteAsync(resource))));

    public async ValueTask DisposeAsync() => await _writing;

    private async Task WriteAsync(IResource resource)
    {
        try
        {
            await using var file = new StreamWriter(FileOf(resource));
            await foreach (var lines in logs.WatchAsync(resource))
            {
                foreach (var line in lines)
                {
                    await file.WriteLineAsync(line.Content);
                }

                await file.FlushAsync();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("The log of {Resource} is written no longer: {Message}", resource.Name, exception.Message);
        }
    }
}
