using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Tests;

/// <summary>
/// The least that must be hidden so that every primary cell is safe at level B, and any other hidden cell has two values, by GLPK alone: a program in whole
/// numbers chooses what to hide, the attacker's program finds what that leaves too narrow, and says on which published cells the proof rests; one of them must
/// be hidden.
/// </summary>
/// <remarks>Fractions count as tables here, and what the least value of a cell with parts tells is not looked at: what is really needed is this or more.</remarks>
internal static class Optimum
{
    /// <summary>The cells to hide, primary ones included.</summary>
    /// <param name="publication">A system, and which of its cells are primary.</param>
    /// <param name="protectsZeros">Whether zeros are hidden.</param>
    /// <param name="cost">What it costs to hide a cell.</param>
    public static IReadOnlySet<int> Of(Publication publication, bool protectsZeros, Func<Cell, double> cost)
    {
        var system = publication.System;
        var all = Enumerable.Range(0, system.Cells.Count).ToList();
        using var choice = new GlpkProgram(all.Count);
        foreach (var cell in all)
        {
            var isPrimary = publication.Statuses[cell] == CellStatus.Primary;
            choice.Bound(cell, isPrimary ? 1 : 0, isPrimary || protectsZeros || system.Cells[cell].Value > 0 ? 1 : 0);
            choice.MakeWhole(cell);
        }

        foreach (var same in all.GroupBy(cell => string.Join(' ', system.ColumnOf(cell).Inner.ToArray())).Select(group => group.ToList()))
        {
            foreach (var (one, other) in same.Zip(same.Skip(1)))
            {
                choice.AddRow([one, other], [1, -1], 0, 0);
            }
        }

        double[] costs = [.. system.Cells.Select(cost)];
        while (true)
        {
            choice.Solve(-1, all, costs, isWhole: true);
            var hidden = all.Where(cell => choice.WholeValueOf(cell) > 0.5).ToHashSet();
            var cuts = Cuts(publication, protectsZeros, hidden);
            if (cuts.Count == 0)
            {
                return hidden;
            }

            foreach (var (cell, holding) in cuts)
            {
                // Where the cell is hidden, one of those that hold it must be.
                choice.AddRow([cell, .. holding], [-1, .. holding.Select(_ => 1.0)], 0, double.PositiveInfinity);
            }
        }
    }

    private static List<(int Cell, IReadOnlyList<int> Holding)> Cuts(Publication publication, bool protectsZeros, HashSet<int> hidden)
    {
        var cuts = new List<(int, IReadOnlyList<int>)>();
        CellStatus StatusOf(int cell) => !hidden.Contains(cell) ? CellStatus.Published : publication.Statuses[cell] == CellStatus.Primary ? CellStatus.Primary : CellStatus.Secondary;
        using var attacker = new Glpk(AttackerView.Of(publication with { Statuses = [.. publication.Statuses.Select((_, cell) => StatusOf(cell))] }, KnowledgeLevel.B, protectsZeros));
        foreach (var cell in hidden)
        {
            var isPrimary = StatusOf(cell) == CellStatus.Primary;
            var (least, most) = (attacker.Proof(cell, -1), attacker.Proof(cell, 1));
            var lowest = Math.Ceiling(least.End - 1e-6);
            if (isPrimary && lowest > (protectsZeros ? 0 : 1) && !HasParts(publication.System, cell))
            {
                cuts.Add((cell, Shown(least.Cells)));
            }
            else if (Math.Floor(most.End + 1e-6) - lowest < (isPrimary ? 2 : 1))
            {
                cuts.Add((cell, Shown(most.Cells.Union(least.Cells))));
            }
        }

        return cuts;

        IReadOnlyList<int> Shown(IEnumerable<int> cells) => [.. cells.Where(cell => !hidden.Contains(cell))];
    }

    // Whether another cell lies inside, perhaps but for inner cells of which a zero tells that they are nobody.
    private static bool HasParts(CellSystem system, int whole)
    {
        var cells = Enumerable.Range(0, system.Cells.Count).ToList();
        var inside = cells.Where(cell => system.Cells[cell].Value == 0).Append(whole).SelectMany(cell => system.ColumnOf(cell).Inner.ToArray()).ToHashSet();
        var own = system.ColumnOf(whole).Inner.ToArray();
        return cells.Exists(cell => system.Cells[cell].Value > 0 && !system.ColumnOf(cell).Inner.SequenceEqual(own) && system.ColumnOf(cell).Inner.ToArray().All(inside.Contains));
    }
}
