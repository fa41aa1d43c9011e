using FsCheck;
using FsCheck.Fluent;
using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Tests;

/// <summary>What must hold of intervals whatever the table, tried on random tables.</summary>
public sealed class The_intervals_of_an_audit
{
    private static readonly Config Tries = Config.QuickThrowOnFailure.WithMaxTest(40);

    [Fact]
    public void hold_the_true_value() => Holds(table =>
        Audit(table.System, Hidden(table)).All(cell => table.System.Cells[cell.Cell].Value >= cell.Lower && (cell.Upper is null || table.System.Cells[cell.Cell].Value <= cell.Upper)));

    [Fact]
    public void never_shrink_when_one_more_cell_is_hidden() => Holds(table =>
    {
        var hidden = Hidden(table);
        var more = Enumerable.Range(0, table.System.Cells.Count).Where(cell => table.System.Cells[cell].Value > 0).Except(hidden).Take(1);

        return Within(Audit(table.System, hidden), Audit(table.System, hidden.Union(more).ToHashSet()));
    });

    [Fact]
    public void never_shrink_when_the_attacker_knows_less() => Holds(table =>
    {
        var hidden = Hidden(table);

        return Within(Audit(table.System, hidden, KnowledgeLevel.B), Audit(table.System, hidden, KnowledgeLevel.A))
            && Within(Audit(table.System, hidden, KnowledgeLevel.C), Audit(table.System, hidden, KnowledgeLevel.B));
    });

    [Fact]
    public void do_not_change_with_a_published_total_that_follows_from_others() => Holds(table =>
    {
        var hidden = Hidden(table);
        var twice = WithDoubledTotal(table.System);

        return twice is null || Audit(table.System, hidden).SequenceEqual(Audit(twice, hidden));
    });

    [Fact]
    public void do_not_change_with_one_more_hidden_cell_that_follows_from_others() => Holds(table =>
    {
        // At level A that a cell is there and hidden tells nothing.
        var hidden = Hidden(table);
        var more = WithHiddenSum(table.System, [.. hidden.Order().Take(2)]);

        return Audit(table.System, hidden, KnowledgeLevel.A).SequenceEqual(Audit(more, hidden.Append(table.System.Cells.Count).ToHashSet(), KnowledgeLevel.A).Take(hidden.Count));
    });

    [Fact]
    public void are_what_glpk_finds()
    {
        GlpkProgram.Require();
        Holds(table =>
        {
            var view = View(table.System, Hidden(table), KnowledgeLevel.B);
            using var glpk = new Glpk(view);
            return Auditing.Audit.Run(view, []).Report.Cells.All(cell => Same(cell, glpk.Interval(cell.Cell)) || Same(cell, glpk.WholeInterval(cell.Cell)));
        });
    }

    private static bool Same(CellInterval cell, (double Least, double Most) interval) =>
        (cell.Lower ?? double.NegativeInfinity) == Math.Ceiling(interval.Least - 1e-6) && (cell.Upper ?? double.PositiveInfinity) == Math.Floor(interval.Most + 1e-6);

    private static bool Within(IReadOnlyList<CellInterval> narrow, IReadOnlyList<CellInterval> wide)
    {
        var byCell = wide.ToDictionary(cell => cell.Cell);
        return narrow.All(cell => (byCell[cell.Cell].Lower ?? long.MinValue) <= (cell.Lower ?? long.MinValue) && (byCell[cell.Cell].Upper ?? long.MaxValue) >= (cell.Upper ?? long.MaxValue));
    }

    // Small counts, and what happens to stand beside them: leaky on purpose.
    private static HashSet<int> Hidden(RandomTable table) =>
        [.. Enumerable.Range(0, table.System.Cells.Count).Where(cell => table.System.Cells[cell].Value is >= 1 and < 4 || (table.System.Cells[cell].Value > 0 && cell % 3 == 0))];

    private static IReadOnlyList<CellInterval> Audit(CellSystem system, IReadOnlySet<int> hidden, KnowledgeLevel level = KnowledgeLevel.B) =>
        Auditing.Audit.Run(View(system, hidden, level), []).Report.Cells;

    private static AttackerView View(CellSystem system, IReadOnlySet<int> hidden, KnowledgeLevel level) => AttackerView.Of(
        new(system, [.. system.Cells.Select((cell, index) => !hidden.Contains(index) ? CellStatus.Published : cell.Value < 4 ? CellStatus.Primary : CellStatus.Secondary)]), level, protectsZeros: false, threshold: 4);

    private static CellSystemBuilder Copy(CellSystem system)
    {
        var builder = new CellSystemBuilder([.. system.Dimensions]);
        foreach (var inner in system.InnerCells)
        {
            builder.AddInner(inner);
        }

        for (var cell = 0; cell < system.Cells.Count; cell++)
        {
            builder.Add(system.Cells[cell], system.ColumnOf(cell).Inner, system.ColumnOf(cell).Coefficients);
        }

        return builder;
    }

    private static CellSystem WithHiddenSum(CellSystem system, int[] parts)
    {
        var builder = Copy(system);
        var inner = parts.SelectMany(part => system.ColumnOf(part).Inner.ToArray()).CountBy(each => each).OrderBy(each => each.Key).ToList();
        builder.Add(new("together", parts.Sum(part => system.Cells[part].Value)), [.. inner.Select(each => each.Key)], [.. inner.Select(each => each.Value)]);
        return builder.Build();
    }

    // Null where no cell is published.
    private static CellSystem? WithDoubledTotal(CellSystem system)
    {
        // Twice of a published cell is implied.
        var total = Enumerable.Range(0, system.Cells.Count).FirstOrDefault(cell => system.Cells[cell].Value is 0 or >= 4 && cell % 3 != 0, -1);
        if (total < 0)
        {
            return null;
        }

        var builder = Copy(system);
        builder.Add(new("again", 2 * system.Cells[total].Value), system.ColumnOf(total).Inner, [.. system.ColumnOf(total).Coefficients.ToArray().Select(coefficient => 2 * coefficient)]);
        return builder.Build();
    }

    private static void Holds(Func<RandomTable, bool> property) => Check.One(Tries, Prop.ForAll(RandomTable.OfSchools(2, 12).ToArbitrary(), property));
}
