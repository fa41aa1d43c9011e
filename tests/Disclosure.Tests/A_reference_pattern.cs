using Regional.Cli.Disclosing;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

/// <summary>Patterns that were published, or measured with the R package, on the same data: cell by cell where the file has them (tests/data/README.md).</summary>
public sealed class A_reference_pattern
{
    private static readonly (string, string)[] Regions = [("region", "fylke"), ("region", "kostragr")];

    [Theory]
    [InlineData(SingletonRule.None, "suppressed_none")]
    [InlineData(SingletonRule.AnySum, "suppressed_default")]
    public void of_z1_is_found(SingletonRule singletons, string column)
    {
        var table = Tables.Crossed("z1.csv", "ant", ["region", "hovedint"]);

        var pattern = Tables.Protect(table.System, new() { Threshold = 4, ProtectZeros = true }, singletons);

        AssertSame(table, pattern, "z1_max3_cells.csv", column, ["region", "hovedint"]);
        // Published as indices, counted from 1 in the order of the file.
        Assert.Equal([12, 13, 22, 23, 42, 43], Enumerable.Range(0, 45).Where(pattern.Publication.Hides).Select(cell => cell + 1));
    }

    [Theory]
    [InlineData(SingletonRule.None, "suppressed_none")]
    [InlineData(SingletonRule.AnySum, "suppressed_default")]
    public void of_z2_with_two_groupings_that_do_not_nest_is_found(SingletonRule singletons, string column)
    {
        var table = Tables.Crossed("z2.csv", "ant", ["region", "hovedint"], Regions);

        var pattern = Tables.Protect(table.System, new() { Threshold = 5 }, singletons);

        AssertSame(table, pattern, "z2_max4_cells.csv", column, ["region", "hovedint"]);
        Assert.Equal((11, 17, 333L), (Count(pattern, CellStatus.Primary), Count(pattern, CellStatus.Secondary), ValueHidden(pattern)));
    }

    [Fact]
    public void of_z2_is_found_in_the_generic_form_too()
    {
        var table = Tables.Generic("z2_max4_cells.csv", "z2_max4_x.csv");

        var pattern = Elimination.Run(table.System, new(table.Primary!, [], table.Order!, SingletonRule.AnySum, ProtectsZeros: false), cancellation: TestContext.Current.CancellationToken);

        AssertSame(table, pattern, "z2_max4_cells.csv", "suppressed_default", ["cell"]);
    }

    [Theory]
    [InlineData(SingletonRule.None, "suppressed_none", 1210)]
    [InlineData(SingletonRule.AnySum, "suppressed_default", 1469)]
    public void of_sosialFiktiv_is_found(SingletonRule singletons, string column, int secondary)
    {
        var table = Tables.Crossed("sosialFiktiv.csv.gz", "ant", ["region", "hovedint", "mnd"], [.. Regions, ("mnd", "mnd2")]);

        var pattern = Tables.Protect(table.System, new() { Threshold = 4 }, singletons);

        AssertSame(table, pattern, "sosialFiktiv_max3_cells.csv.gz", column, ["region", "hovedint", "mnd"]);
        Assert.Equal((14_160, 2_125, secondary), (table.System.Cells.Count, Count(pattern, CellStatus.Primary), Count(pattern, CellStatus.Secondary)));
    }

