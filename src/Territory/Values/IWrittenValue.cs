namespace Regional.Territory;

/// <summary>A value with one short written form, checked once where it enters; from there on nobody checks again.</summary>
/// <typeparam name="TSelf">The value itself.</typeparam>
public interface IWrittenValue<TSelf>
    where TSelf : struct, IWrittenValue<TSelf>
{
    /// <summary>Reads the written form.</summary>
    /// <param name="text">What was written; null and empty are refused like any other wrong text.</param>
    /// <param name="value">The value; meaningless when the answer is false.</param>
    /// <param name="reason">
    /// Empty, or the rule that was broken and what to write instead. Never repeats the text: it may hold what does not belong there.
    /// </param>
    static abstract bool TryParse(string? text, out TSelf value, out string reason);
}

/// <summary>Reading of a written value that is known to be right.</summary>
public static class WrittenValues
{
    extension<T>(T)
        where T : struct, IWrittenValue<T>
    {
        /// <summary>Reads a text that must be right: a constant, or what was checked before.</summary>
        /// <exception cref="FormatException">The text is not right; the message is the reason.</exception>
        public static T Parse(string text) => T.TryParse(text, out var value, out var reason) ? value : throw new FormatException(reason);
    }
}
