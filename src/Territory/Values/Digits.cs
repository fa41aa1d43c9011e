namespace Regional.Territory;

/// <summary>ASCII digits only: <see cref="char.IsDigit(char)"/> would let the digits of other scripts into codes.</summary>
internal static class Digits
{
    public static bool Are(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The number that checked digits stand for.</summary>
    public static int ToNumber(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
