namespace Regional.Territory;

/// <summary>The part of education that a samenwerkingsverband is for.</summary>
public enum Sector
{
    /// <summary>Primary: basisschool, sbo and so.</summary>
    Po,

    /// <summary>Secondary: vo, pro and vso.</summary>
    Vo,
}

/// <summary>The number of a samenwerkingsverband, such as <c>VO2201</c>; it is the code of its region too.</summary>
public readonly record struct RegionCode : IWrittenValue<RegionCode>
{
    private readonly string? _text;

    private RegionCode(string text) => _text = text;

    /// <summary>Primary or secondary, as the first letter says.</summary>
    public Sector Sector => Text[0] == 'P' ? Sector.Po : Sector.Vo;

    private string Text => _text ?? throw new InvalidOperationException("This region code was never read.");

    /// <inheritdoc/>
    public static bool TryParse(string? text, out RegionCode value, out string reason)
    {
        if (text is not { Length: 6 } || text[0] is not ('P' or 'V') || text[1] != 'O' || !Digits.Are(text.AsSpan(2)))
        {
            value = default;
            reason = "The number of a samenwerkingsverband is PO or VO in capitals and four digits. Write it like VO2201.";
            return false;
        }

        (value, reason) = (new(text), "");
        return true;
    }

    /// <summary>The code as it is written, <c>VO2201</c>.</summary>
    public override string ToString() => _text ?? "";
}
