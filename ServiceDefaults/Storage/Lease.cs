namespace Regional.ServiceDefaults.Storage;

/// <summary>A task that of all processes on one database this one alone does, until it gives it back or loses it.</summary>
/// <remarks>It saves the others the work and decides nothing: a process that was frozen learns late that it lost the task. What may happen only once is made
/// sure where it is written.</remarks>
public abstract class Lease : IAsyncDisposable
{
    /// <summary>Ends when another process may have the task.</summary>
    public abstract CancellationToken Lost { get; }

    /// <summary>Gives the task back.</summary>
    public abstract ValueTask DisposeAsync();
}
