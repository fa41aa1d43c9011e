namespace Regional.ServiceDefaults.Storage;

/// <summary>A task of the one process that has the database: only that it is not done twice within it.</summary>
internal sealed class ProcessLease : Lease
{
    private readonly HashSet<string> _taken;
    private readonly string _task;

    private ProcessLease(HashSet<string> taken, string task) => (_taken, _task) = (taken, task);

    public override CancellationToken Lost => CancellationToken.None;

    /// <summary>Takes the task; null where it has been taken.</summary>
    public static Lease? Take(HashSet<string> taken, string task)
    {
        lock (taken)
        {
            return taken.Add(task) ? new ProcessLease(taken, task) : null;
        }
    }

    public override ValueTask DisposeAsync()
    {
        lock (_taken)
        {
            _taken.Remove(_task);
        }

        return default;
    }
}
