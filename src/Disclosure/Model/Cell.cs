namespace Regional.Disclosure;

/// <summary>A figure of a publication: a sum of inner cells.</summary>
/// <remarks>
/// A percentage is no cell. It is two, the part and the whole, and their difference must be safe as well: <see cref="Share"/>.
/// </remarks>
/// <param name="Id">Unique in its system, and the same in every run: all ties are broken by it.</param>
/// <param name="Value">The true figure: a number of pupils, or a magnitude in whole units.</param>
public sealed record Cell(string Id, long Value)
{
    /// <summary>Its place in each dimension of the system, in that order; empty where the system has none.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Whether it would be printed.</summary>
    public CellKind Kind { get; init; }

    /// <summary>Already public, as enrolment by school type is: always published, exempt from every rule, and known to every attacker.</summary>
    public bool IsPublicAlready { get; init; }

    /// <summary>What a figure at the end of its scale tells about every member of the group.</summary>
    public Disclosing Discloses { get; init; }

    /// <summary>How much it matters that it is shown, against others of the same value: a region above a gemeente above a school. At least 1.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Who made up the value; null for a plain count.</summary>
    public Contributions? Contributions { get; init; }
}

/// <summary>Whether a cell would be printed.</summary>
public enum CellKind
{
    /// <summary>A figure of a table: published or hidden.</summary>
    Output,

    /// <summary>
    /// A sum that no table prints and nobody may be able to compute: the complement of a percentage, the difference between two releases, the sliver
    /// between two drawings of an area. The rules judge it like an output; it is primary or of no concern, never published and never secondary.
    /// </summary>
    Derivable,
}

/// <summary>Group disclosure: which extreme figures say something of each member of the group.</summary>
[Flags]
public enum Disclosing
{
    /// <summary>Neither end says anything.</summary>
    Nothing = 0,

    /// <summary>None at all is telling: "none in mainstream education".</summary>
    Zero = 1,

    /// <summary>All of them is telling: "all truant". Judged where the cell is the part of a <see cref="Share"/>.</summary>
    All = 2,
}

/// <summary>The parties behind a value.</summary>
/// <param name="Count">How many schools, boards or persons contributed.</param>
/// <param name="Largest">Their largest contributions, largest first; at least as many as the dominance rule looks at. Empty for a count of pupils.</param>
public sealed record Contributions(int Count, IReadOnlyList<long> Largest);

/// <summary>A part and its whole, printed as a percentage or readable as one.</summary>
/// <param name="Part">Index of the numerator's cell.</param>
/// <param name="Whole">Index of the denominator's cell.</param>
/// <param name="Rest">Index of the derivable cell that is the whole without the part.</param>
public readonly record struct Share(int Part, int Whole, int Rest);

/// <summary>One combination of all attributes that any table of the publication uses, an empty one too: what figures are sums of.</summary>
/// <param name="Count">Its true value; null where neither it nor anything that fixes it is known (a matrix read from a file).</param>
/// <param name="ChangeOf">
/// Index of the inner cell that it changes, where it is a change between two releases; null for a count. A count is zero or more at each release, so with
/// its changes up to then; a change may be negative.
/// </param>
public readonly record struct InnerCell(long? Count, int? ChangeOf = null);
