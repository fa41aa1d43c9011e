using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

/// <summary>Ways in which tables leak, each shown with what is done by hand first: that leaks, ours does not.</summary>
public sealed class A_pitfall
{
    private static readonly ProtectionRules Five = new();

    [Fact]
    public void is_a_total_beside_one_hidden_part()
    {
        var system = Tables.Of("a=3 b=12 c=25", "a", "b", "c", "total=a+b+c");
        var a = system.Find("a")!.Value;

        Assert.True(Attacker.CanCompute(NaiveSuppressor.PrimaryOnly(system, [a]), a));
        Assert.False(Attacker.CanCompute(Tables.Protect(system, Five).Publication, a));
    }

    [Fact]
    public void is_to_trust_in_two_holes_in_each_line()
    {
        var table = Tables.Crossed("problemdata_4x4.csv", "freq", ["v1", "v2"]).System;
        var primary = Tables.Rows("problemdata_4x4.csv").Where(row => row["suppressed_primary"] == "1").Select(row => table.Find($"v1={row["v1"]}, v2={row["v2"]}")!.Value).ToList();
        var lines = new[] { "a", "b", "c", "d", "Total" }.Select(column => Line(["Total", "w", "x", "y", "z"], row => (row, column)))
            .Concat(new[] { "w", "x", "y", "z", "Total" }.Select(row => Line(["Total", "a", "b", "c", "d"], column => (row, column))))
            .Select(line => line.Select(cell => table.Find($"v1={cell.Row}, v2={cell.Column}")!.Value).ToList()).ToList();
        var naive = NaiveSuppressor.PrimaryOnly(table, primary);

        Assert.All(lines, line => Assert.NotEqual(1, line.Count(naive.Hides)));
        Assert.True(Attacker.CanCompute(naive, table.Find("v1=w, v2=b")!.Value));
        Assert.All(primary, cell => Assert.False(Attacker.CanCompute(Tables.Suppress(table, primary).Publication, cell)));

        static IEnumerable<(string Row, string Column)> Line(string[] places, Func<string, (string, string)> cell) => places.Select(cell);
    }

    [Fact]
    public void is_to_protect_linked_tables_one_by_one()
    {
        // Each table has two holes in every line, and K is the difference of the two totals without N: 30 - 20 - 7.
        var system = Tables.Of("a=5 b=5 i=5 j=5 k=3 n=7", "a", "b", "i", "j", "k", "n", "county=a+b+i+j", "small=a+b+i+j+k+n");
        var k = system.Find("k")!.Value;
        var naive = NaiveSuppressor.TwoInEachLine(system, [k], "county a b i j", "small a b i j k n");

        Assert.True(Attacker.CanCompute(naive, k));
        Assert.False(Attacker.CanCompute(Tables.Protect(system, Five).Publication, k));
    }

    [Fact]
    public void is_to_hide_zeros_where_zeros_are_shown()
    {
        var system = ThreeByFive();
        string[] rows = ["r1 a1 b1 c1 d1 e1", "r2 a2 b2 c2 d2 e2", "r3 a3 b3 c3 d3 e3"];
        string[] columns = ["a a1 a2 a3", "b b1 b2 b3", "c c1 c2 c3"];
        var primary = PrimaryCells.Of(system, Five);

        var naive = NaiveSuppressor.TwoInEachLine(system, primary, [.. rows, .. columns]);
        var ours = Tables.Protect(system, Five).Publication;

        Assert.Equal([1L], Attacker.PossibleValues(naive, primary[0], leastHidden: 0));
        Assert.All(Attacker.PossibleValues(ours, primary, leastHidden: 0), values => Assert.True(values.Count >= 3));
    }

