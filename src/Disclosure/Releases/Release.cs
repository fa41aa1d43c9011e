namespace Regional.Disclosure.Releases;

/// <summary>Cells that are about to be released, and what their inner cells are called.</summary>
/// <param name="System">The cells; the count of every inner cell is known.</param>
/// <param name="InnerIds">By index of the inner cell. The same pupils have the same name in every release, whatever areas they are counted in.</param>
public sealed record Draft(CellSystem System, IReadOnlyList<string> InnerIds);

/// <summary>What went out: a draft and what became of its cells. It is never changed and never forgotten.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Content">Its cells, with the true counts of that day.</param>
/// <param name="Statuses">By index of the cell.</param>
public sealed record Release(string Name, Draft Content, IReadOnlyList<CellStatus> Statuses);
