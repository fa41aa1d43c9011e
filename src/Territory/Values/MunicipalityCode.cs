using System.Globalization;

namespace Regional.Territory;

/// <summary>The code of a municipality in landelijke tabel 33 of the BRP, the same as CBS uses: four digits with leading zeros.</summary>
/// <remarks>A code is never used again; a merger gives a new one. So code and date together name a municipality.</remarks>
public readonly record struct MunicipalityCode : IWrittenValue<MunicipalityCode>
{
    private readonly ushort _number;

    private MunicipalityCode(int number) => _number = (ushort)number;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out MunicipalityCode value, out string reason)
    {
        // 0000 stands in the table for "unknown", which is no municipality.
        if (text is not { Length: 4 } || !Digits.Are(text) || text == "0000")
        {
            value = default;
            reason = "The code of a municipality is four digits with leading zeros and not 0000. Write Assen as 0106, without GM before it.";
            return false;
        }

        (value, reason) = (new(Digits.ToNumber(text)), "");
        return true;
    }

    /// <summary>Four digits, <c>0106</c>; empty for a code that was never read.</summary>
    public override string ToString() => _number == 0 ? "" : _number.ToString("D4", CultureInfo.InvariantCulture);
}