    [Fact]
    public void is_to_forget_that_a_hidden_count_is_at_least_one()
    {
        var system = ThreeByFive();
        var primary = PrimaryCells.Of(system, Five);

        var linear = Tables.Protect(system, Five, SingletonRule.None).Publication;
        var ours = Tables.Protect(system, Five).Publication;

        Assert.All(primary, cell => Assert.False(Attacker.CanCompute(linear, cell)));
        Assert.All(Attacker.PossibleValues(linear, primary, leastHidden: 1), values => Assert.Equal([1L], values));
        Assert.All(Attacker.PossibleValues(ours, primary, leastHidden: 1), values => Assert.Equal([1L, 2, 3], values.Take(3)));
    }

    [Fact]
    public void is_a_percentage_whose_complement_is_small()
    {
        // 97.3% of 37 leaves one, whom no table prints.
        var builder = Tables.Builder("regular=36 special=1", "regular", "all=regular+special");
        builder.AddShare(part: 0, whole: 1);
        var system = builder.Build();
        var naive = NaiveSuppressor.PrimaryOnly(system, [.. PrimaryCells.Of(Tables.Of("regular=36 special=1", "regular", "all=regular+special"), Five)]);
        var ours = Tables.Protect(system, Five).Publication;

        Assert.True(Attacker.CanCompute(naive, 2));
        Assert.False(Attacker.CanCompute(ours, 2));
        Assert.Equal(["regular"], Tables.HiddenIn(ours));
    }

    [Fact]
    public void is_the_same_cell_under_two_names()
    {
        // The gemeente has one neighbourhood, and that has one school.
        var system = Tables.Of("s=8 t=3 u=9", "school=s", "neighbourhood=s", "t", "u", "gemeente=s", "total=s+t+u");
        var naive = NaiveSuppressor.TwoInEachLine(system, [2], "total school t u");
        var ours = Tables.Protect(system, Five).Publication;

        Assert.True(Attacker.CanCompute(naive, 2));
        Assert.False(Attacker.CanCompute(ours, 2));
        Assert.Single(new[] { "school", "neighbourhood", "gemeente" }.Select(id => ours.Statuses[system.Find(id)!.Value]).Distinct());
    }

    [Fact]
    public void is_two_pupils_who_each_know_themselves_in_one_line()
    {
        var system = Tables.Of("a=1 b=1 c=5 d=9", "a", "b", "c", "d", "total=a+b+c+d");
        var naive = NaiveSuppressor.TwoInEachLine(system, [0, 1], "total a b c d");

        Assert.Equal(["a", "b"], Tables.HiddenIn(naive));
        Assert.Equal([1L], Attacker.PossibleValues(naive, 0, leastHidden: 1));
        Assert.Equal(["a", "b", "c"], Tables.HiddenIn(Tables.Protect(system, Five).Publication));
    }

    [Fact]
    public void is_a_group_all_of_whose_members_are_alike()
    {
        // All six married work full time: who knows one of them to be married knows it. Of the divorced, the one who does not knows it of the others.
        var builder = Tables.Builder("mf=6 mp=0 df=15 dp=1 sf=20 sp=30", "mf", "df", "sf", "married=mf+mp", "divorced=df+dp", "single=sf+sp");
        builder.AddShare(part: 0, whole: 3);
        builder.AddShare(part: 1, whole: 4);
        builder.AddShare(part: 2, whole: 5);
        var system = builder.Build();
        var rests = system.Shares.Select(share => share.Rest).ToList();

        var small = NaiveSuppressor.PrimaryOnly(system, PrimaryCells.Of(system, new() { Threshold = 1 }));
        var ours = Tables.Protect(system, new() { Threshold = 1, Coalition = 1 }).Publication;

        Assert.All(rests, rest => Assert.True(Attacker.CanCompute(small, rest)));
        Assert.Equal([false, false, true], rests.Select(rest => Attacker.CanCompute(ours, rest)));
    }

