using Regional.Disclosure.Auditing;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

public sealed class An_audit
{
    [Theory]
    [InlineData("z1", KnowledgeLevel.A)]
    [InlineData("z2", KnowledgeLevel.A)]
    [InlineData("z2", KnowledgeLevel.B)]
    [InlineData("z2", KnowledgeLevel.C)]
    [InlineData("microdata1", KnowledgeLevel.B)]
    [InlineData("problemdata_4x4", KnowledgeLevel.B)]
    [InlineData("issue135", KnowledgeLevel.B)]
    [InlineData("issue135", KnowledgeLevel.C)]
    [InlineData("mun_accidents", KnowledgeLevel.A)]
    [InlineData("example1", KnowledgeLevel.B)]
    [InlineData("my_km2", KnowledgeLevel.B)]
    [InlineData("exPSD", KnowledgeLevel.B)]
    [InlineData("e6", KnowledgeLevel.B)]
    [InlineData("linked_vignette", KnowledgeLevel.B)]
    [InlineData("synth742", KnowledgeLevel.A)]
    [InlineData("synth742", KnowledgeLevel.B)]
    [InlineData("synth742", KnowledgeLevel.C)]
    public void finds_the_intervals_that_glpk_finds(string instance, KnowledgeLevel level)
    {
        GlpkProgram.Require();
        foreach (var singletons in Enum.GetValues<SingletonRule>())
        {
            var view = Instances.View(instance, level, singletons);
            var report = Audit.Run(view, [], cancellation: TestContext.Current.CancellationToken).Report;

            Assert.Equal(view.Targets, report.Cells.Select(cell => cell.Cell));
            Assert.Empty(report.Contradictions);
            AssertSameAsGlpk(view, report);
        }
    }

