using Regional.Disclosure.Auditing;
using Regional.Disclosure.Repairs;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

/// <summary>Leaks that no linear combination shows, each with what is done by hand first: that leaks, ours does not.</summary>
public sealed class A_pitfall_beyond_sums
{
    [Fact]
    public void is_to_round_cells_beside_their_total()
    {
        // 0, 0, 0, 0 and 10, each rounded to fives: four cells of at most 2 that are at least 8 together.
        var system = Tables.Of("a=2 b=2 c=2 d=2", "a", "b", "c", "d", "total=a+b+c+d");
        var rounded = Audited(NaiveSuppressor.Rounded(system, 5));
        var ours = Audited(View(Repaired(system, new())));

        Assert.All(rounded.Take(4), cell => Assert.Equal((2L, Verdict.Exact), (cell.Lower, cell.Verdict)));
        Assert.All(ours, cell => Assert.Equal(Verdict.Safe, cell.Verdict));
    }

    [Fact]
    public void is_a_rate_beside_its_denominator()
    {
        // 8.1% of 37 is 3: one pupil is 2.7 points.
        var builder = Tables.Builder("part=3 rest=34", "part", "all=part+rest");
        builder.AddShare(part: 0, whole: 1);
        var system = builder.Build();
        var publication = Tables.Protect(system, new()).Publication;

        Assert.Equal([3L], NaiveSuppressor.CountsThatFit(81, 37));
        Assert.False(PrimaryCells.ShowsRate(publication, system.Shares[0], new()));
    }

    [Fact]
    public void is_to_forget_that_counts_are_whole()
    {
        // a+b+c is 3, a+b+d is 2 and b+c+d is 4: with fractions b lies from 0 to 1, in whole pupils it is 1.
        var system = Tables.Of("a=0 b=1 c=2 d=1", "a", "b", "c", "d", "abc=a+b+c", "abd=a+b+d", "bcd=b+c+d");
        Publication naive = new(system, [CellStatus.Secondary, .. Enumerable.Repeat(CellStatus.Primary, 3), .. Enumerable.Repeat(CellStatus.Published, 3)]);
        var input = new SuppressionInput([1, 2, 3], [], CandidateOrder.Of(system, protectsZeros: true, new HashSet<int>()), SingletonRule.None, ProtectsZeros: true);

        Assert.False(Attacker.CanCompute(naive, 1));
        Assert.Equal(Verdict.Exact, Audited(View(naive, KnowledgeLevel.A))[1].Verdict);
        var repaired = Repair.Run(new(naive, input, input.Primary.ToHashSet(), KnowledgeLevel.A, []), cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(repaired.Unsafe);
        Assert.DoesNotContain(Audited(View(repaired.Publication, KnowledgeLevel.A)), cell => cell.Verdict == Verdict.Exact);
    }

    [Fact]
    public void is_a_mean_beside_counts_that_were_changed_a_little()
    {
        // Handbook 5.7: means of 11.25, 7.9167 and together 9.25, and group sizes changed by 2 at most, leave 8 and 12.
        Assert.Equal([(8, 12)], NaiveSuppressor.SizesThatFit([(10, 11.25), (11, 7.9167)], 9.25, noise: 2));

        // Ours changes no counts, and shows no rate or mean over so few.
        var builder = Tables.Builder("first=8 second=12", "first", "all=first+second");
        builder.AddShare(part: 0, whole: 1);
        Assert.False(PrimaryCells.ShowsRate(Tables.Protect(builder.Build(), new()).Publication, new(0, 1, 2), new()));
    }

    [Fact]
    public void is_to_say_safe_without_a_level()
    {
        var builder = new CellSystemBuilder("board");
        long[] counts = [11, 5, 3, 1, 1, 1];
        for (var board = 0; board < counts.Length; board++)
        {
            builder.Add(new($"b{board}", counts[board]) { Labels = [$"b{board}"] }, [builder.AddInner(new(counts[board]))]);
        }

        builder.Add(new("all", 22) { Labels = [Dimension.Total] }, [0, 1, 2, 3, 4, 5]);
        var publication = NaiveSuppressor.PrimaryOnly(builder.Build(), [2, 3, 4, 5]);
        var insiders = Insider.Of(publication.System, 0);
        var stranger = Audit.Run(View(publication), [], cancellation: TestContext.Current.CancellationToken).Report;
        var board3 = Audit.Run(View(publication, KnowledgeLevel.D), insiders, cancellation: TestContext.Current.CancellationToken).Report;

        Assert.Equal((KnowledgeLevel.B, 4, 0), (stranger.Level, stranger.Count(Verdict.Safe), stranger.Count(Verdict.Exact)));
        Assert.Equal((KnowledgeLevel.D, 1, 3), (board3.Level, board3.Count(Verdict.Safe), board3.Count(Verdict.Exact)));

        var input = new SuppressionInput([2, 3, 4, 5], [], CandidateOrder.Of(publication.System, protectsZeros: false, new HashSet<int>()), SingletonRule.AnySum, ProtectsZeros: false);
        var repaired = Repair.Run(new(publication, input, input.Primary.ToHashSet(), KnowledgeLevel.D, insiders), cancellation: TestContext.Current.CancellationToken).Publication;
        Assert.Equal(0, Audit.Run(View(repaired, KnowledgeLevel.D), insiders, cancellation: TestContext.Current.CancellationToken).Report.Count(Verdict.Exact));
    }

    private static Publication Repaired(CellSystem system, ProtectionRules rules)
    {
        var pattern = Tables.Protect(system, rules);
        var input = new SuppressionInput(PrimaryCells.Of(system, rules), [], CandidateOrder.Of(system, rules.ProtectZeros, new HashSet<int>()), SingletonRule.AnySum, rules.ProtectZeros);
        return Repair.Run(new(pattern.Publication, input, input.Primary.ToHashSet(), KnowledgeLevel.B, []), cancellation: TestContext.Current.CancellationToken).Publication;
    }

    private static AttackerView View(Publication publication, KnowledgeLevel level = KnowledgeLevel.B) => AttackerView.Of(publication, level, protectsZeros: false);

    private static IReadOnlyList<CellInterval> Audited(AttackerView view) => Audit.Run(view, [], cancellation: TestContext.Current.CancellationToken).Report.Cells;
}
