using System.Diagnostics;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>What belongs together: a call with all that was done for it, in whichever service.</summary>
internal sealed class Trace
{
    private readonly IReadOnlyList<Span> _spans;

    /// <param name="spans">At least one, all of one trace, in any order.</param>
    public Trace(IReadOnlyList<Span> spans)
    {
        _spans = [.. spans.OrderBy(span => span.At)];
        First = _spans.FirstOrDefault(span => span.Parent is null) ?? _spans[0];
        End = _spans.Max(span => span.End);
        Services = [.. _spans.GroupBy(span => span.Service).Select(group => (group.Key, group.Count()))];
        Errors = _spans.Count(span => span.IsError);
    }

    public ActivityTraceId Id => First.Trace;

    /// <summary>The span with which it begins; the earliest that is known where that one has not ended yet, or is no longer kept.</summary>
    public Span First { get; }

    /// <summary>Whether its first span is known.</summary>
    public bool IsWhole => First.Parent is null;

    public DateTimeOffset At => _spans[0].At;

    public DateTimeOffset End { get; }

    public TimeSpan Duration => End - At;

    /// <summary>Each service with the number of its spans, in order of appearance.</summary>
    public IReadOnlyList<(string Name, int Spans)> Services { get; }

    public int Spans => _spans.Count;

    public int Errors { get; }

    /// <summary>Whether a text occurs in its id, or in a name, an attribute or a fault of a span, whatever the case of the letters.</summary>
    public bool Contains(string text) => Has(Id.ToHexString(), text) || _spans.Any(span =>
        Has(span.Name, text) || Has(span.StatusMessage, text) || span.Fields.Any(field => Has(field.Name, text) || Has(field.Value, text)));

    /// <summary>The spans, each below the one in which it was begun, and by time.</summary>
    public IReadOnlyList<WaterfallRow> Waterfall()
    {
        var known = _spans.Select(span => span.Id).ToHashSet();
        var children = _spans.Where(HasKnownParent).ToLookup(span => span.Parent!.Value);
        var rows = new List<WaterfallRow>(_spans.Count);
        var seen = new HashSet<Span>(ReferenceEqualityComparer.Instance);

        // What is left after the first round has a parent, but hangs in a circle: no service does that, but who sends may be another's.
        foreach (var top in _spans.Where(span => !HasKnownParent(span)).Concat(_spans))
        {
            Add(top);
        }

        return rows;

        // With a stack of its own: a trace may be as deep as it has spans.
        void Add(Span top)
        {
            var next = new Stack<(Span Span, int Depth)>([(top, 0)]);
            while (next.TryPop(out var row))
            {
                if (seen.Add(row.Span))
                {
                    rows.Add(new(row.Span, row.Depth, row.Depth == 0 && row.Span.Parent is not null));
                    foreach (var child in children[row.Span.Id].Reverse())
                    {
                        next.Push((child, row.Depth + 1));
                    }
                }
            }
        }

        bool HasKnownParent(Span span) => span.Parent is { } parent && known.Contains(parent);
    }

    private static bool Has(string of, string text) => of.Contains(text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A span with its place among the others.</summary>
/// <param name="Span">The span.</param>
/// <param name="Depth">How many spans it lies within.</param>
/// <param name="IsParentMissing">Whether it was begun in a span that is not known.</param>
internal readonly record struct WaterfallRow(Span Span, int Depth, bool IsParentMissing);