    [Fact]
    [Trait("Soak", "disclosure")]
    public void finds_the_intervals_that_glpk_finds_on_sosialFiktiv()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("REGIONAL_SOAK") == "1", "Takes a quarter of an hour: eng/soak disclosure.");
        var view = Instances.View("sosialFiktiv", KnowledgeLevel.B, SingletonRule.AnySum);

        AssertSameAsGlpk(view, Audit.Run(view, [], cancellation: TestContext.Current.CancellationToken).Report);
    }

    [Theory]
    [InlineData(SingletonRule.None, KnowledgeLevel.A, 0, 0)]
    [InlineData(SingletonRule.None, KnowledgeLevel.B, 56, 106)]
    [InlineData(SingletonRule.None, KnowledgeLevel.C, 95, 157)]
    [InlineData(SingletonRule.AnySum, KnowledgeLevel.B, 0, 72)]
    [InlineData(SingletonRule.AnySum, KnowledgeLevel.C, 49, 141)]
    public void counts_what_each_level_tells_of_a_reference_pattern(SingletonRule singletons, KnowledgeLevel level, int exact, int narrowerThanThree)
    {
        // Measured with GLPK; what C tells beyond B is the cost of a second symbol.
        var view = Instances.View("synth742", level, singletons);
        var primary = Audit.Run(view, [], cancellation: TestContext.Current.CancellationToken).Report.Cells.Where(cell => view.Cells[cell.Cell].IsProtected).ToList();

        Assert.Equal(240, primary.Count);
        Assert.Equal((exact, narrowerThanThree), (primary.Count(cell => cell.Verdict == Verdict.Exact), primary.Count(cell => cell.Upper - cell.Lower < 2)));
    }

    [Fact]
    public void finds_the_published_interval_of_the_handbook()
    {
        // HandbookSDC, chapter 4, example 3 (Geurts): the feasibility interval of the first cell is [3,6].
        var view = Instances.View("ex3_geurts", KnowledgeLevel.A, SingletonRule.None);

        var first = Audit.Run(view, [], cancellation: TestContext.Current.CancellationToken).Report.Cells[0];

        Assert.Equal((3L, 6L, Verdict.Narrow), (first.Lower, first.Upper, first.Verdict));
    }

    [Fact]
    public void names_the_equations_that_reveal_a_cell()
    {
        var system = Tables.Of("a=3 b=12 c=25 d=7 e=8", "a", "b", "c", "d", "e", "abc=a+b+c", "total=a+b+c+d+e");
        var audit = Audit.Run(AttackerView.Of(NaiveSuppressor.PrimaryOnly(system, [0]), KnowledgeLevel.A, protectsZeros: false), [], cancellation: TestContext.Current.CancellationToken);

        var equation = Assert.Single(audit.Revealing(audit.Report.Cells[0]));

        Assert.Equal((Verdict.Exact, 3L, 3L), (audit.Report.Cells[0].Verdict, audit.Report.Cells[0].Lower, audit.Report.Cells[0].Upper));
        Assert.Equal((0, 3L), (Assert.Single(equation.Unknown).Cell, equation.Sum));
        Assert.Equal(["b", "c", "abc"], equation.Known.Select(term => system.Cells[term.Cell!.Value].Id).Order(StringComparer.Ordinal).OrderBy(id => id.Length));
    }

    [Fact]
    public void asks_of_a_safe_cell_three_values_and_the_least_that_its_parts_allow()
    {
        // A gemeente whose three schools are all hidden is 3 at least; that tells nothing new.
        var system = Tables.Of("a=1 b=1 c=2 d=9 e=9", "a", "b", "c", "d", "e", "gemeente=a+b+c", "other=d+e", "total=a+b+c+d+e");
        var view = AttackerView.Of(Hidden(system, "a", "b", "c", "d", "gemeente", "other"), KnowledgeLevel.B, protectsZeros: false);

        var report = Audit.Run(view, [], cancellation: TestContext.Current.CancellationToken).Report;

        var gemeente = report.Cells.Single(cell => system.Cells[cell.Cell].Id == "gemeente");
        Assert.Equal((3L, 12L, Verdict.Safe), (gemeente.Lower, gemeente.Upper, gemeente.Verdict));

        // Where something outside holds it up, its least value tells more.
        var tight = Audit.Run(AttackerView.Of(Hidden(system, "a", "d"), KnowledgeLevel.B, protectsZeros: false), [], cancellation: TestContext.Current.CancellationToken).Report;
        Assert.All(tight.Cells, cell => Assert.Equal(Verdict.Exact, cell.Verdict));
    }

    [Fact]
    public void judges_each_cell_by_the_insider_who_knows_most_of_it()
    {
        // Safe for a stranger; the board with 3 computes the other three.
        var builder = new CellSystemBuilder("board");
        long[] counts = [11, 5, 3, 1, 1, 1];
        foreach (var count in counts)
        {
            builder.AddInner(new(count));
        }

        for (var board = 0; board < counts.Length; board++)
        {
            builder.Add(new($"b{board}", counts[board]) { Labels = [$"b{board}"] }, [board]);
        }

        builder.Add(new("all", 22) { Labels = [Dimension.Total] }, [0, 1, 2, 3, 4, 5]);
        var system = builder.Build();
        Publication publication = new(system, [.. system.Cells.Select(cell => cell.Value < 5 ? CellStatus.Primary : CellStatus.Published)]);

        var stranger = Audit.Run(AttackerView.Of(publication, KnowledgeLevel.B, protectsZeros: false), [], cancellation: TestContext.Current.CancellationToken).Report;
        var neighbour = Audit.Run(AttackerView.Of(publication, KnowledgeLevel.D, protectsZeros: false), Insider.Of(system, 0), cancellation: TestContext.Current.CancellationToken).Report;

        Assert.All(stranger.Cells, cell => Assert.Equal((1L, 3L, Verdict.Safe), (cell.Lower, cell.Upper, cell.Verdict)));
        Assert.Equal([(null, 1L, 3L), ("b2", 1L, 1L), ("b2", 1L, 1L), ("b2", 1L, 1L)], neighbour.Cells.Select(cell => (cell.Insider, cell.Lower!.Value, cell.Upper!.Value)));
    }

    [Fact]
    public void reports_what_does_not_add_up_and_audits_the_rest()
    {
        var system = Tables.Of("a=1 b=12 c=25 d=7 e=8 f=4", "a", "b", "ab=a+b", "c", "d", "cd=c+d", "e", "f", "ef=e+f");
        CellView[] cells = [.. system.Cells.Select(cell => cell.Id switch
        {
            "a" or "c" or "d" or "e" or "f" => new CellView(Visibility.Hidden, null, IsProtected: true),
            // Less than one of its parts.
            "ab" => new CellView(Visibility.Shown, 11),
            _ => new CellView(Visibility.Shown, cell.Value),
        })];

        var report = Audit.Run(new(system, cells, [.. system.InnerCells.Select(_ => (long?)null)], KnowledgeLevel.B, ShowsZeros: true), [], cancellation: TestContext.Current.CancellationToken).Report;

        Assert.Equal([system.Find("a")!.Value], Assert.Single(report.Contradictions).Cells);
        Assert.Equal([Verdict.Contradictory, Verdict.Safe, Verdict.Safe, Verdict.Safe, Verdict.Safe], report.Cells.Select(cell => cell.Verdict));
        Assert.Equal([(1L, 31L), (1L, 31L), (1L, 11L), (1L, 11L)], report.Cells.Skip(1).Select(cell => (cell.Lower!.Value, cell.Upper!.Value)));
    }

    [Fact]
    public void knows_no_upper_end_where_nothing_bounds_it()
    {
        var system = Tables.Of("a=3 b=4", "a", "b", "total=a+b");

        var report = Audit.Run(AttackerView.Of(Hidden(system, "a", "b", "total"), KnowledgeLevel.B, protectsZeros: false), [], cancellation: TestContext.Current.CancellationToken).Report;

        Assert.Equal([(1, null, Verdict.Safe), (1, null, Verdict.Safe), (2, null, Verdict.Safe)], report.Cells.Select(cell => (cell.Lower, cell.Upper, cell.Verdict)));
    }

    private static Publication Hidden(CellSystem system, params string[] ids) =>
        new(system, [.. system.Cells.Select(cell => ids.Contains(cell.Id) ? CellStatus.Primary : CellStatus.Published)]);

    private static void AssertSameAsGlpk(AttackerView view, AuditReport report)
    {
        using var glpk = new Glpk(view);
        foreach (var cell in report.Cells)
        {
            var id = view.System.Cells[cell.Cell].Id;
            var linear = Whole(glpk.Interval(cell.Cell));
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            // Whole numbers can tell more than linear programming does.
            var expected = linear == (cell.Lower, cell.Upper) ? linear : Whole(glpk.WholeInterval(cell.Cell));
            Assert.Equal((id, expected), (id, (cell.Lower, cell.Upper)));
        }
    }

    private static (long?, long?) Whole((double Least, double Most) interval) =>
        (double.IsFinite(interval.Least) ? (long)Math.Ceiling(interval.Least - 1e-6) : null, double.IsFinite(interval.Most) ? (long)Math.Floor(interval.Most + 1e-6) : null);
}
