using FsCheck;
using FsCheck.Fluent;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

/// <summary>What holds of any table: two or three dimensions, groupings that do not nest, several linked shapes.</summary>
public sealed class The_elimination
{
    private static readonly Config Tries = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void leaves_no_primary_cell_to_be_computed() => Holds(table =>
    {
        var pattern = Protect(table.System);

        return pattern.Unsafe.Count == 0 && Primary(pattern).All(cell => !Attacker.CanCompute(pattern.Publication, cell));
    });

    [Fact]
    public void hides_nothing_that_follows_from_what_it_shows() => Holds(table =>
    {
        var pattern = Protect(table.System, SingletonRule.None);

        return Enumerable.Range(0, table.System.Cells.Count).Where(cell => pattern.Publication.Statuses[cell] == CellStatus.Secondary).All(cell => !Attacker.CanCompute(pattern.Publication, cell));
    });

    [Fact]
    public void leaves_no_sum_of_singletons_to_be_computed() => Holds(table =>
    {
        var pattern = Protect(table.System);
        var singletons = Enumerable.Range(0, table.System.InnerCells.Count).Where(inner => table.System.InnerCells[inner].Count == 1).ToList();
        var sums = Enumerable.Range(0, table.System.Cells.Count).Where(cell => table.System.Cells[cell].Value > 0 && table.System.ColumnOf(cell).Inner.ToArray().All(singletons.Contains));

        return sums.All(cell => !Attacker.CanCompute(pattern.Publication, cell));
    });

    [Fact]
    public void does_not_care_in_which_order_it_was_told_of_inner_cells_and_cells() => Holds(table =>
    {
        var order = CandidateOrder.Of(table.System, protectsZeros: false, new HashSet<int>()).Select(cell => table.System.Cells[cell].Id).ToList();
        var turned = Turned(table.System);
        var input = new SuppressionInput(PrimaryCells.Of(turned, table.Rules), [], [.. order.Select(id => turned.Find(id)!.Value)], SingletonRule.AnySum, ProtectsZeros: false);

        return Tables.HiddenIn(Elimination.Run(turned, input).Publication).ToHashSet().SetEquals(Tables.HiddenIn(Protect(table.System).Publication));
    });

    [Fact]
    public void gives_the_same_pattern_when_a_table_stands_there_twice() => Holds(table =>
    {
        var twice = Copy(table.System, Enumerable.Range(0, table.System.Cells.Count).Select(cell => (cell, Suffix: " again")));
        var order = CandidateOrder.Of(table.System, protectsZeros: false, new HashSet<int>());
        var input = new SuppressionInput(PrimaryCells.Of(twice, table.Rules), [], [.. order, .. order.Select(cell => cell + order.Count)], SingletonRule.AnySum, ProtectsZeros: false);
        var hidden = Tables.HiddenIn(Elimination.Run(twice, input).Publication).ToHashSet();

        return hidden.SetEquals(Tables.HiddenIn(Protect(table.System).Publication).SelectMany(id => new[] { id, id + " again" }));
    });

    [Fact]
    public void lets_a_forced_cell_stand_and_names_what_follows_from_it() => Holds(table =>
    {
        var primary = PrimaryCells.Of(table.System, table.Rules);
        if (primary.Count == 0)
        {
            return true;
        }

        // The cells around one primary cell: its whole line.
        var target = primary[0];
        var forced = Enumerable.Range(0, table.System.Cells.Count).Where(cell => cell != target && !primary.Contains(cell)).ToList();
        var pattern = Tables.Suppress(table.System, primary, SingletonRule.AnySum, protectsZeros: false, forced);

        return forced.All(pattern.Publication.Shows)
            && primary.All(cell => pattern.Publication.Hides(cell) && Attacker.CanCompute(pattern.Publication, cell) == pattern.Unsafe.Contains(cell));
    });

    [Fact]
    public void shows_what_is_public_already() =>
        Assert.Equal(["b", "total"], Shown(Judged(cell => cell.Id == "b" ? cell with { IsPublicAlready = true } : cell)));

    private static IEnumerable<string> Shown(CellSystem system)
    {
        var forced = Enumerable.Range(0, system.Cells.Count).Where(cell => system.Cells[cell].IsPublicAlready).ToList();
        var pattern = Tables.Suppress(system, PrimaryCells.Of(system, new()), SingletonRule.AnySum, protectsZeros: false, forced);
        return Enumerable.Range(0, system.Cells.Count).Where(pattern.Publication.Shows).Select(cell => system.Cells[cell].Id);
    }

    private static CellSystem Judged(Func<Cell, Cell> judge)
    {
        var plain = Tables.Of("a=2 b=3 c=40", "a", "b", "c", "total=a+b+c");
        var builder = new CellSystemBuilder();
        foreach (var inner in plain.InnerCells)
        {
            builder.AddInner(inner);
        }

        for (var cell = 0; cell < plain.Cells.Count; cell++)
        {
            builder.Add(judge(plain.Cells[cell]), plain.ColumnOf(cell).Inner);
        }

        return builder.Build();
    }

    private static Pattern Protect(CellSystem system, SingletonRule singletons = SingletonRule.AnySum) => Tables.Protect(system, new() { Threshold = 4 }, singletons);

    private static IEnumerable<int> Primary(Pattern pattern) => Enumerable.Range(0, pattern.Publication.Statuses.Count).Where(cell => pattern.Publication.Statuses[cell] == CellStatus.Primary);

    // The same cells over the same inner cells, both told of backwards.
    private static CellSystem Turned(CellSystem system)
    {
        var last = system.InnerCells.Count - 1;
        var builder = new CellSystemBuilder();
        foreach (var inner in system.InnerCells.Reverse())
        {
            builder.AddInner(inner);
        }

        foreach (var cell in Enumerable.Range(0, system.Cells.Count).Reverse())
        {
            builder.Add(system.Cells[cell], [.. system.ColumnOf(cell).Inner.ToArray().Select(inner => last - inner).Reverse()]);
        }

        return builder.Build();
    }

    private static CellSystem Copy(CellSystem system, IEnumerable<(int Cell, string Suffix)> more)
    {
        var builder = new CellSystemBuilder();
        foreach (var inner in system.InnerCells)
        {
            builder.AddInner(inner);
        }

        foreach (var (cell, suffix) in Enumerable.Range(0, system.Cells.Count).Select(cell => (cell, "")).Concat(more))
        {
            builder.Add(system.Cells[cell] with { Id = system.Cells[cell].Id + suffix }, system.ColumnOf(cell).Inner);
        }

        return builder.Build();
    }

    private static void Holds(Func<RandomTable, bool> property) => Check.One(Tries, Prop.ForAll(RandomTable.Small.ToArbitrary(), property));
}