    [Fact]
    public void is_to_count_enrolments_for_pupils()
    {
        // Two enrolments of one pupil: over a threshold of two, and one child all the same.
        var builder = new CellSystemBuilder();
        builder.AddInner(new(2));
        builder.Add(new Cell("enrolments", 2) { Contributions = new(1, []) }, [0]);
        var system = builder.Build();

        Assert.Empty(PrimaryCells.Of(system, new() { Threshold = 2, LeastContributors = 1 }));
        Assert.Equal([0], PrimaryCells.Of(system, new() { Threshold = 2 }));
    }

    [Fact]
    public void is_arithmetic_that_overflows()
    {
        // y64 is 2^64 times y0, plus what is published: in machine integers nothing of it is left.
        const int Steps = 64;
        var system = Tables.Of(
            string.Join(' ', Enumerable.Range(0, Steps + 1).Select(i => $"y{i}=1")),
            [.. Enumerable.Range(0, Steps).Select(i => $"step{i}=y{i + 1}-2y{i}"), "y0", $"y{Steps}"]);
        int[] steps = [.. Enumerable.Range(0, Steps)];
        var (first, last) = (system.Find("y0")!.Value, system.Find($"y{Steps}")!.Value);
        long[] Dense(int cell) => [.. Enumerable.Range(0, Steps + 1).Select(inner => system.ColumnOf(cell).Inner.IndexOf(inner) is >= 0 and var at ? (long)system.ColumnOf(cell).Coefficients[at] : 0)];

        var ours = Tables.Suppress(system, [last], SingletonRule.None, protectsZeros: false, steps).Publication;

        Assert.True(NaiveSuppressor.FindsSafeInMachineIntegers([.. steps.Reverse().Select(Dense)], Dense(first), Dense(last)));
        Assert.True(Attacker.CanCompute(new(system, [.. system.Cells.Select((_, cell) => cell == last ? CellStatus.Primary : CellStatus.Published)]), last));
        Assert.Equal(CellStatus.Secondary, ours.Statuses[first]);
        Assert.False(Attacker.CanCompute(ours, last));
    }

    [Fact]
    public void is_a_pattern_that_differs_from_run_to_run()
    {
        // Each of b to e would do beside a; what one run hides another shows, and a is what both hide.
        var system = Tables.Of("a=3 b=8 c=8 d=8 e=8", "a", "b", "c", "d", "e", "total=a+b+c+d+e");
        Publication[] runs = [Hiding("a", "b"), Hiding("a", "e")];
        var both = new Publication(system, [.. runs[0].Statuses.Zip(runs[1].Statuses, (one, other) => one == CellStatus.Published || other == CellStatus.Published ? CellStatus.Published : one)]);

        Assert.All(runs, run => Assert.False(Attacker.CanCompute(run, 0)));
        Assert.True(Attacker.CanCompute(both, 0));
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(["a", "e"], Tables.HiddenIn(Tables.Protect(system, Five).Publication)));

        Publication Hiding(params string[] ids) => new(system, [.. system.Cells.Select(cell => ids.Contains(cell.Id) ? CellStatus.Secondary : CellStatus.Published)]);
    }

    // The example of the reference's own documentation: one row of ones, one of nines, one with three zeros.
    private static CellSystem ThreeByFive()
    {
        string[] columns = ["a", "b", "c", "d", "e"];
        var inner = new[] { "1 1 1 5 5", "9 9 9 9 9", "0 0 0 7 7" }.SelectMany((row, r) => row.Split(' ').Select((count, c) => $"{columns[c]}{r + 1}={count}"));
        return Tables.Of(string.Join(' ', inner), [
            .. columns.SelectMany(c => new[] { 1, 2, 3 }.Select(r => $"{c}{r}")),
            .. new[] { 1, 2, 3 }.Select(r => $"r{r}={string.Join('+', columns.Select(c => $"{c}{r}"))}"),
            .. columns.Select(c => $"{c}={c}1+{c}2+{c}3"),
            $"total={string.Join('+', columns.SelectMany(c => new[] { 1, 2, 3 }.Select(r => $"{c}{r}")))}"]);
    }
}
