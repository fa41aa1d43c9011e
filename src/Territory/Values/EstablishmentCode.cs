namespace Regional.Territory;

/// <summary>The code of a vestiging: the BRIN number of its school and two digits, <c>20LO04</c>.</summary>
public readonly record struct EstablishmentCode : IWrittenValue<EstablishmentCode>
{
    private readonly string? _text;

    private EstablishmentCode(string text) => _text = text;

    /// <summary>The school that the vestiging is of.</summary>
    public Brin Brin => Brin.Parse((_text ?? throw new InvalidOperationException("This code of a vestiging was never read."))[..4]);

    /// <inheritdoc/>
    public static bool TryParse(string? text, out EstablishmentCode value, out string reason)
    {
        if (text is not { Length: 6 } || !Brin.IsBrin(text.AsSpan(0, 4)) || !Digits.Are(text.AsSpan(4)))
        {
            value = default;
            reason = "The code of a vestiging is a BRIN number and two digits. Write it like 20LO04, not 20LO4.";
            return false;
        }

        (value, reason) = (new(text), "");
        return true;
    }

    /// <summary>The code as it is written, <c>20LO04</c>.</summary>
    public override string ToString() => _text ?? "";
}
