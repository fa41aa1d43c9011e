namespace Regional.Subjects;

/// <summary>A persoonsgebonden nummer: a BSN, or the onderwijsnummer of a pupil who has none. It lives in memory only, at the edge.</summary>
/// <remarks>Its text never leaves this assembly: <see cref="ToString"/> gives none of it, so that no log line or message can.</remarks>
public readonly struct PersonNumber : IEquatable<PersonNumber>
{
    private readonly string _digits;

    private PersonNumber(string digits) => _digits = digits;

    /// <summary>Reads a number of nine digits whose check digit holds.</summary>
    /// <param name="text">As sent.</param>
    /// <param name="development">Whether the form <c>T</c> and nine digits is taken too: made-up pupils for runs larger than the published test numbers.
    /// Everywhere but in Development it is refused.</param>
    /// <param name="number">The number.</param>
    /// <param name="reason">The rule that is broken and what to do, without the number.</param>
    public static bool TryParse(string? text, bool development, out PersonNumber number, out string reason)
    {
        number = new(text ?? "");
        reason = "";
        if (text is ['T', .. var serial] && IsNineDigits(serial))
        {
            reason = development ? "" : "is a made-up number of the development form (T and nine digits), which is taken in Development only";
            return development;
        }

        if (text is null || !IsNineDigits(text))
        {
            reason = "must be nine digits, with leading zeros: a BSN or an onderwijsnummer";
            return false;
        }

        if (!IsBsn(text) && !IsOfEducation(text))
        {
            reason = "has a check digit that fails: it is neither a BSN nor an onderwijsnummer; correct it at the source";
            return false;
        }

        return true;
    }

    /// <summary>Whether it is an onderwijsnummer, which a pupil has who has no BSN yet.</summary>
    public bool IsOnderwijsnummer => IsNineDigits(_digits) && IsOfEducation(_digits);

    /// <summary>Whether the text holds this number, with or without signs between its digits, which would smuggle it past the edge.</summary>
    public bool IsIn(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).Contains(_digits, StringComparison.Ordinal);

    /// <summary>Whether a text is nothing but nine digits whose check digit holds, with or without signs between: it may be somebody's number.</summary>
    public static bool MayBe(string text)
    {
        var bare = string.Concat(text.Where(char.IsLetterOrDigit));
        return IsNineDigits(bare) && (IsBsn(bare) || IsOfEducation(bare));
    }

    /// <inheritdoc/>
    public bool Equals(PersonNumber other) => _digits == other._digits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PersonNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _digits.GetHashCode(StringComparison.Ordinal);

    /// <summary>Never the number.</summary>
    public override string ToString() => "(person number)";

    internal int CopyTo(Span<byte> bytes) => System.Text.Encoding.ASCII.GetBytes(_digits, bytes);

    private static bool IsNineDigits(ReadOnlySpan<char> text) => text.Length == 9 && !text.ContainsAnyExceptInRange('0', '9');

    // Elfproef: 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h - i is a multiple of 11.
    private static bool IsBsn(ReadOnlySpan<char> text) => ElevenSum(text) == 0 && text.ContainsAnyExcept('0');

    // An onderwijsnummer begins with 10 and leaves 5.
    private static bool IsOfEducation(ReadOnlySpan<char> text) => text.StartsWith("10") && ElevenSum(text) == 5;

    private static int ElevenSum(ReadOnlySpan<char> text)
    {
        var sum = -(text[8] - '0');
        for (var i = 0; i < 8; i++)
        {
            sum += (9 - i) * (text[i] - '0');
        }

        return ((sum % 11) + 11) % 11;
    }
}
