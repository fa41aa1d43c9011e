using System.Diagnostics;
using Regional.Wire.Otlp.V1;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>A piece of work that has ended.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Id">The span itself.</param>
/// <param name="Service">The service that did it.</param>
/// <param name="At">When it began.</param>
/// <param name="Fields">Its attributes.</param>
public sealed record Span(ActivityTraceId Trace, ActivitySpanId Id, string Service, DateTimeOffset At, IReadOnlyList<Field> Fields)
    : Traced(Trace, Id, Service, At, Fields)
{
    private const int MostEvents = 32;

    /// <summary>The span in which this one was begun; null where the trace begins.</summary>
    public required ActivitySpanId? Parent { get; init; }

    /// <summary>What was done.</summary>
    public required string Name { get; init; }

    /// <summary>On which side of a call it was done.</summary>
    public required SpanKind Kind { get; init; }

    /// <summary>The library that recorded it.</summary>
    public required string Scope { get; init; }

    /// <summary>Never negative, whatever the clocks said.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether it failed.</summary>
    public required bool IsError { get; init; }

    /// <summary>Why it failed; empty where that was not told.</summary>
    public required string StatusMessage { get; init; }

    /// <summary>What happened meanwhile.</summary>
    public required IReadOnlyList<SpanEvent> Events { get; init; }

    /// <summary>The name, of a gRPC call without the package of its service.</summary>
    public string ShortName => Name.IndexOf('/', StringComparison.Ordinal) is > 0 and var method ? Name[(Name.LastIndexOf('.', method) + 1)..] : Name;

    /// <summary>When it ended.</summary>
    public DateTimeOffset End => At + Duration;

    /// <inheritdoc/>
    internal override int Size => base.Size + Name.Length + StatusMessage.Length + Events.Sum(@event => @event.Name.Length + 64 + @event.Fields.Sum(each => each.Size));

    /// <exception cref="Grpc.Core.RpcException">An id is not one.</exception>
    internal static Span Read(Sender sender, string scope, Wire.Otlp.V1.Span sent)
    {
        var start = Moment(sent.StartTimeUnixNano);
        var end = Moment(sent.EndTimeUnixNano);
        return new(TraceId(sent.TraceId), SpanId(sent.SpanId, "span_id"), sender.Service, start, Field.Read(sent.Attributes))
        {
            Parent = sent.ParentSpanId.IsEmpty ? null : SpanId(sent.ParentSpanId, "parent_span_id"),
            Name = Field.Cut(sent.Name, LongestText),
            Kind = sent.Kind,
            Scope = scope,
            Duration = end > start ? end - start : TimeSpan.Zero,
            IsError = sent.Status?.Code == Status.Types.StatusCode.Error,
            StatusMessage = Field.Cut(sent.Status?.Message ?? "", LongestText),
            Events = [.. sent.Events.Take(MostEvents).Select(@event =>
                new SpanEvent(Moment(@event.TimeUnixNano), Field.Cut(@event.Name, LongestText), Field.Read(@event.Attributes)))],
        };
    }
}

/// <summary>A moment within a span.</summary>
/// <param name="At">When.</param>
/// <param name="Name">What happened.</param>
/// <param name="Fields">With what.</param>
public sealed record SpanEvent(DateTimeOffset At, string Name, IReadOnlyList<Field> Fields);
