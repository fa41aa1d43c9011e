namespace Regional.Territory;

/// <summary>What kind of text a flow rests on.</summary>
public enum GrondslagKind
{
    /// <summary>A law or a regulation.</summary>
    Law,

    /// <summary>A convenant that the parties signed.</summary>
    Convenant,
}

/// <summary>The recorded legal basis of a flow of data.</summary>
/// <param name="Kind">A law or a convenant.</param>
/// <param name="Title">Which, with article or date.</param>
/// <param name="Parties">Who it binds.</param>
/// <param name="Fields">The fields that may flow; no other.</param>
/// <param name="Validity">When it opens the flow. It always has an end: at that day the parties look again.</param>
/// <param name="Note">How sure we are of it.</param>
public sealed record Grondslag(GrondslagKind Kind, string Title, IReadOnlyList<string> Parties, IReadOnlyList<string> Fields, Period Validity, string Note);

/// <summary>A flow of data about children between two capacities, for one purpose.</summary>
/// <param name="From">Who gives.</param>
/// <param name="To">Who gets.</param>
/// <param name="Purpose">What for: small letters and hyphens, unique between these two.</param>
/// <param name="Description">What flows.</param>
/// <param name="Grondslag">What opens it; null while it is shut.</param>
public sealed record Flow(Role From, Role To, string Purpose, string Description, Grondslag? Grondslag)
{
    /// <summary>Whether data may flow on the day.</summary>
    public bool IsOpenOn(DateOnly day) => Grondslag?.Validity.Contains(day) == true;
}
