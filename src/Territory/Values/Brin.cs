namespace Regional.Territory;

/// <summary>The number of a school in the Basisregistratie Instellingen: two digits and two capitals, <c>20LO</c>.</summary>
public readonly record struct Brin : IWrittenValue<Brin>
{
    private readonly string? _text;

    private Brin(string text) => _text = text;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out Brin value, out string reason)
    {
        if (text is not { Length: 4 } || !IsBrin(text))
        {
            value = default;
            reason = "A BRIN number is two digits and two capitals. Write it like 20LO.";
            return false;
        }

        (value, reason) = (new(text), "");
        return true;
    }

    /// <summary>The number as it is written, <c>20LO</c>.</summary>
    public override string ToString() => _text ?? "";

    internal static bool IsBrin(ReadOnlySpan<char> text) =>
        Digits.Are(text[..2]) && char.IsAsciiLetterUpper(text[2]) && char.IsAsciiLetterUpper(text[3]);
}
