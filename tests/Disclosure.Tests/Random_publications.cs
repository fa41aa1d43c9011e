using Regional.Disclosure.Auditing;
using Regional.Disclosure.Repairs;

namespace Regional.Disclosure.Tests;

/// <summary>Whole publications, hierarchical and linked, with GLPK as the auditor of all that the engine and the repair did.</summary>
public sealed class Random_publications
{
    private const int MostCells = 2_000;

    // GLPK needs some milliseconds for each end.
    private const int MostCellsAskedOfGlpk = 120;

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 25)]
    [InlineData(3, 60)]
    public void leave_no_cell_exact_and_no_primary_cell_narrow(int seed, int schools)
    {
        GlpkProgram.Require();
        var table = RandomTable.Of(new Random(seed), schools);
        Assert.InRange(table.System.Cells.Count, 1, MostCells);
        var publication = Tables.Protect(table.System, table.Rules).Publication;
        var input = A_repair.Input(publication, protectsZeros: false);
        var repaired = Repair.Run(new(publication, input, input.Primary.ToHashSet(), KnowledgeLevel.B, []), cancellation: TestContext.Current.CancellationToken);
        var view = AttackerView.Of(repaired.Publication, KnowledgeLevel.B, protectsZeros: false);
        var report = Audit.Run(view, [], cancellation: TestContext.Current.CancellationToken).Report;

        Assert.Empty(repaired.Unsafe);
        Assert.All(report.Cells, cell => Assert.True(cell.Verdict == Verdict.Safe || (cell.Verdict == Verdict.Narrow && !view.Cells[cell.Cell].IsProtected), $"{view.System.Cells[cell.Cell].Id} is {cell.Verdict}."));
        using var glpk = new Glpk(view);
        foreach (var cell in report.Cells.Where((_, i) => i % (1 + report.Cells.Count / MostCellsAskedOfGlpk) == 0))
        {
            var (least, most) = glpk.Interval(cell.Cell);
            Assert.InRange(Math.Floor(most + 1e-6) - Math.Ceiling(least - 1e-6), view.Cells[cell.Cell].IsProtected ? 2 : 1, double.PositiveInfinity);
            Assert.True(view.System.Cells[cell.Cell].Value is var value && value >= cell.Lower && value <= (cell.Upper ?? long.MaxValue));
        }
    }

    [Theory]
    [InlineData(4, 120)]
    [InlineData(5, 235)]
    [Trait("Soak", "disclosure")]
    public void of_up_to_two_thousand_cells_leave_no_cell_exact_and_no_primary_cell_narrow(int seed, int schools)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("REGIONAL_SOAK") == "1", "Takes minutes: eng/soak disclosure.");
        leave_no_cell_exact_and_no_primary_cell_narrow(seed, schools);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 6)]
    [InlineData(3, 8)]
    public void tell_an_insider_what_glpk_finds_for_him_who_finds_most(int seed, int schools)
    {
        GlpkProgram.Require();
        var table = RandomTable.Of(new Random(seed), schools);
        var insiders = Insider.Of(table.System, 0);
        var view = AttackerView.Of(Tables.Protect(table.System, table.Rules).Publication, KnowledgeLevel.D, protectsZeros: false);
        var report = Audit.Run(view, insiders, cancellation: TestContext.Current.CancellationToken).Report;

        foreach (var insider in insiders)
        {
            using var glpk = new Glpk(view);
            foreach (var inner in insider.Inner)
            {
                glpk.Fix(inner, view.Counts[inner]!.Value);
            }

            foreach (var cell in report.Cells.Where(cell => cell.Insider == insider.Unit))
            {
                var (least, most) = glpk.Interval(cell.Cell);
                Assert.Equal((cell.Lower ?? double.NegativeInfinity, cell.Upper ?? double.PositiveInfinity), (Math.Ceiling(least - 1e-6), Math.Floor(most + 1e-6)));
            }
        }
    }
}
