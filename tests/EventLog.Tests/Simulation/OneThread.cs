using System.Collections.Concurrent;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>Keeps everything that a simulation does on the thread that drives it, so that the same seed does the same.</summary>
/// <remarks>Only a file may be read on another thread meanwhile; what goes on from there comes back here.</remarks>
internal sealed class OneThread : SynchronizationContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BlockingCollection<(SendOrPostCallback Next, object? State)> _waiting = [];

    public override void Post(SendOrPostCallback d, object? state) => _waiting.Add((d, state));

    /// <summary>Lets something happen, and all that follows from it now. What it wakes goes on within it, or is posted here.</summary>
    public void Let(Action happen)
    {
        SetSynchronizationContext(null);
        happen();
        while (_waiting.TryTake(out var step))
        {
            Go(step);
        }
    }

    /// <summary>Runs something to its end, or until it is given up.</summary>
    public void Run(Func<Task> work, Func<bool> isGivenUp)
    {
        SetSynchronizationContext(this);
        var running = work();
        while (!running.IsCompleted && !isGivenUp())
        {
            Assert.True(_waiting.TryTake(out var step, Patience), "Something waits for what nobody does.");
            Go(step);
        }

        SetSynchronizationContext(null);
        if (running.IsCompleted)
        {
            running.GetAwaiter().GetResult();
        }
    }

    private void Go((SendOrPostCallback Next, object? State) step)
    {
        SetSynchronizationContext(this);
        step.Next(step.State);
        SetSynchronizationContext(null);
    }
}
