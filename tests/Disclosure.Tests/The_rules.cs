using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

public sealed class The_rules
{
    [Fact]
    public void hide_counts_from_one_to_one_less_than_the_threshold() =>
        Assert.Equal(["one", "four"], Primary(Tables.Of("a=0 b=1 c=4 d=5", "zero=a", "one=b", "four=c", "five=d"), new()));

    [Fact]
    public void hide_all_zeros_or_none()
    {
        var system = Tables.Of("a=0 b=0 c=9", "telling=a", "other=b", "nine=c");

        Assert.Empty(Primary(system, new()));
        Assert.Equal(["telling", "other"], Primary(system, new() { ProtectZeros = true }));
        Assert.Equal(["telling", "other"], Primary(Judged(system, "telling", cell => cell with { Discloses = Disclosing.Zero }), new()));
        // A table in which the telling cell is not zero hides its zeros too, or their being hidden would tell.
        Assert.Equal(["telling", "other"], Primary(Judged(system, "nine", cell => cell with { Discloses = Disclosing.Zero }), new()));
    }

    [Fact]
    public void hide_a_small_complement_and_one_that_is_nobody_where_all_is_telling()
    {
        var builder = Tables.Builder("few=3 most=40 none=0 all=50", "most", "first=few+most", "all", "second=none+all");
        builder.AddShare(part: 0, whole: 1);
        builder.AddShare(part: 2, whole: 3);
        var system = builder.Build();

        Assert.Equal(["first without most"], Primary(system, new()));
        Assert.Equal(["first without most", "second without all"], Primary(Shared(Disclosing.All), new()));

        static CellSystem Shared(Disclosing discloses)
        {
            var builder = new CellSystemBuilder();
            foreach (var count in new[] { 3, 40, 0, 50 })
            {
                builder.AddInner(new(count));
            }

            builder.AddShare(builder.Add(new("most", 40), [1]), builder.Add(new("first", 43), [0, 1]));
            builder.AddShare(builder.Add(new("all", 50) { Discloses = discloses }, [3]), builder.Add(new("second", 50), [2, 3]));
            return builder.Build();
        }
    }

    [Fact]
    public void hide_a_share_that_all_but_a_coalition_are_in()
    {
        var builder = Tables.Builder("a=15 b=2 c=15 d=3", "a", "first=a+b", "c", "second=c+d");
        builder.AddShare(part: 0, whole: 1);
        builder.AddShare(part: 2, whole: 3);

        Assert.Equal(["first without a"], Primary(builder.Build(), new() { Threshold = 1, Coalition = 2 }));
    }

    [Fact]
    public void leave_alone_what_is_public_already() =>
        Assert.Equal(["one"], Primary(Judged(Tables.Of("a=1 b=2", "one=a", "two=b"), "two", cell => cell with { IsPublicAlready = true }), new()));

    [Theory]
    [InlineData(2, 90, true)]
    [InlineData(2, 96, false)]
    [InlineData(1, 84, true)]
    [InlineData(1, 85, false)]
    public void hide_a_magnitude_that_few_dominate(int contributors, int percent, bool isHidden) =>
        Assert.Equal(isHidden, Primary(Turnover(100, 85, 10, 5), new() { Threshold = 1, Dominance = new Dominance.LargestShare(contributors, percent) }).Any());

    [Theory]
    [InlineData(6, true)]
    [InlineData(5, false)]
    public void hide_a_magnitude_from_which_the_second_can_tell_the_first(int percent, bool isHidden) =>
        // Without the two largest 5 are left, and that is 5.9% of the largest.
        Assert.Equal(isHidden, Primary(Turnover(100, 85, 10, 5), new() { Threshold = 1, Dominance = new Dominance.Precision(percent) }).Any());

    [Fact]
    public void hide_what_a_single_party_made_up() =>
        Assert.Single(Primary(Turnover(100, 100), new() { Threshold = 1 }));

    [Fact]
    public void show_a_rate_with_its_count_over_a_denominator_that_is_large_enough()
    {
        var builder = Tables.Builder("a=20 b=79 c=20 d=80 e=3 f=200", "a", "first=a+b", "c", "second=c+d", "e", "third=e+f");
        builder.AddShare(part: 0, whole: 1);
        builder.AddShare(part: 2, whole: 3);
        builder.AddShare(part: 4, whole: 5);
        var publication = Tables.Protect(builder.Build(), new()).Publication;

        Assert.Equal([false, true, false], publication.System.Shares.Select(share => PrimaryCells.ShowsRate(publication, share, new())));
    }

    [Fact]
    public void publish_first_what_weighs_most_and_last_what_was_hidden_before()
    {
        var system = Judged(Tables.Of("a=9 b=8 c=7", "a", "b", "c"), "c", cell => cell with { Weight = 3 });

        Assert.Equal(["c", "a", "b"], Order(system, new HashSet<int>()));
        Assert.Equal(["a", "b", "c"], Order(system, new HashSet<int> { 2 }));

        static IEnumerable<string> Order(CellSystem system, HashSet<int> hiddenBefore) => CandidateOrder.Of(system, protectsZeros: false, hiddenBefore).Select(cell => system.Cells[cell].Id);
    }

    private static CellSystem Turnover(long total, params long[] contributions)
    {
        var builder = new CellSystemBuilder();
        builder.AddInner(new(total));
        builder.Add(new("turnover", total) { Contributions = new(contributions.Length, contributions) }, [0]);
        return builder.Build();
    }

    private static CellSystem Judged(CellSystem system, string id, Func<Cell, Cell> judge)
    {
        var builder = new CellSystemBuilder();
        foreach (var inner in system.InnerCells)
        {
            builder.AddInner(inner);
        }

        for (var cell = 0; cell < system.Cells.Count; cell++)
        {
            builder.Add(system.Cells[cell].Id == id ? judge(system.Cells[cell]) : system.Cells[cell], system.ColumnOf(cell).Inner, system.ColumnOf(cell).Coefficients);
        }

        return builder.Build();
    }

    private static IEnumerable<string> Primary(CellSystem system, ProtectionRules rules) => PrimaryCells.Of(system, rules).Select(cell => system.Cells[cell].Id);
}
