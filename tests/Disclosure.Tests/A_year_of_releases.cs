using Regional.Disclosure.Auditing;
using Regional.Disclosure.Releases;
using Regional.Disclosure.Repairs;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

/// <summary>Twelve releases over the same pupils, with corrections, and an area that is redrawn half way: what an attacker has who kept all of them.</summary>
public sealed class A_year_of_releases
{
    private const int Threshold = 5;
    private const int Months = 12;

    [Theory]
    [InlineData(1, KnowledgeLevel.B, 9)]
    [InlineData(2, KnowledgeLevel.B, 9)]
    [InlineData(3, KnowledgeLevel.B, 16)]
    [InlineData(4, KnowledgeLevel.D, 4)]
    [InlineData(5, KnowledgeLevel.D, 6)]
    public void tells_nobody_a_hidden_count_or_a_small_change(int seed, KnowledgeLevel level, int schools)
    {
        var random = new Random(seed);
        var counts = Enumerable.Range(0, 2 * schools).Select(_ => random.Next(3) == 0 ? random.Next(0, 6) : random.Next(5, 40)).ToArray();
        var past = new List<Release>();
        for (var month = 0; month < Months; month++)
        {
            var draft = Draft(counts, isRedrawn: month >= Months / 2);
            var (publication, next, @unsafe) = Protect(past, draft, level);
            // What cannot be made safe is not released.
            if (!next.Any(@unsafe.Contains))
            {
                past.Add(new($"month {month}", draft, [.. next.Select(cell => publication.Statuses[cell])]));
            }

            foreach (var _ in Enumerable.Range(0, 2))
            {
                var inner = random.Next(counts.Length);
                counts[inner] = Math.Max(0, counts[inner] + random.Next(-3, 8));
            }
        }

        Assert.True(past.Count >= Months / 2, $"{past.Count} of {Months} were released.");
        AssertNothingExact(past, level);
    }

    // All that was released, as the last release's register has it. What the last one tells nobody is what somebody could compute before it came.
    private static void AssertNothingExact(List<Release> past, KnowledgeLevel level)
    {
        var (publication, next, _) = Protect(past[..^1], past[^1].Content, level, past[^1].Statuses);
        var (before, _, _) = Protect(past[..^1], past[^1].Content, level, [.. past[^1].Statuses.Select(_ => CellStatus.Secondary)]);

        Assert.Empty(Exact(publication, level).Where(cell => next.Contains(cell) || publication.System.Cells[cell].Kind == CellKind.Derivable).Except(level == KnowledgeLevel.D ? Exact(before, level) : []));
    }

    private static IEnumerable<int> Exact(Publication publication, KnowledgeLevel level)
    {
        var report = Audit.Run(AttackerView.Of(publication, level, protectsZeros: false), InsidersOf(publication.System, level), cancellation: TestContext.Current.CancellationToken).Report;
        Assert.Empty(report.Contradictions);
        return report.Cells.Where(cell => cell.Verdict == Verdict.Exact).Select(cell => cell.Cell);
    }

    private static (Publication Publication, IReadOnlyList<int> Next, IReadOnlyList<int> Unsafe) Protect(IReadOnlyList<Release> past, Draft draft, KnowledgeLevel level, IReadOnlyList<CellStatus>? decided = null)
    {
        var joint = JointSystem.Of(past, draft, Threshold);
        var order = CandidateOrder.Of(draft.System, protectsZeros: false, new HashSet<int>()).Select(cell => joint.Next[cell]).ToList();
        var rules = new ProtectionRules { Threshold = Threshold };
        var input = new SuppressionInput(joint.Primary(rules), [], order, SingletonRule.AnySum, ProtectsZeros: false);
        var pattern = Elimination.Run(joint.System, input, cancellation: TestContext.Current.CancellationToken);
        if (decided is not null)
        {
            var statuses = pattern.Publication.Statuses.ToArray();
            for (var cell = 0; cell < decided.Count; cell++)
            {
                statuses[joint.Next[cell]] = decided[cell];
            }

            return (new(joint.System, statuses), joint.Next, []);
        }

        var repaired = Repair.Run(new(pattern.Publication, input, PrimaryCells.Of(joint.System, rules).Intersect(input.Primary).ToHashSet(), level, InsidersOf(joint.System, level)), cancellation: TestContext.Current.CancellationToken);
        return (repaired.Publication, joint.Next, [.. repaired.Unsafe.Union(pattern.Unsafe)]);
    }

    private static IReadOnlyList<Insider> InsidersOf(CellSystem system, KnowledgeLevel level) => level == KnowledgeLevel.D ? Insider.Of(system, 0) : [];

    private static Draft Draft(int[] counts, bool isRedrawn)
    {
        // Schools with two kinds each, in areas of three; redrawn, each area begins one school later.
        var schools = Enumerable.Range(0, counts.Length / 2).Select(i => $"s{i}").ToList();
        Dimension school = new("school", schools, new Grouping("area", schools.Select((name, i) => (name, Area: (isRedrawn ? "new " : "old ") + (isRedrawn ? i + 1 : i) / 3)).ToDictionary(pair => pair.name, pair => pair.Area)));
        Dimension kind = new("kind", ["a", "b"]);
        List<Dimension> dimensions = [school, kind];
        var system = CrossedTables.Build(dimensions, [TableShape.Whole(dimensions)], [.. counts.Select(count => (long)count)]).Build();
        return new(system, [.. school.Members.SelectMany(member => kind.Members, (member, of) => $"{member} {of}")]);
    }
}
