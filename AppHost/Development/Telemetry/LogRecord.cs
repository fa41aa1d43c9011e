using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>Something that was logged in a trace.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Span">The span in which it was logged.</param>
/// <param name="Service">The service that logged it.</param>
/// <param name="At">When.</param>
/// <param name="Fields">Its attributes.</param>
public sealed record LogRecord(ActivityTraceId Trace, ActivitySpanId Span, string Service, DateTimeOffset At, IReadOnlyList<Field> Fields)
    : Traced(Trace, Span, Service, At, Fields)
{
    /// <summary>How serious it is; none where that was not told.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>The name of the kind of event; empty for most.</summary>
    public required string EventName { get; init; }

    /// <summary>Who logged it.</summary>
    public required string Category { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <inheritdoc/>
    internal override int Size => base.Size + EventName.Length + Text.Length;

    /// <exception cref="Grpc.Core.RpcException">An id is not one.</exception>
    internal static LogRecord Read(Sender sender, string category, Wire.Otlp.V1.LogRecord sent) =>
        new(TraceId(sent.TraceId), SpanId(sent.SpanId, "span_id"), sender.Service, Moment(sent.TimeUnixNano), Field.Read(sent.Attributes))
        {
            Level = LevelOf(sent.SeverityNumber),
            EventName = Field.Cut(sent.EventName, LongestText),
            Category = category,
            Text = Field.Text(sent.Body),
        };

    // Four numbers for each level, from 1 on.
    private static LogLevel LevelOf(int severity) => severity switch
    {
        < 1 or > 24 => LogLevel.None,
        _ => (LogLevel)((severity - 1) / 4),
    };
}
