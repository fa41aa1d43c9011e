namespace Regional.Disclosure.Auditing;

/// <summary>What an audit says of a cell.</summary>
public enum Verdict
{
    /// <summary>It can have at least three values, and a protected cell be as small as its parts allow.</summary>
    Safe,

    /// <summary>It can have two values at most, or the least value of a protected cell tells more than its parts do.</summary>
    Narrow,

    /// <summary>It can have one value: the attacker knows it.</summary>
    Exact,

    /// <summary>The search was given up before any of these was proven. Not safe.</summary>
    Unproven,

    /// <summary>The figures around it do not add up, so nothing can be said.</summary>
    Contradictory,
}

/// <summary>How much is proven of an interval.</summary>
public enum Proof
{
    /// <summary>Both ends are values of whole tables that look the same from outside.</summary>
    Integer,

    /// <summary>The ends are those of linear programming: no whole table lies outside, and perhaps not every value inside has one.</summary>
    Linear,
}

/// <summary>Between which values a cell lies for an attacker.</summary>
/// <param name="Cell">Index of the cell.</param>
/// <param name="Lower">The least value; null where there is none.</param>
/// <param name="Upper">The largest value; null where there is none.</param>
/// <param name="Verdict">What that means.</param>
/// <param name="Proof">How much of it is proven.</param>
/// <param name="Insider">At level D: the unit for whose insider it is; null where it is the same for a stranger.</param>
public sealed record CellInterval(int Cell, long? Lower, long? Upper, Verdict Verdict, Proof Proof, string? Insider = null);

/// <summary>An unknown of an equation, and how often it counts.</summary>
/// <param name="Cell">Index of the cell that it is; null where it is an inner cell that no cell shows.</param>
/// <param name="Inner">Index of the inner cell; null where it is a cell.</param>
/// <param name="Coefficient">How often it counts.</param>
public readonly record struct Term(int? Cell, int? Inner, long Coefficient);

/// <summary>An equation as an attacker has it: what he does not know adds up to a number.</summary>
/// <param name="Unknown">What he does not know.</param>
/// <param name="Sum">What it adds up to.</param>
/// <param name="Known">The published cells that add up to the same number.</param>
public sealed record Equation(IReadOnlyList<Term> Unknown, long Sum, IReadOnlyList<Term> Known);

/// <summary>Part of a table that does not add up. The rest is audited without it.</summary>
/// <param name="Cells">Indices of the hidden cells that it concerns.</param>
/// <param name="Equations">Equations that cannot all hold.</param>
public sealed record Contradiction(IReadOnlyList<int> Cells, IReadOnlyList<Equation> Equations);

/// <summary>What an audit found.</summary>
/// <param name="Level">What the attacker was taken to know. It says nothing about one who knows more.</param>
/// <param name="Cells">Each hidden cell, by index of the cell.</param>
/// <param name="Contradictions">What does not add up.</param>
public sealed record AuditReport(KnowledgeLevel Level, IReadOnlyList<CellInterval> Cells, IReadOnlyList<Contradiction> Contradictions)
{
    /// <summary>How many cells have a verdict.</summary>
    public int Count(Verdict verdict) => Cells.Count(cell => cell.Verdict == verdict);
}
