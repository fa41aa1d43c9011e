using Regional.Disclosure;
using Regional.Disclosure.Auditing;

namespace Regional.Cli.Auditing;

/// <summary>A table in which cells are hidden, as it was read.</summary>
/// <param name="System">Its sums.</param>
/// <param name="Cells">What the world sees of each cell.</param>
/// <param name="Counts">The counts of the inner cells; null where the file does not tell.</param>
/// <param name="InnerIds">Names of the inner cells, by index.</param>
internal sealed record MaskedTable(CellSystem System, IReadOnlyList<CellView> Cells, IReadOnlyList<long?> Counts, IReadOnlyList<string> InnerIds);
