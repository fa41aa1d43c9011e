namespace Regional.AppHost.Development.Telemetry;

/// <summary>What an instrument's numbers mean.</summary>
internal enum InstrumentKind
{
    /// <summary>A sum that never goes down: its rate tells.</summary>
    Counter,

    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>A distribution.</summary>
    Histogram,
}

/// <summary>Which instrument it is.</summary>
/// <param name="Service">The service that measures; its replicas and restarts measure with the same instrument.</param>
/// <param name="Meter">The meter.</param>
/// <param name="Name">The name within the meter.</param>
internal readonly record struct InstrumentName(string Service, string Meter, string Name);

/// <summary>An instrument.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Kind">What its numbers mean.</param>
/// <param name="Unit">In which unit, by UCUM; empty where it was not told.</param>
/// <param name="Description">What it measures; empty where it was not told.</param>
internal sealed record Instrument(InstrumentName Name, InstrumentKind Kind, string Unit, string Description);

/// <summary>What was measured of one thing, in order of time.</summary>
/// <param name="Instance">The process that measured.</param>
/// <param name="Fields">Of what.</param>
/// <param name="IsWhole">Whether the first point is the first that the process sent: before it there was nothing.</param>
/// <param name="Points">The newest points.</param>
/// <param name="Bounds">The upper bounds of all buckets but the last; empty where there are none.</param>
internal sealed record Series(string Instance, IReadOnlyList<Field> Fields, bool IsWhole, IReadOnlyList<Point> Points, IReadOnlyList<double> Bounds);

/// <summary>A measurement.</summary>
/// <param name="At">When.</param>
/// <param name="Value">The value; of a distribution the number of values.</param>
/// <param name="Buckets">How many values each bucket of a distribution holds; empty for a plain number.</param>
internal readonly record struct Point(DateTimeOffset At, double Value, IReadOnlyList<ulong> Buckets);
