namespace Regional.Territory;

/// <summary>A place in a file.</summary>
internal sealed record Location(string File, string Where)
{
    // In a JSON pointer a slash parts names, so one inside a name is written ~1, and ~ itself ~0.
    public Location Below(string name) =>
        this with { Where = $"{Where}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}" };

    public Location Below(int index) => this with { Where = $"{Where}/{index}" };
}

/// <summary>A value and where it was read, so that a rule which compares values can say where both stand.</summary>
internal sealed record Located<T>(T Value, Location At);

/// <summary>Gathers the faults of a check.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public int Count => _all.Count;

    public void Add(Location at, string rule, string problem, string remedy) => _all.Add(new(at.File, at.Where, rule, problem, remedy));

    /// <summary>Whether something was found at this place or anywhere below it.</summary>
    public bool Has(Location at) => _all.Any(finding =>
        finding.File == at.File && (at.Where.Length == 0 || finding.Where == at.Where || finding.Where.StartsWith(at.Where + '/', StringComparison.Ordinal)));

    /// <summary>Reads a written value, or says why it is none.</summary>
    public T? Read<T>(Location at, string? text)
        where T : struct, IWrittenValue<T>
    {
        if (T.TryParse(text, out var value, out var reason))
        {
            return value;
        }

        Add(at, "VALUE", $"'{text}' cannot be read.", reason);
        return null;
    }

    /// <summary>Reads a word of an enum, or says which there are.</summary>
    public T? ReadWord<T>(Location at, string? text)
        where T : struct, Enum
    {
        if (EnumText.TryParse<T>(text, out var value, out var reason))
        {
            return value;
        }

        Add(at, "WORD", $"'{text}' is not known here.", reason);
        return null;
    }

    /// <summary>Reads a date of the form <c>2024-08-01</c>.</summary>
    public DateOnly? ReadDate(Location at, string? text)
    {
        if (DateOnly.TryParseExact(text, "O", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date))
        {
            return date;
        }

        Add(at, "DATE", $"'{text}' is not a date.", "Write year, month and day like 2024-08-01.");
        return null;
    }

    /// <summary>Reads a period from its two ends.</summary>
    public Period? ReadPeriod(Location at, DateOnly? from, DateOnly? until)
    {
        if (until <= from)
        {
            Add(
                at, "PERIOD", $"The period from {from:O} until {until:O} holds no day.",
                "Write as 'until' the first day on which it no longer holds; it lies after 'from'.");
            return null;
        }

        return new(from ?? DateOnly.MinValue, until);
    }
}
