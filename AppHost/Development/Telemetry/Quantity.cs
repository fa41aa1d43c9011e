namespace Regional.AppHost.Development.Telemetry;

/// <summary>Numbers as a person reads them.</summary>
internal static class Quantity
{
    private static readonly string[] ByteUnits = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>A duration in the unit that suits it: <c>812 µs</c>, <c>12.3 ms</c>, <c>4.05 s</c>, <c>2 min 5 s</c>.</summary>
    public static string Text(TimeSpan duration) => duration switch
    {
        { Ticks: 0 } => "0 s",
        { TotalMilliseconds: < 1 } => Text($"{duration.TotalMicroseconds:0} µs"),
        { TotalSeconds: < 1 } => Text($"{Digits(duration.TotalMilliseconds)} ms"),
        { TotalMinutes: < 1 } => Text($"{Digits(duration.TotalSeconds)} s"),
        _ => Text($"{Math.Floor(duration.TotalMinutes):0} min {duration.Seconds} s"),
    };

    /// <summary>A value in its unit, by UCUM.</summary>
    public static string Text(double value, string unit) => unit switch
    {
        "s" => value < 0 ? $"-{Text(-value, unit)}" : Text(TimeSpan.FromSeconds(Math.Min(value, TimeSpan.MaxValue.TotalSeconds / 2))),
        "ms" => Text(value / 1000, "s"),
        "By" => Bytes(value),
        "By/s" => $"{Bytes(value)}/s",
        "s/s" => $"{Digits(100 * value)} %",
        _ => $"{Digits(value)} {Word(unit)}".TrimEnd(),
    };

    /// <summary>A unit as a word: <c>{request}/s</c> is <c>request/s</c>, and <c>By</c> is <c>bytes</c>.</summary>
    public static string Word(string unit) => unit switch
    {
        "By" => "bytes",
        "By/s" => "bytes/s",
        "s/s" => "share of the time",
        "1" or "/s" => unit.TrimStart('1').Replace("/s", "per second", StringComparison.Ordinal),
        _ => unit.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal),
    };

    private static string Bytes(double value)
    {
        var unit = 0;
        for (; Math.Abs(value) >= 1024 && unit < ByteUnits.Length - 1; unit++)
        {
            value /= 1024;
        }

        return $"{Digits(value)} {ByteUnits[unit]}";
    }

    // Three digits tell enough; whole thousands are grouped.
    private static string Digits(double value) => Math.Abs(value) switch
    {
        >= 100 => Text($"{value:#,0}"),
        >= 10 => Text($"{value:0.#}"),
        >= 0.1 or 0 => Text($"{value:0.##}"),
        >= 0.0001 => Text($"{value:0.####}"),
        _ => Text($"{value:0.##E+0}"),
    };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
