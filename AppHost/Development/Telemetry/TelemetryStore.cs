using System.Diagnostics;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>What the services have sent since the stack was started, in memory of this process only, within fixed bounds.</summary>
internal sealed class TelemetryStore
{
    /// <summary>The most spans.</summary>
    public const int MostSpans = 10_000;

    /// <summary>The most log records. Those outside any trace are not kept: the service's log has them.</summary>
    public const int MostLogRecords = 10_000;

    /// <summary>The most that the spans take, in characters: 32 MB.</summary>
    public const long MostSpanCharacters = 16_000_000;

    /// <summary>The most that the log records take, in characters: 16 MB.</summary>
    public const long MostLogCharacters = 8_000_000;

    public ByTrace<Span> Spans { get; } = new(MostSpans, MostSpanCharacters);

    public ByTrace<LogRecord> Logs { get; } = new(MostLogRecords, MostLogCharacters);

    public Measurements Measurements { get; } = new();

    /// <summary>Every trace of which a span is kept.</summary>
    public IReadOnlyList<Trace> Traces() => [.. Spans.Traces().Select(spans => new Trace(spans))];

    /// <summary>A trace; null where the text is no id, or where nothing of it is kept.</summary>
    /// <param name="id">32 hexadecimal digits, small letters.</param>
    public Trace? Find(string id) =>
        id.Length == 32 && id.All(char.IsAsciiHexDigitLower) && Spans.Of(ActivityTraceId.CreateFromString(id)) is { Count: > 0 } spans ? new(spans) : null;

    /// <summary>The services of all traces, by name.</summary>
    public IReadOnlyList<string> Services() =>
        [.. Spans.Traces().SelectMany(spans => spans).Select(span => span.Service).Distinct().Order(StringComparer.Ordinal)];
}
