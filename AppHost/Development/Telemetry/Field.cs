using System.Globalization;
using Google.Protobuf.Collections;
using Regional.Wire.Otlp.V1;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>An attribute of something that was sent: a name, and a value as text.</summary>
/// <param name="Name">At most 128 characters.</param>
/// <param name="Value">At most 1,024 characters.</param>
public readonly record struct Field(string Name, string Value)
{
    private const int Most = 64;
    private const int LongestName = 128;
    private const int LongestValue = 1_024;
    private const int DeepestValue = 4;

    /// <summary>The memory that it takes, in characters, roughly.</summary>
    internal int Size => Name.Length + Value.Length + 32;

    /// <summary>Reads attributes; of more than 64 the first.</summary>
    internal static IReadOnlyList<Field> Read(RepeatedField<KeyValue> attributes) =>
        [.. attributes.Take(Most).Select(attribute => new Field(Cut(attribute.Key, LongestName), Text(attribute.Value)))];

    /// <summary>A value as text, cut to the bound.</summary>
    internal static string Text(AnyValue? value) => Cut(Whole(value, DeepestValue), LongestValue);

    /// <summary>The beginning of a text that is longer than the bound, with an ellipsis.</summary>
    internal static string Cut(string text, int longest) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest - 1), "…");

    // Lists within lists come from outside: they end somewhere.
    private static string Whole(AnyValue? value, int deeper) => value?.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        AnyValue.ValueOneofCase.IntValue => value.IntValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.BytesValue => $"{value.BytesValue.Length} bytes",
        AnyValue.ValueOneofCase.ArrayValue when deeper > 0 => $"[{string.Join(", ", value.ArrayValue.Values.Take(Most).Select(each => Whole(each, deeper - 1)))}]",
        AnyValue.ValueOneofCase.KvlistValue when deeper > 0 =>
            $"{{{string.Join(", ", value.KvlistValue.Values.Take(Most).Select(each => $"{each.Key}: {Whole(each.Value, deeper - 1)}"))}}}",
        AnyValue.ValueOneofCase.ArrayValue or AnyValue.ValueOneofCase.KvlistValue => "…",
        _ => "",
    };
}
