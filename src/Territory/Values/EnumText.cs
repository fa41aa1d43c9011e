using System.Collections.Frozen;
using System.Text.Json;

namespace Regional.Territory;

/// <summary>The written names of an enum in files and tokens: words in small letters with hyphens, <c>school-board</c>.</summary>
public static class EnumText
{
    /// <summary>The written name of a value.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.ByValue[value];

    /// <summary>Reads a written name.</summary>
    /// <param name="text">The name; capitals count.</param>
    /// <param name="value">The value; meaningless when the answer is false.</param>
    /// <param name="reason">Empty, or the names that may be written.</param>
    public static bool TryParse<TEnum>(string? text, out TEnum value, out string reason)
        where TEnum : struct, Enum
    {
        value = default;
        var known = text is not null && Names<TEnum>.ByText.TryGetValue(text, out value);
        reason = known ? "" : $"It is one of a few words. Write {string.Join(" or ", Names<TEnum>.ByValue.Values.Order(StringComparer.Ordinal))}.";
        return known;
    }

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, TEnum> ByText = ByValue.ToFrozenDictionary(
            pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
