using Regional.Disclosure.Auditing;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Repairs;

/// <summary>What is to be repaired, and what may be done for it.</summary>
/// <param name="Start">What the elimination gave.</param>
/// <param name="Suppression">What it was given: forced cells stay, and of two cells the one that is later in its order is hidden.</param>
/// <param name="Protected">
/// Indices of the cells that are to have three values. Any other hidden cell, like one that an earlier release hid for the sake of others, is to have two.
/// </param>
/// <param name="Level">What an attacker knows.</param>
/// <param name="Insiders">At level D who he may be; otherwise none.</param>
public sealed record RepairInput(Publication Start, SuppressionInput Suppression, IReadOnlySet<int> Protected, KnowledgeLevel Level, IReadOnlyList<Insider> Insiders);

/// <summary>What came of it.</summary>
/// <param name="Publication">The cells; what was hidden for the repair is secondary.</param>
/// <param name="BeforeGivingBack">How many cells were secondary before needless ones were given back.</param>
/// <param name="NotTried">How many of these were not looked at, because so much rests on each that it would take too long.</param>
/// <param name="Unsafe">Indices of protected cells that are not safe, because all that would help is forced; ascending.</param>
public sealed record Repaired(Publication Publication, int BeforeGivingBack, int NotTried, IReadOnlyList<int> Unsafe);
