using Aspire.Hosting.Processes;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Starts, stops and restarts resources while the application runs.</summary>
public class ResourceCommandService
{
    private IReadOnlyList<ResourceSupervisor> _supervisors = [];

    internal ResourceCommandService()
    {
    }

    /// <summary>Executes a command on a resource; with several replicas, on each.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="commandName">One of <see cref="KnownResourceCommands"/>.</param>
    /// <param name="cancellationToken">Gives up before the command begins; what has begun is ended.</param>
    /// <returns>Whether it succeeded, and if not, why. After a stop no process is left; a start does not wait until the resource runs.</returns>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default) =>
        ExecuteCommandAsync(resource.Name, commandName, cancellationToken);

    /// <summary>Executes a command on a resource, or on one of its replicas.</summary>
    /// <param name="resourceId">The resource's name; for a replica, a hyphen and its number, from 0, behind it.</param>
    /// <param name="commandName">One of <see cref="KnownResourceCommands"/>.</param>
    /// <param name="cancellationToken">Gives up before the command begins; what has begun is ended.</param>
    /// <returns>Whether it succeeded, and if not, why. After a stop no process is left; a start does not wait until the resource runs.</returns>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var supervisors = _supervisors.Where(supervisor => supervisor.IsCalled(resourceId)).ToList();
        if (supervisors.Count == 0)
        {
            return Failure($"There is no process of a resource '{resourceId}' here.");
        }

        Func<ResourceSupervisor, Task<string?>>? command = commandName switch
        {
            _ when commandName == KnownResourceCommands.StartCommand => supervisor => supervisor.StartAsync(),
            _ when commandName == KnownResourceCommands.StopCommand => supervisor => supervisor.StopAsync(),
            _ when commandName == KnownResourceCommands.RestartCommand => supervisor => supervisor.RestartAsync(),
            _ => null,
        };
        if (command is null)
        {
            return Failure($"There is no command '{commandName}'. There are: resource-start, resource-stop, resource-restart.");
        }

        var faults = (await Task.WhenAll(supervisors.Select(command)).ConfigureAwait(false)).OfType<string>().ToList();
        return faults.Count == 0 ? new() { Success = true } : Failure(string.Join(' ', faults));
    }

    internal void Serve(IReadOnlyList<ResourceSupervisor> supervisors) => _supervisors = supervisors;

    private static ExecuteCommandResult Failure(string message) => new() { Success = false, Message = message };
}

/// <summary>What came of a command.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Whether it succeeded.</summary>
    public required bool Success { get; init; }

    /// <summary>Why it did not; null where it did.</summary>
    public string? Message { get; init; }
}
