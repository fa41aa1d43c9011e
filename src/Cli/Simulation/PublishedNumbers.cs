using System.Globalization;
using Regional.Subjects;

namespace Regional.Cli.Simulation;

/// <summary>The numbers that no living person has: the range 9999xxxxx, published for testing. Any other number with a valid check digit may be somebody's.</summary>
internal static class PublishedNumbers
{
    private const int First = 999900000;
    private const int Last = 999999999;

    /// <summary>The numbers of the range that pass the elfproef, in ascending order: about one in eleven.</summary>
    public static IEnumerable<string> All => Enumerable.Range(First, Last - First + 1)
        .Select(number => number.ToString(CultureInfo.InvariantCulture))
        .Where(number => PersonNumber.TryParse(number, development: false, out _, out _));
}
