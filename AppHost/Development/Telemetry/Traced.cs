using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>Something that happened in a trace: a span or a log record.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Span">The span itself, or the one in which something was logged.</param>
/// <param name="Service">The service in which it happened.</param>
/// <param name="At">When it began.</param>
/// <param name="Fields">Its attributes.</param>
public abstract record Traced(ActivityTraceId Trace, ActivitySpanId Span, string Service, DateTimeOffset At, IReadOnlyList<Field> Fields)
{
    /// <summary>The longest text that is kept of a name or a message, in characters.</summary>
    private protected const int LongestText = 1_024;

    private const int TraceIdLength = 16;
    private const int SpanIdLength = 8;

    /// <summary>The memory that it takes, in characters, roughly.</summary>
    internal virtual int Size => 250 + Fields.Sum(each => each.Size);

    /// <summary>The moment that OTLP gives in nanoseconds since 1970.</summary>
    internal static DateTimeOffset Moment(ulong nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks((long)(nanoseconds / TimeSpan.NanosecondsPerTick));

    /// <exception cref="RpcException">It is not 16 bytes with one that is not zero.</exception>
    private protected static ActivityTraceId TraceId(ByteString id) =>
        IsId(id, TraceIdLength) ? ActivityTraceId.CreateFromBytes(id.Span) : throw NoId("trace_id", id, TraceIdLength);

    /// <exception cref="RpcException">It is not 8 bytes with one that is not zero.</exception>
    private protected static ActivitySpanId SpanId(ByteString id, string field) =>
        IsId(id, SpanIdLength) ? ActivitySpanId.CreateFromBytes(id.Span) : throw NoId(field, id, SpanIdLength);

    private static bool IsId(ByteString id, int length) => id.Length == length && id.Span.ContainsAnyExcept((byte)0);

    private static RpcException NoId(string field, ByteString id, int length) =>
        new(new Status(StatusCode.InvalidArgument, $"{field} has {id.Length} bytes. It must have {length}, and not all of them zero."));
}
