using FsCheck.Fluent;
using Regional.Indicators.Domain;
using Regional.Indicators.Population;
using Regional.Indicators.Tables;
using Regional.Territory;
using Regional.Wire.Indicators.V1;
using Regional.Wire.Signalering.V1;

namespace Regional.Indicators.Tests;

public sealed class A_hidden_count
{
    private static readonly VerzuimClass[] Classes = [VerzuimClass.Absoluut, VerzuimClass.Relatief, VerzuimClass.Overig];
    private static readonly SchoolYear Year = WrittenValues.Parse<SchoolYear>("2024-2025");

    [Theory]
    [InlineData(0, 0L)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5L)]
    public void is_one_from_1_to_the_threshold_and_zero_is_not(int pupils, long? shown) => Assert.Equal(shown, ShownCount.Of(pupils, 5).Pupils);

    [Fact]
    public void hides_each_total_that_contains_it_and_each_rate()
    {
        ShownCount[] parts = [ShownCount.Of(100, 5), ShownCount.Of(4, 5)];

        Assert.Null(ShownCount.Total(parts).Pupils);
        Assert.Null(ShownCount.Total(parts).Rate(1_000, 100));
        Assert.Equal(100, ShownCount.Total(parts.Take(1)).Pupils);
        Assert.Equal(10, ShownCount.Total(parts.Take(1)).Rate(1_000, 100));
    }

    [Fact]
    public void has_no_rate_beside_it_over_a_population_under_a_hundred() =>
        Assert.Equal((null, 50.0), (ShownCount.Of(50, 5).Rate(99, 100), ShownCount.Of(50, 5).Rate(100, 100)));

    /// <summary>The strongest form of "cannot be worked out": any other small number in its place gives the very same table. So not even somebody who knows every other
    /// cell, and the rule, can tell which it was.</summary>
    [Fact]
    public void could_be_any_number_under_the_threshold_for_all_that_the_table_shows() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        Tables().ToArbitrary(),
        table =>
        {
            var shown = Show(table.Counts, table.Threshold);
            return Hidden(table.Counts, table.Threshold).All(cell => Enumerable.Range(1, table.Threshold - 1).All(other => Show(With(table.Counts, cell, other), table.Threshold).Equals(shown)));
        }));

    /// <summary>The same, without the argument above: every table of two municipalities and two classes with up to 5 pupils in a cell is made, and those that look alike are compared.</summary>
    [Fact]
    public void has_three_possible_values_at_least_among_all_tables_that_look_alike()
    {
        const int Threshold = 4;
        var tables = from a in Enumerable.Range(0, 6) from b in Enumerable.Range(0, 6) from c in Enumerable.Range(0, 6) from d in Enumerable.Range(0, 6) select (int[])[a, b, 0, c, d, 0];

        foreach (var alike in tables.GroupBy(counts => Show(counts, Threshold)))
        {
            foreach (var cell in Hidden(alike.First(), Threshold))
            {
                Assert.True(alike.Select(counts => counts[cell]).Distinct().Count() >= 3, $"{alike.Key}");
            }

            Assert.All(alike, counts => Assert.Equal(Hidden(alike.First(), Threshold), Hidden(counts, Threshold)));
        }
    }

    // The cells of one municipality after the other, three classes each; small numbers and zeros as often as others.
    private static FsCheck.Gen<(int[] Counts, int Threshold)> Tables() =>
        from threshold in Gen.Choose(4, 12)
        from municipalities in Gen.Choose(1, 6)
        from counts in Gen.ArrayOf(Gen.OneOf(Gen.Constant(0), Gen.Choose(1, threshold - 1), Gen.Choose(threshold, 300)), municipalities * Classes.Length)
        select (counts, threshold);

    private static IEnumerable<int> Hidden(int[] counts, int threshold) => Enumerable.Range(0, counts.Length).Where(i => counts[i] >= 1 && counts[i] < threshold);

    private static int[] With(int[] counts, int cell, int value) => [.. counts.Select((count, i) => i == cell ? value : count)];

    private static Table Show(int[] counts, int threshold)
    {
        var municipalities = Enumerable.Range(1, counts.Length / Classes.Length)
            .Select(i => new Municipality(WrittenValues.Parse<MunicipalityCode>($"{i:D4}"), $"Municipality {i}", [], new Period(DateOnly.MinValue))).ToList();
        var cells = counts.Index().Where(c => c.Item > 0)
            .ToDictionary(c => (municipalities[c.Index / Classes.Length].Code, Classes[c.Index % Classes.Length]), c => (long)c.Item);
        var populations = municipalities.ToDictionary(m => m.Code, _ => new Denominator(10_000, MadeUp: true));
        return new() { Rows = { SignalsByMunicipality.Rows(municipalities, threshold, cells, populations, Year) } };
    }
}
