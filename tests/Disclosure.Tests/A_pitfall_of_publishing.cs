using Regional.Cli;
using Regional.Cli.Disclosing;
using Regional.Disclosure.Auditing;
using Regional.Disclosure.Releases;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

/// <summary>Leaks between publications, and by what a publication looks like, each with what is done by hand first: that leaks, ours does not.</summary>
public sealed class A_pitfall_of_publishing : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("disclosure-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void is_to_judge_a_correction_by_itself()
    {
        // 41 in October, 42 in the corrected file: one pupil was added, and the kinds say of which kind.
        var (october, corrected) = (Tables.Of("a=20 b=21", "a", "b", "total=a+b"), Tables.Of("a=21 b=21", "a", "b", "total=a+b"));

        var (naive, added) = NaiveSuppressor.OneByOne(october, corrected, "total");

        Assert.True(Attacker.CanCompute(naive, added));
        Assert.False(Attacker.CanCompute(Beside(october, corrected, "total"), added));
    }

    [Fact]
    public void is_to_answer_a_request_past_the_register()
    {
        // The table hides a and d; whoever asks for a and b together is told 11, because 11 is no small count, and b is in the table.
        var (table, request) = (Tables.Of("a=3 b=8 c=20 d=6", "a", "b", "c", "d", "total=a+b+c+d"), Tables.Of("a=3 b=8 c=20 d=6", "asked=a+b"));
        var released = Tables.Protect(table, new()).Publication;

        Assert.Equal(["a", "d"], Tables.HiddenIn(released));
        Assert.Empty(Tables.HiddenIn(Tables.Protect(request, new()).Publication));
        Assert.True(Attacker.CanCompute(new(NaiveSuppressor.Together(table, request), [.. released.Statuses, CellStatus.Published]), 0));
        Assert.False(Attacker.CanCompute(Beside(table, request), 0));
    }

    [Fact]
    public void is_a_second_symbol()
    {
        // A gemeente that shows <5 and has three schools with pupils is 3 or 4, and an x beside it says that no school is to be protected for itself.
        var system = Tables.Of("a=1 b=1 c=1 d=9 e=8", "a", "b", "c", "d", "e", "gemeente=a+b+c", "other=d+e", "total=a+b+c+d+e");
        var ours = Tables.Protect(system, new()).Publication;
        var gemeente = system.Find("gemeente")!.Value;

        Assert.Equal((3L, 4L), Interval(NaiveSuppressor.WithTwoSymbols(ours, threshold: 5)));
        Assert.Equal((3L, 10L), Interval(AttackerView.Of(ours, KnowledgeLevel.B, protectsZeros: false)));

        (long?, long?) Interval(AttackerView view)
        {
            var found = Audit.Run(view, [], cancellation: TestContext.Current.CancellationToken).Report.Cells.Single(cell => cell.Cell == gemeente);
            return (found.Lower, found.Upper);
        }
    }

    [Fact]
    public void is_to_sort_by_what_is_hidden()
    {
        // Two tables that are the same to the world: only among the hidden cells one pupil is of another kind.
        ProtectableTable[] tables = [Read("s1,a,12", "s1,b,3", "s2,a,20", "s2,b,9", "s3,a,10", "s3,b,14"), Read("s1,a,8", "s1,b,7", "s2,a,20", "s2,b,9", "s3,a,14", "s3,b,10")];
        var hidden = Tables.Protect(tables[0].System, new()).Publication.Statuses;

        var byHand = tables.Select(table => string.Join(' ', NaiveSuppressor.Ranked(new(table.System, hidden)))).ToList();
        var ours = tables.Select((table, i) => Published(table, hidden, $"{i}.csv")).ToList();

        Assert.NotEqual(byHand[0], byHand[1]);
        Assert.Equal(ours[0], ours[1]);
        Assert.Contains("s1,b,x,hidden", ours[0], StringComparison.Ordinal);
    }

    private ProtectableTable Read(params string[] rows)
    {
        var path = Path.Combine(_folder, "table.csv");
        File.WriteAllLines(path, rows.Prepend("school,kind,n"));
        using var file = Cli.Csv.CsvTable.Open(path, Terminal.OfProcess());
        return CountTable.Read(file, "n", ["school", "kind"], []);
    }

    private string Published(ProtectableTable table, IReadOnlyList<CellStatus> statuses, string name)
    {
        PatternFile.Write(table, statuses, Path.Combine(_folder, name), isPublic: true, Terminal.OfProcess());
        return File.ReadAllText(Path.Combine(_folder, name));
    }

    // What the register makes of the second beside the first; the cells as NaiveSuppressor has them.
    private static Publication Beside(CellSystem first, CellSystem second, string? difference = null)
    {
        string[] ids = [.. first.InnerCells.Select((_, inner) => $"inner {inner}")];
        var before = Tables.Protect(first, new()).Publication.Statuses;
        var joint = JointSystem.Of([new Release("before", new(first, ids), before)], new(second, ids), threshold: 5);
        var order = CandidateOrder.Of(second, protectsZeros: false, new HashSet<int>()).Select(cell => joint.Next[cell]).ToList();
        var pattern = Elimination.Run(joint.System, new(joint.Primary(new()), [], order, SingletonRule.AnySum, ProtectsZeros: false), cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(pattern.Unsafe);
        List<CellStatus> statuses = [.. before, .. joint.Next.Select(cell => pattern.Publication.Statuses[cell])];
        var together = NaiveSuppressor.Together(first, second, difference);
        return new(together, [.. statuses, .. Enumerable.Repeat(CellStatus.Primary, together.Cells.Count - statuses.Count)]);
    }
}
