namespace Regional.Territory;

/// <summary>An Organisatie-identificatienummer: who an organisation is on the wire.</summary>
/// <remarks>
/// Twenty positions: a prefix of eight digits that names the register, a main number of nine positions and three zeros. A main number of
/// eight positions has four zeros after it, which is the same text. A main number may hold capitals.
/// </remarks>
public readonly record struct Oin : IWrittenValue<Oin>
{
    private const string DevelopmentPrefix = "00000099";

    private readonly string? _text;

    private Oin(string text) => _text = text;

    /// <summary>True for the test range 00000099, which any organisation may use and no certificate authority vouches for.</summary>
    public bool IsDevelopment => _text?.StartsWith(DevelopmentPrefix, StringComparison.Ordinal) == true;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out Oin value, out string reason)
    {
        value = default;
        if (text is not { Length: 20 })
        {
            reason = "An OIN has exactly 20 positions. Count the zeros: the number of public test configurations with 21 is a known mistake.";
            return false;
        }

        if (!IsAssignedPrefix(text.AsSpan(0, 8)))
        {
            reason = "An OIN begins with a prefix of eight digits from the table of Logius: 00000001 to 00000004, 00000006 to 00000010, or 00000099 for tests.";
            return false;
        }

        if (!IsMainNumber(text.AsSpan(8, 9)) || !text.EndsWith("000", StringComparison.Ordinal))
        {
            reason = "After its prefix an OIN has a main number of eight or nine digits or capitals and ends in zeros up to 20 positions.";
            return false;
        }

        (value, reason) = (new(text), "");
        return true;
    }

    /// <summary>The twenty positions.</summary>
    public override string ToString() => _text ?? "";

    // 00000005 stands in the table as free: it has been given to nobody.
    private static bool IsAssignedPrefix(ReadOnlySpan<char> prefix) =>
        prefix is "00000001" or "00000002" or "00000003" or "00000004" or "00000006" or "00000007" or "00000008" or "00000009" or "00000010"
            or DevelopmentPrefix;

    private static bool IsMainNumber(ReadOnlySpan<char> main)
    {
        foreach (var position in main)
        {
            if (!char.IsAsciiDigit(position) && !char.IsAsciiLetterUpper(position))
            {
                return false;
            }
        }

        return true;
    }
}
