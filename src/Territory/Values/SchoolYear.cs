using System.Globalization;

namespace Regional.Territory;

/// <summary>A school year: 1 August up to and including 31 July, written <c>2024-2025</c>.</summary>
public readonly record struct SchoolYear : IWrittenValue<SchoolYear>, IComparable<SchoolYear>
{
    private const int Earliest = 1990;
    private const int Latest = 2099;

    private readonly int _start;

    private SchoolYear(int start) =>
        _start = start is >= Earliest and <= Latest ? start : throw new ArgumentOutOfRangeException(
            nameof(start), start, "School years run from 1990-1991 to 2099-2100.");

    /// <summary>1 August of the year that is written first.</summary>
    public DateOnly First => new(Start, 8, 1);

    /// <summary>31 July of the year that is written second.</summary>
    public DateOnly Last => new(Start + 1, 7, 31);

    /// <summary>The year before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This is 1990-1991.</exception>
    public SchoolYear Previous => new(Start - 1);

    /// <summary>The year after.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This is 2099-2100.</exception>
    public SchoolYear Next => new(Start + 1);

    private int Start => _start != 0 ? _start : throw new InvalidOperationException("This school year was never read.");

    /// <summary>The school year that a calendar date lies in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date lies before 1 August 1990 or after 31 July 2100.</exception>
    public static SchoolYear Of(DateOnly date) => new(date.Month >= 8 ? date.Year : date.Year - 1);

    /// <inheritdoc/>
    public static bool TryParse(string? text, out SchoolYear value, out string reason)
    {
        value = default;
        if (text is not { Length: 9 } || text[4] != '-' || !Digits.Are(text.AsSpan(0, 4)) || !Digits.Are(text.AsSpan(5)))
        {
            reason = "A school year is written as two years with a hyphen between them. Write it like 2024-2025.";
            return false;
        }

        var (start, end) = (Digits.ToNumber(text.AsSpan(0, 4)), Digits.ToNumber(text.AsSpan(5)));
        if (end != start + 1 || start is < Earliest or > Latest)
        {
            reason = "The two years of a school year follow each other, from 1990-1991 to 2099-2100. Write it like 2024-2025.";
            return false;
        }

        (value, reason) = (new(start), "");
        return true;
    }

    /// <summary>Whether the date lies in this school year.</summary>
    public bool Contains(DateOnly date) => date >= First && date <= Last;

    /// <inheritdoc/>
    public int CompareTo(SchoolYear other) => _start.CompareTo(other._start);

    /// <summary>The two years, <c>2024-2025</c>; empty for a school year that was never read.</summary>
    public override string ToString() => _start == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{_start:D4}-{_start + 1:D4}");
}
