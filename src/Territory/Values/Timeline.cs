namespace Regional.Territory;

/// <summary>What held when: at most one value on each day.</summary>
/// <typeparam name="T">What changes over time.</typeparam>
public sealed class Timeline<T>
    where T : notnull
{
    private readonly (Period Period, T Value)[] _spans;

    /// <summary>A timeline of spans in any order.</summary>
    /// <exception cref="ArgumentException">Two spans overlap: on some day there would be two answers.</exception>
    public Timeline(IEnumerable<(Period Period, T Value)> spans)
    {
        _spans = [.. spans.OrderBy(span => span.Period.From)];
        for (var i = 1; i < _spans.Length; i++)
        {
            if (_spans[i - 1].Period.Overlaps(_spans[i].Period))
            {
                throw new ArgumentException("Two spans of a timeline overlap.", nameof(spans));
            }
        }
    }

    /// <summary>The spans in the order of time.</summary>
    public IReadOnlyList<(Period Period, T Value)> Spans => _spans;

    /// <summary>The value on a day; false where no span holds.</summary>
    public bool TryGet(DateOnly day, out T value)
    {
        foreach (var (period, held) in _spans)
        {
            if (period.Contains(day))
            {
                value = held;
                return true;
            }
        }

        value = default!;
        return false;
    }
}
