using FsCheck;
using FsCheck.Fluent;
using Regional.Disclosure.Releases;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

public sealed class A_release_beside_earlier_ones
{
    private const int Threshold = 5;

    [Fact]
    public void lets_the_old_figure_stand_where_one_pupil_was_added()
    {
        // 41 in October, 42 in the corrected file: one pupil, and with the kinds beside it, of which kind.
        var releases = Released(["a=20 b=21", "a=21 b=21"], "a", "b", "total=a+b");

        Assert.Equal([], Tables.HiddenIn(releases[0]));
        Assert.Equal(["a", "total"], Tables.HiddenIn(releases[1]));
    }

    [Fact]
    public void shows_a_correction_about_enough_pupils() =>
        Assert.Equal([], Tables.HiddenIn(Released(["a=20 b=21", "a=25 b=21"], "a", "b", "total=a+b")[1]));

    [Fact]
    public void counts_pupils_added_and_removed_not_what_is_left_of_them() =>
        // Two came and two went: the total is as it was, and to say so tells that as many came as went.
        Assert.Equal(["a", "b", "total"], Tables.HiddenIn(Released(["a=20 b=21", "a=22 b=19"], "a", "b", "total=a+b")[1]));

    [Fact]
    public void keeps_hidden_what_was_hidden() =>
        // b is large now; but it was never shown, and its change with its new value would give the old one.
        Assert.Contains("b", Tables.HiddenIn(Released(["a=20 b=3", "a=20 b=30"], "a", "b", "total=a+b")[1]));

    [Fact]
    public void shows_a_cell_again_once_it_has_changed_by_enough_pupils() =>
        Assert.Equal([], Tables.HiddenIn(Released(["a=20 b=21", "a=21 b=21", "a=40 b=21"], "a", "b", "total=a+b")[2]));

    [Fact]
    public void hides_the_sliver_between_two_drawings_of_an_area()
    {
        // The handbook's example: the area of 2001 and that of 1991 differ by two men.
        var first = Tables.Of("core=50 sliver=2 rest=60", "area=core", "total=core+sliver+rest");
        var second = Tables.Of("core=50 sliver=2 rest=60", "area=core+sliver", "total=core+sliver+rest");
        string[] ids = ["core", "sliver", "rest"];

        var before = new Release("release 1", new(first, ids), new CellStatus[2]);
        var (joint, pattern) = Protect([before], new(second, ids));

        Assert.Equal(CellStatus.Published, Tables.Suppress(second, PrimaryCells.Of(second, new())).Publication.Statuses[0]);
        Assert.Equal(CellStatus.Secondary, pattern.Publication.Statuses[joint.Next[0]]);
    }

    [Fact]
    public void is_not_refused_for_what_followed_from_earlier_releases_already()
    {
        // That y grows by the three of c tells nothing that x and y did not tell.
        var first = Tables.Of("a=10 b=17 c=3", "x=a+b+c", "y=a+b");
        var second = Tables.Of("a=10 b=17 c=3", "x=a+b+c", "y=a+b+c");
        string[] ids = ["a", "b", "c"];

        var (joint, pattern) = Protect([new("release 1", new(first, ids), new CellStatus[2])], new(second, ids));

        Assert.Empty(pattern.Unsafe);
        Assert.All(joint.Next, cell => Assert.True(pattern.Publication.Shows(cell)));
    }

    [Fact]
    public void goes_on_protecting_complements_and_takes_none_for_published()
    {
        string[] ids = ["regular", "special", "other"];
        var first = Complements();
        var pattern = Tables.Protect(first, new() { Threshold = 1, Coalition = 1 });

        var joint = JointSystem.Of([new Release("release 1", new(first, ids), pattern.Publication.Statuses)], new(Complements(), ids), Threshold);
        var primary = joint.Primary(new() { Threshold = 1, Coalition = 1 }).Select(cell => joint.System.Cells[cell].Id);

        Assert.Equal(["release 1: regular", "release 1: all without regular", "regular", "all without regular"], primary);
        Assert.DoesNotContain(joint.System.Cells, cell => cell.Kind == CellKind.Derivable && cell.IsPublicAlready);

        static CellSystem Complements()
        {
            var builder = Tables.Builder("regular=36 special=1 other=50", "regular", "all=regular+special", "sum=regular+special+other");
            builder.AddShare(part: 0, whole: 1);
            builder.AddShare(part: 1, whole: 2);
            return builder.Build();
        }
    }

