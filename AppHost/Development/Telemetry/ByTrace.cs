using System.Diagnostics;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>The newest of what happened, found by trace; what came first goes first.</summary>
/// <param name="most">How many are kept.</param>
/// <param name="mostCharacters">How much memory they may take together, in characters, of two bytes each.</param>
internal sealed class ByTrace<T>(int most, long mostCharacters)
    where T : Traced
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _all = new();
    private readonly Dictionary<ActivityTraceId, Queue<T>> _byTrace = [];
    private long _characters;

    /// <summary>Rises with everything that comes in.</summary>
    public long Version { get; private set; }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _all.Count;
            }
        }
    }

    public void Add(IReadOnlyCollection<T> items)
    {
        lock (_gate)
        {
            foreach (var item in items)
            {
                Keep(item);
                while (_all.Count > most || _characters > mostCharacters)
                {
                    ForgetOldest();
                }
            }

            Version += items.Count;
        }
    }

    /// <summary>All of one trace, as they came in; empty for one that is not known, or no longer.</summary>
    public IReadOnlyList<T> Of(ActivityTraceId trace)
    {
        lock (_gate)
        {
            return _byTrace.TryGetValue(trace, out var items) ? [.. items] : [];
        }
    }

    /// <summary>All of each trace.</summary>
    public IReadOnlyList<IReadOnlyList<T>> Traces()
    {
        lock (_gate)
        {
            return [.. _byTrace.Values.Select(items => items.ToArray())];
        }
    }

    private void Keep(T item)
    {
        if (!_byTrace.TryGetValue(item.Trace, out var ofTrace))
        {
            _byTrace.Add(item.Trace, ofTrace = new());
        }

        ofTrace.Enqueue(item);
        _all.Enqueue(item);
        _characters += item.Size;
    }

    // The oldest of all is the oldest of its trace too.
    private void ForgetOldest()
    {
        var oldest = _all.Dequeue();
        _characters -= oldest.Size;
        var ofTrace = _byTrace[oldest.Trace];
        ofTrace.Dequeue();
        if (ofTrace.Count == 0)
        {
            _byTrace.Remove(oldest.Trace);
        }
    }
}
