using System.Globalization;

namespace Regional.Territory;

/// <summary>The four digits of a postcode. The territory of a samenwerkingsverband is a set of these.</summary>
public readonly record struct Postcode4 : IWrittenValue<Postcode4>
{
    private readonly ushort _number;

    private Postcode4(int number) => _number = (ushort)number;

    /// <summary>Reads <c>9401</c>, <c>9401 AB</c> or <c>9401AB</c>; the letters are dropped, because with them a postcode is nearly an address.</summary>
    /// <inheritdoc cref="IWrittenValue{TSelf}.TryParse"/>
    public static bool TryParse(string? text, out Postcode4 value, out string reason)
    {
        if (text is not { Length: 4 or 6 or 7 } || text[0] == '0' || !Digits.Are(text.AsSpan(0, 4)) || !IsTail(text.AsSpan(4)))
        {
            value = default;
            reason = "A postcode is four digits from 1000 to 9999, with or without two letters. Write it like 9401 or 9401 AB.";
            return false;
        }

        (value, reason) = (new(Digits.ToNumber(text.AsSpan(0, 4))), "");
        return true;
    }

    /// <summary>Four digits, <c>9401</c>; empty for a postcode that was never read.</summary>
    public override string ToString() => _number == 0 ? "" : _number.ToString("D4", CultureInfo.InvariantCulture);

    private static bool IsTail(ReadOnlySpan<char> tail) => tail.Length switch
    {
        0 => true,
        2 => char.IsAsciiLetter(tail[0]) && char.IsAsciiLetter(tail[1]),
        3 => tail[0] == ' ' && char.IsAsciiLetter(tail[1]) && char.IsAsciiLetter(tail[2]),
        _ => false,
    };
}
