namespace Regional.Disclosure.Suppression;

/// <summary>Whole numbers modulo the prime 2^61 - 1: exact elimination without growth, rounding or overflow.</summary>
/// <remarks>
/// A fraction a/b is the one number which times b is a. Something that is not zero is taken for zero only when its numerator is a multiple of the prime.
/// </remarks>
internal static class Modular
{
    public const ulong Prime = (1UL << 61) - 1;

    // Fractions up to here, above and below the line, have one number each.
    private const ulong LargestTerm = 1UL << 29;

    public static ulong Of(int number) => number >= 0 ? (ulong)number : Prime - (ulong)-(long)number;

    public static ulong Subtract(ulong a, ulong b) => a >= b ? a - b : a + Prime - b;

    public static ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        // 2^61 is 1, so what lies above bit 61 is added to what lies below.
        var sum = (low & Prime) + ((low >> 61) | (high << 3));
        return sum >= Prime ? sum - Prime : sum;
    }

    /// <summary>The inverse of a number that is not zero, by Fermat: a^(p - 2).</summary>
    public static ulong Invert(ulong a)
    {
        if (a is 1 or Prime - 1)
        {
            return a;
        }

        var (result, power) = (1UL, a);
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? Multiply(result, power) : result;
            power = Multiply(power, power);
        }

        return result;
    }

    /// <summary>Whether a number stands for a fraction over zero (1) or under it (-1); 0 for zero and for what is no fraction of small terms.</summary>
    public static int SignOf(ulong a)
    {
        // Euclid on the prime and the number, stopped half way, gives the fraction's terms.
        var (remainder, next) = (Prime, a);
        var (term, nextTerm) = (0L, 1L);
        while (next > LargestTerm)
        {
            var quotient = remainder / next;
            (remainder, next) = (next, remainder - quotient * next);
            (term, nextTerm) = (nextTerm, term - (long)quotient * nextTerm);
        }

        return next == 0 || (ulong)Math.Abs(nextTerm) > LargestTerm ? 0 : Math.Sign(nextTerm);
    }
}
