using System.Globalization;

namespace Regional.Territory;

/// <summary>The number of a school board (bevoegd gezag) at DUO: five digits, <c>13273</c>.</summary>
public readonly record struct BoardNumber : IWrittenValue<BoardNumber>
{
    private readonly int _number;

    private BoardNumber(int number) => _number = number;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out BoardNumber value, out string reason)
    {
        if (text is not { Length: 5 } || !Digits.Are(text) || text == "00000")
        {
            value = default;
            reason = "The number of a school board is five digits and not 00000. Write it like 13273.";
            return false;
        }

        (value, reason) = (new(Digits.ToNumber(text)), "");
        return true;
    }

    /// <summary>Five digits, <c>13273</c>; empty for a number that was never read.</summary>
    public override string ToString() => _number == 0 ? "" : _number.ToString("D5", CultureInfo.InvariantCulture);
}