    [Fact]
    public void names_what_gives_away_a_cell_that_cannot_be_hidden_any_more()
    {
        // Released by hand, without hiding: b follows from what is out.
        var system = Tables.Of("a=20 b=3", "a", "total=a+b");
        var before = new Release("release 1", new(system, ["a", "b"]), new CellStatus[2]);
        var next = Tables.Of("a=20 b=3", "a", "b", "total=a+b");

        var (joint, pattern) = Protect([before], new(next, ["a", "b"]));

        Assert.Equal(joint.Next[1], Assert.Single(pattern.Unsafe));
        var shown = Enumerable.Range(0, joint.System.Cells.Count).Where(pattern.Publication.Shows).ToList();
        Assert.Equal(["release 1: a", "release 1: total"], Derivation.Of(joint.System, shown, joint.Next[1]).Select(cell => joint.System.Cells[cell].Id));
    }

    [Fact]
    public void tells_with_all_others_no_hidden_cell_and_no_small_change() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Years().ToArbitrary(), year =>
    {
        var releases = Released([.. year.Select(release => (Counts(release.Counts), Drawn(release.Cut)))]);
        var (seen, releaseOf) = TogetherWithWhatDidNotChange(releases);

        return Enumerable.Range(0, seen.System.Cells.Count).Where(cell => seen.Statuses[cell] != CellStatus.Published).All(cell =>
            !Attacker.CanCompute(seen, cell) || (seen.System.Cells[cell].Kind == CellKind.Derivable && Attacker.CanCompute(Before(seen, releaseOf, cell), cell)));
    }));

    // Six postcodes of two kinds, three each: the kinds stay, the two areas are drawn anew each time.
    private static readonly string[] Kinds = ["a", "b", "c", "d", "e", "f", "k1=a+c+e", "k2=b+d+f", "total=a+b+c+d+e+f"];

    private static Gen<IReadOnlyList<(int[] Counts, int Cut)>> Years() =>
        from first in Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 6), Gen.Choose(5, 40)), 6)
        from changes in Gen.ArrayOf(Gen.ArrayOf(Gen.OneOf(Gen.Constant(0), Gen.Constant(0), Gen.Choose(-3, 3), Gen.Choose(-12, 12)), 6), 4)
        from cuts in Gen.ArrayOf(Gen.OneOf(Gen.Constant(3), Gen.Choose(1, 5)), 5)
        select Year(first, changes, cuts);

    private static IReadOnlyList<(int[] Counts, int Cut)> Year(int[] first, int[][] changes, int[] cuts)
    {
        var year = new List<int[]> { first };
        foreach (var change in changes)
        {
            year.Add([.. year[^1].Zip(change, (count, by) => Math.Max(0, count + by))]);
        }

        return [.. year.Zip(cuts)];
    }

    private static string Counts(int[] counts) => string.Join(' ', counts.Select((count, i) => $"{(char)('a' + i)}={count}"));

    private static string[] Drawn(int cut) => [.. Kinds, $"area1={string.Join('+', "abcdef"[..cut].ToCharArray())}", $"area2={string.Join('+', "abcdef"[cut..].ToCharArray())}"];

    // A change that followed from what was out before cannot be taken back.
    private static Publication Before(Publication seen, IReadOnlyList<int> releaseOf, int difference) =>
        seen with { Statuses = [.. seen.Statuses.Select((status, cell) => releaseOf[cell] < releaseOf[difference] ? status : CellStatus.Secondary)] };

    // Every release has unknowns of its own here, so that nothing of the joint system is used to judge it.
    private static (Publication Seen, IReadOnlyList<int> ReleaseOf) TogetherWithWhatDidNotChange(IReadOnlyList<Publication> releases)
    {
        var builder = new CellSystemBuilder();
        var (statuses, releaseOf) = (new List<CellStatus>(), new List<int>());
        var inner = releases.Select(release => release.System.InnerCells.Select(each => builder.AddInner(each)).ToArray()).ToList();
        for (var r = 0; r < releases.Count; r++)
        {
            for (var cell = 0; cell < releases[r].System.Cells.Count; cell++)
            {
                builder.Add(releases[r].System.Cells[cell] with { Id = $"{r}: {releases[r].System.Cells[cell].Id}" }, [.. releases[r].System.ColumnOf(cell).Inner.ToArray().Select(each => inner[r][each])]);
                statuses.Add(releases[r].Statuses[cell]);
                releaseOf.Add(r);
            }

            for (var i = 0; r > 0 && i < inner[r].Length; i++)
            {
                if (releases[r].System.InnerCells[i] == releases[r - 1].System.InnerCells[i])
                {
                    builder.Add(new($"{r}: {i} did not change", 0), [inner[r - 1][i], inner[r][i]], [-1, 1]);
                    statuses.Add(CellStatus.Published);
                    releaseOf.Add(-1);
                }
            }

            for (var before = 0; before < r; before++)
            {
                for (var cell = 0; cell < releases[r].System.Cells.Count; cell++)
                {
                    int[] now = [.. releases[r].System.ColumnOf(cell).Inner.ToArray().Select(each => inner[r][each])], then = [.. releases[before].System.ColumnOf(cell).Inner.ToArray().Select(each => inner[before][each])];
                    if (IsSmall(releases, r, before, cell))
                    {
                        builder.Add(new($"{r} less {before}: {cell}", 0) { Kind = CellKind.Derivable }, [.. then, .. now], [.. then.Select(_ => -1), .. now.Select(_ => 1)]);
                        statuses.Add(CellStatus.Primary);
                        releaseOf.Add(r);
                    }
                }
            }
        }

        return (new(builder.Build(), statuses), releaseOf);
    }

    // Pupils added and removed on the way from one release to the other, each step counted; and those who are in one of the two areas only.
    private static bool IsSmall(IReadOnlyList<Publication> releases, int r, int before, int cell)
    {
        int[] now = releases[r].System.ColumnOf(cell).Inner.ToArray(), then = releases[before].System.ColumnOf(cell).Inner.ToArray();
        long Count(int step, int inner) => releases[step].System.InnerCells[inner].Count!.Value;
        var moved = now.Intersect(then).Sum(inner => Enumerable.Range(before + 1, r - before).Sum(step => Math.Abs(Count(step, inner) - Count(step - 1, inner))))
            + now.Except(then).Sum(inner => Count(r, inner)) + then.Except(now).Sum(inner => Count(before, inner));
        return moved is > 0 and < Threshold;
    }

    private static IReadOnlyList<Publication> Released(string[] counts, params string[] cells) => Released([.. counts.Select(inner => (inner, cells))]);

    private static IReadOnlyList<Publication> Released(IEnumerable<(string Counts, string[] Cells)> contents)
    {
        var (past, publications) = (new List<Release>(), new List<Publication>());
        foreach (var content in contents.Select(each => new Draft(Tables.Of(each.Counts, each.Cells), [.. each.Counts.Split(' ').Select(pair => pair.Split('=')[0])])))
        {
            var (joint, pattern) = Protect(past, content);
            if (pattern.Unsafe.Count > 0)
            {
                // Refused: a small area whose count follows from what was released before it was drawn.
                break;
            }

            var statuses = joint.Next.Select(cell => pattern.Publication.Statuses[cell]).ToList();
            past.Add(new($"release {past.Count + 1}", content, statuses));
            publications.Add(new(content.System, statuses));
        }

        return publications;
    }

    private static (JointSystem Joint, Pattern Pattern) Protect(IReadOnlyList<Release> earlier, Draft draft)
    {
        var joint = JointSystem.Of(earlier, draft, Threshold);
        var order = CandidateOrder.Of(draft.System, protectsZeros: false, new HashSet<int>()).Select(cell => joint.Next[cell]).ToList();
        var primary = joint.Primary(new() { Threshold = Threshold });
        return (joint, Elimination.Run(joint.System, new(primary, [], order, SingletonRule.AnySum, ProtectsZeros: false), cancellation: TestContext.Current.CancellationToken));
    }
}