    [Theory]
    [InlineData(SingletonRule.None, 64)]
    [InlineData(SingletonRule.AnySum, 76)]
    public void of_synth742_is_found_in_the_order_that_its_file_gives(SingletonRule singletons, int secondary)
    {
        var table = Tables.Generic("synth742_cells.csv", "synth742_x.csv.gz");

        var pattern = Elimination.Run(table.System, new(table.Primary!, [], table.Order!, singletons, ProtectsZeros: false), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((240, secondary), (Count(pattern, CellStatus.Primary), Count(pattern, CellStatus.Secondary)));
    }

    [Fact]
    public void of_microdata1_is_the_published_optimum_in_the_default_order()
    {
        var pattern = Tables.Protect(Persons(), new() { Threshold = 3 });

        Assert.Equal(["region=A, gender=female", "region=A, gender=male", "region=C, gender=female", "region=C, gender=male"], Tables.HiddenIn(pattern.Publication));
        Assert.Equal(40, ValueHidden(pattern));
    }

    [Theory]
    [InlineData(new string[0], new[] { "A", "D" }, 43)]
    [InlineData(new[] { "region=D, gender=male" }, new[] { "A", "C" }, 40)]
    public void of_microdata1_in_the_order_of_its_cells_is_what_sdcTable_publishes_with_and_without_a_forced_cell(string[] forced, string[] regions, long value)
    {
        var system = Persons();
        // sdcTable goes through the table as it stands, males before females.
        var order = Enumerable.Range(0, system.Cells.Count).OrderBy(cell => cell / 3).ThenBy(cell => system.Cells[cell].Labels[1] switch { "Total" => 0, "male" => 1, _ => 2 });

        var pattern = Elimination.Run(
            system, new(PrimaryCells.Of(system, new() { Threshold = 3 }), [.. forced.Select(id => system.Find(id)!.Value)], [.. order], SingletonRule.AnySum, ProtectsZeros: false),
            cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(regions.SelectMany(region => new[] { $"region={region}, gender=female", $"region={region}, gender=male" }), Tables.HiddenIn(pattern.Publication));
        Assert.Equal(value, ValueHidden(pattern));
    }

    [Fact]
    public void of_the_four_by_four_table_needs_one_more_cell_though_each_line_has_two_holes()
    {
        var table = Tables.Crossed("problemdata_4x4.csv", "freq", ["v1", "v2"]);
        var primary = Tables.Rows("problemdata_4x4.csv").Where(row => row["suppressed_primary"] == "1").Select(row => table.System.Find($"v1={row["v1"]}, v2={row["v2"]}")!.Value).ToList();

        var pattern = Tables.Suppress(table.System, primary);

        Assert.Equal(1, Count(pattern, CellStatus.Secondary));
        Assert.All(primary, cell => Assert.False(Attacker.CanCompute(pattern.Publication, cell)));
    }

    [Theory]
    [InlineData(SingletonRule.None, 7)]
    [InlineData(SingletonRule.AnySum, 9)]
    public void of_three_singletons_in_a_row_is_found(SingletonRule singletons, int hidden)
    {
        var table = Tables.Crossed("issue135_singletons.csv", "values", ["var1", "var2"]);

        Assert.Equal(hidden, Tables.HiddenIn(Tables.Protect(table.System, new() { Threshold = 3 }, singletons).Publication).Count);
    }

    [Fact]
    public void of_a_table_with_protected_zeros_is_found()
    {
        var table = Tables.Crossed("mun_accidents.csv", "freq", ["mun", "inj"]);

        var pattern = Tables.Protect(table.System, new() { Threshold = 4, ProtectZeros = true });

        Assert.Equal(22, Count(pattern, CellStatus.Primary));
        Assert.Equal(["mun=k1, inj=Total", "mun=k6, inj=serious"], Enumerable.Range(0, 35).Where(cell => pattern.Publication.Statuses[cell] == CellStatus.Secondary).Select(cell => table.System.Cells[cell].Id));
    }

    [Fact]
    public void of_linked_tables_hides_what_all_of_them_need_together()
    {
        var system = Instances.Linked();

        var hidden = Tables.Protect(system, new() { Threshold = 3 }).Publication;

        bool[] InTable(Func<IReadOnlyList<string>, bool> of) => [.. Enumerable.Range(0, system.Cells.Count).Where(cell => of(system.Cells[cell].Labels)).Select(hidden.Hides)];
        Assert.Equal(8, InTable(labels => labels[1] is Dimension.Total or "EU" or "nonEU").Count(isHidden => isHidden));
        Assert.Equal(8, InTable(labels => labels[0] == Dimension.Total && labels[1] is not ("EU" or "nonEU")).Count(isHidden => isHidden));
    }

    private static CellSystem Persons() => Tables.Crossed("microdata1.csv", null, ["region", "gender"]).System;

    private static void AssertSame(ProtectableTable table, Pattern pattern, string file, string column, IReadOnlyList<string> keys)
    {
        var published = Tables.Rows(file).ToDictionary(row => string.Join('|', keys.Select(key => row[key])), row => (Hidden: row[column] == "1", Count: row["ant"]));

        Assert.Equal(published.Count, table.System.Cells.Count);
        Assert.DoesNotContain(Enumerable.Range(0, published.Count), cell =>
        {
            var ours = table.System.Cells[cell];
            return published[keys is ["cell"] ? ours.Id : string.Join('|', ours.Labels)] != (pattern.Publication.Hides(cell), $"{ours.Value}");
        });
    }

    private static int Count(Pattern pattern, CellStatus status) => pattern.Publication.Statuses.Count(each => each == status);

    private static long ValueHidden(Pattern pattern) =>
        pattern.Publication.System.Cells.Where((_, cell) => pattern.Publication.Statuses[cell] == CellStatus.Secondary).Sum(cell => cell.Value);
}
