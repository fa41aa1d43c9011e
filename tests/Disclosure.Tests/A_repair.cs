using FsCheck;
using FsCheck.Fluent;
using Regional.Disclosure.Auditing;
using Regional.Disclosure.Repairs;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

public sealed class A_repair
{
    [Theory]
    [InlineData("z1")]
    [InlineData("z2")]
    [InlineData("mun_accidents")]
    [InlineData("synth742")]
    [InlineData("microdata1")]
    [InlineData("issue135")]
    [InlineData("problemdata_4x4")]
    [InlineData("linked_vignette")]
    [InlineData("example1")]
    [InlineData("my_km2")]
    [InlineData("exPSD")]
    [InlineData("e6")]
    public void leaves_every_primary_cell_three_values_at_least_as_glpk_sees_it_too(string instance)
    {
        var (publication, rules) = Instances.Protected(instance, SingletonRule.AnySum);
        var repaired = Run(publication, Input(publication, rules.ProtectZeros), KnowledgeLevel.B);

        Assert.Empty(repaired.Unsafe);
        Assert.InRange(Secondary(repaired.Publication), 0, repaired.BeforeGivingBack);
        var view = AttackerView.Of(repaired.Publication, KnowledgeLevel.B, rules.ProtectZeros, rules.Threshold);
        var report = Audit.Run(view, [], cancellation: TestContext.Current.CancellationToken).Report;
        Assert.All(report.Cells.Where(cell => view.Cells[cell.Cell].IsProtected), cell => Assert.Equal(Verdict.Safe, cell.Verdict));
        Assert.Equal(0, report.Count(Verdict.Exact));

        GlpkProgram.Require();
        using var glpk = new Glpk(view);
        foreach (var cell in report.Cells)
        {
            var (least, most) = glpk.Interval(cell.Cell);
            Assert.True(Math.Floor(most + 1e-6) - Math.Ceiling(least - 1e-6) >= (view.Cells[cell.Cell].IsProtected ? 2 : 1), $"{view.System.Cells[cell.Cell].Id} lies from {least} to {most}.");
        }
    }

