using System.Diagnostics;

namespace Regional.Subjects;

/// <summary>Does for many at once what each asks for. Who asks while it is being done waits, and is served together with all others who came meanwhile.</summary>
/// <remarks>No timer: who comes alone waits for nobody.</remarks>
/// <typeparam name="TItem">What is asked about.</typeparam>
/// <typeparam name="TResult">What is answered to each item.</typeparam>
/// <param name="most">Most items of one time, unless one asks for more by itself.</param>
/// <param name="work">Answers all items, in order.</param>
internal sealed class SharedWork<TItem, TResult>(int most, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> work)
{
    private readonly Queue<Asked> _waiting = [];
    private bool _isWorking;

    /// <summary>The answers, in the order of the items.</summary>
    public Task<IReadOnlyList<TResult>> Ask(IReadOnlyList<TItem> items)
    {
        var asked = new Asked(items, Activity.Current, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_waiting)
        {
            _waiting.Enqueue(asked);
            if (_isWorking)
            {
                return asked.Answer.Task;
            }

            _isWorking = true;
        }

        // It works for all: its call and deadline must not be those of the first.
        using (ExecutionContext.SuppressFlow())
        {
            _ = WorkWhileAsked();
        }

        return asked.Answer.Task;
    }

    private async Task WorkWhileAsked()
    {
        await Task.Yield();
        while (Next() is { Count: > 0 } together)
        {
            try
            {
                Activity.Current = together[0].Trace;
                var results = await work([.. together.SelectMany(asked => asked.Items)]);
                var from = 0;
                foreach (var asked in together)
                {
                    asked.Answer.SetResult([.. results.Skip(from).Take(asked.Items.Count)]);
                    from += asked.Items.Count;
                }
            }
            catch (Exception fault)
            {
                together.ForEach(asked => asked.Answer.TrySetException(fault));
            }
        }
    }

    private List<Asked> Next()
    {
        var together = new List<Asked>();
        lock (_waiting)
        {
            for (var items = 0; _waiting.TryPeek(out var next) && (together.Count == 0 || items + next.Items.Count <= most); items += next.Items.Count)
            {
                together.Add(_waiting.Dequeue());
            }

            _isWorking = together.Count > 0;
        }

        return together;
    }

    private sealed record Asked(IReadOnlyList<TItem> Items, Activity? Trace, TaskCompletionSource<IReadOnlyList<TResult>> Answer);
}