    [Fact]
    [Trait("Soak", "disclosure")]
    public void leaves_every_primary_cell_of_sosialFiktiv_three_values()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("REGIONAL_SOAK") == "1", "Takes half an hour: eng/soak disclosure.");
        leaves_every_primary_cell_three_values_at_least_as_glpk_sees_it_too("sosialFiktiv");
    }

    [Theory]
    [InlineData("z2", 19, 19)]
    [InlineData("synth742", 104, 101)]
    public void hides_as_many_secondary_cells_as_is_said_of_it(string instance, int before, int after)
    {
        var (publication, rules) = Instances.Protected(instance, SingletonRule.AnySum);

        var repaired = Run(publication, Input(publication, rules.ProtectZeros), KnowledgeLevel.B);

        Assert.Equal((before, after, 0), (repaired.BeforeGivingBack, Secondary(repaired.Publication), repaired.NotTried));
    }

    [Fact]
    public void leaves_no_cell_exact_that_lies_between_halves()
    {
        // u is at most 3, so t lies from two and a half to three and a half. Where more than 60 unknowns hang together no whole table is asked for.
        var many = Enumerable.Range(0, 70).Select(i => $"x{(char)('a' + i / 26)}{(char)('a' + i % 26)}").ToList();
        var system = Tables.Of("t=3 u=2 w=2 " + string.Join(' ', many.Select(x => $"{x}=9")), ["t", "u", "w", .. many, "s=2t+u", "v=u+w", $"total=w+{string.Join('+', many)}"]);
        var publication = new Publication(system, [.. system.Cells.Select((_, cell) => cell < 3 + many.Count ? CellStatus.Secondary : CellStatus.Published)]);

        var repaired = Run(publication, Input(publication, protectsZeros: false), KnowledgeLevel.B);

        Assert.Equal(0, Audit.Run(AttackerView.Of(repaired.Publication, KnowledgeLevel.B, protectsZeros: false), [], cancellation: TestContext.Current.CancellationToken).Report.Count(Verdict.Exact));
    }

    [Fact]
    public void counts_what_it_does_not_try_to_give_back_because_too_much_rests_on_it()
    {
        // Each of the small ones may be larger because the large one may be smaller.
        var small = Enumerable.Range(0, 150).Select(i => $"x{(char)('a' + i / 26)}{(char)('a' + i % 26)}").ToList();
        var system = Tables.Of(string.Join(' ', small.Select(x => $"{x}=1")) + " y=900", [.. small, "y", $"total=y+{string.Join('+', small)}"]);
        var publication = new Publication(system, [.. system.Cells.Select((cell, _) => cell.Value == 1 ? CellStatus.Primary : cell.Value == 900 ? CellStatus.Secondary : CellStatus.Published)]);

        var repaired = Run(publication, Input(publication, protectsZeros: false), KnowledgeLevel.B);

        Assert.Equal((1, 1, 1), (repaired.BeforeGivingBack, Secondary(repaired.Publication), repaired.NotTried));
    }

    [Fact]
    public void hides_nothing_where_all_is_safe()
    {
        var system = Tables.Of("a=3 b=12 c=25", "a", "b", "c", "total=a+b+c");
        var publication = Tables.Protect(system, new()).Publication;

        var repaired = Run(publication, Input(publication, protectsZeros: false), KnowledgeLevel.B);

        Assert.Equal(publication.Statuses, repaired.Publication.Statuses);
    }

    [Fact]
    public void names_what_cannot_be_made_safe_because_of_forced_cells()
    {
        // 13 = 10 + two hidden that are at least 1: 1 and 2, or 2 and 1.
        var system = Tables.Of("a=1 b=2 c=10", "a", "b", "c", "total=a+b+c");
        var publication = new Publication(system, [CellStatus.Primary, CellStatus.Primary, CellStatus.Published, CellStatus.Published]);

        var repaired = Run(publication, Input(publication, protectsZeros: false) with { Forced = [2, 3] }, KnowledgeLevel.B);

        Assert.Equal([0, 1], repaired.Unsafe);
        Assert.Empty(Run(publication, Input(publication, protectsZeros: false), KnowledgeLevel.B).Unsafe);
    }

    [Fact]
    public void gives_back_what_was_hidden_needlessly()
    {
        var system = Tables.Of("a=3 b=12 c=25 d=9", "a", "b", "c", "d", "total=a+b+c+d");
        var publication = new Publication(system, [CellStatus.Primary, CellStatus.Secondary, CellStatus.Secondary, CellStatus.Secondary, CellStatus.Published]);

        var repaired = Run(publication, Input(publication, protectsZeros: false), KnowledgeLevel.B);

        // The largest first.
        Assert.Equal((3, "a d"), (repaired.BeforeGivingBack, string.Join(' ', Tables.HiddenIn(repaired.Publication))));
    }

    [Theory]
    [InlineData(KnowledgeLevel.B)]
    [InlineData(KnowledgeLevel.D)]
    public void protects_random_linked_tables(KnowledgeLevel level) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(level == KnowledgeLevel.D ? 15 : 40), Prop.ForAll(RandomTable.Small.ToArbitrary(), table =>
        {
            var publication = Tables.Protect(table.System, table.Rules).Publication;
            var insiders = level == KnowledgeLevel.D ? Insider.Of(table.System, 0) : [];
            var input = Input(publication, protectsZeros: false);
            var repaired = Repair.Run(new(publication, input, input.Primary.ToHashSet(), level, insiders));
            var report = Audit.Run(AttackerView.Of(repaired.Publication, level, protectsZeros: false), insiders).Report;

            return report.Cells.Where(cell => !repaired.Unsafe.Contains(cell.Cell))
                .All(cell => cell.Verdict == Verdict.Safe || (repaired.Publication.Statuses[cell.Cell] == CellStatus.Secondary && cell.Verdict == Verdict.Narrow));
        }));

    private static Repaired Run(Publication publication, SuppressionInput input, KnowledgeLevel level) =>
        Repair.Run(new(publication, input, input.Primary.ToHashSet(), level, []), cancellation: TestContext.Current.CancellationToken);

    /// <summary>What a repair is told of a pattern: its primary cells, in the default order.</summary>
    internal static SuppressionInput Input(Publication publication, bool protectsZeros) => new(
        [.. Enumerable.Range(0, publication.Statuses.Count).Where(cell => publication.Statuses[cell] == CellStatus.Primary)],
        [], CandidateOrder.Of(publication.System, protectsZeros, new HashSet<int>()), SingletonRule.AnySum, protectsZeros);

    private static int Secondary(Publication publication) => publication.Statuses.Count(status => status == CellStatus.Secondary);
}
