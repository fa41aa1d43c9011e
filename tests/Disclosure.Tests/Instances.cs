using Regional.Cli.Disclosing;
using Regional.Disclosure.Auditing;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

/// <summary>The published and measured instances, protected as their source protects them.</summary>
internal static class Instances
{
    /// <summary>What an attacker sees of an instance after the elimination.</summary>
    public static AttackerView View(string instance, KnowledgeLevel level, SingletonRule singletons)
    {
        var (publication, rules) = Protected(instance, singletons);
        return AttackerView.Of(publication, level, rules.ProtectZeros, rules.Threshold);
    }

    /// <summary>An instance after the elimination, with its rules.</summary>
    public static (Publication Publication, ProtectionRules Rules) Protected(string instance, SingletonRule singletons) => instance switch
    {
        "z1" => ByRules(Tables.Crossed("z1.csv", "ant", ["region", "hovedint"]), new() { Threshold = 4, ProtectZeros = true }, singletons),
        "z2" => ByRules(Tables.Crossed("z2.csv", "ant", ["region", "hovedint"], ("region", "fylke"), ("region", "kostragr")), new() { Threshold = 5 }, singletons),
        "sosialFiktiv" => ByRules(
            Tables.Crossed("sosialFiktiv.csv.gz", "ant", ["region", "hovedint", "mnd"], ("region", "fylke"), ("region", "kostragr"), ("mnd", "mnd2")), new() { Threshold = 4 }, singletons),
        "microdata1" => ByRules(Tables.Crossed("microdata1.csv", null, ["region", "gender"]), new() { Threshold = 3 }, singletons),
        "issue135" => ByRules(Tables.Crossed("issue135_singletons.csv", "values", ["var1", "var2"]), new() { Threshold = 3 }, singletons),
        "mun_accidents" => ByRules(Tables.Crossed("mun_accidents.csv", "freq", ["mun", "inj"]), new() { Threshold = 4, ProtectZeros = true }, singletons),
        "example1" => ByRules(Tables.Crossed("example1.csv", "freq", ["age", "geo", "year"], ("geo", "eu")), new() { Threshold = 4 }, singletons),
        "my_km2" => ByRules(Tables.Crossed("my_km2.csv", "freq", ["Square250m", "Municipality", "Age", "Sex"], ("Square250m", "Square1000m")), new() { Threshold = 3 }, singletons),
        "exPSD" => ByRules(Tables.Crossed("exPSD.csv", "freq", ["rows", "cols"]), new() { Threshold = 4 }, singletons),
        "e6" => ByRules(Tables.Crossed("e6.csv", "freq", ["geo", "year"], ("geo", "eu")), new() { Threshold = 4 }, singletons),
        "linked_vignette" => ByRules(Linked(), new() { Threshold = 3 }, singletons),
        "problemdata_4x4" => AsMarked(Tables.Crossed("problemdata_4x4.csv", "freq", ["v1", "v2"]), "problemdata_4x4.csv", ["v1", "v2"], "suppressed_primary", "1", singletons),
        "synth742" => InOrder(Tables.Generic("synth742_cells.csv", "synth742_x.csv.gz"), singletons),
        "ex3_geurts" => Geurts(),
        _ => throw new ArgumentOutOfRangeException(nameof(instance), instance, "There is no such instance."),
    };

    /// <summary>Two tables that share the years and the European Union: ages by union and year, countries by year.</summary>
    public static CellSystem Linked()
    {
        var all = Tables.Crossed("linked_vignette.csv", "freq", ["age", "geo", "year"], ("geo", "eu")).System;
        var builder = new CellSystemBuilder([.. all.Dimensions]);
        foreach (var inner in all.InnerCells)
        {
            builder.AddInner(inner);
        }

        foreach (var cell in Enumerable.Range(0, all.Cells.Count).Where(cell => all.Cells[cell].Labels is [Dimension.Total, ..] or [_, Dimension.Total or "EU" or "nonEU", _]))
        {
            builder.Add(all.Cells[cell], all.ColumnOf(cell).Inner);
        }

        return builder.Build();
    }

    private static (Publication, ProtectionRules) ByRules(ProtectableTable table, ProtectionRules rules, SingletonRule singletons) => ByRules(table.System, rules, singletons);

    private static (Publication, ProtectionRules) ByRules(CellSystem system, ProtectionRules rules, SingletonRule singletons) =>
        (Tables.Protect(system, rules, singletons).Publication, rules);

    private static (Publication, ProtectionRules) AsMarked(ProtectableTable table, string file, string[] keys, string column, string mark, SingletonRule singletons)
    {
        var primary = Tables.Rows(file).Where(row => row[column] == mark).Select(row => table.System.Find(string.Join(", ", keys.Select(key => $"{key}={row[key]}")))!.Value).ToList();
        return (Tables.Suppress(table.System, primary, singletons).Publication, new() { Threshold = 1000 });
    }

    private static (Publication, ProtectionRules) InOrder(ProtectableTable table, SingletonRule singletons) =>
        (Elimination.Run(table.System, new(table.Primary!, [], table.Order!, singletons, ProtectsZeros: false), cancellation: TestContext.Current.CancellationToken).Publication, new());

    // HandbookSDC, chapter 4, example 3: a table of three by two of which two rows are hidden.
    private static (Publication, ProtectionRules) Geurts()
    {
        var system = Tables.Of("a=4 b=3 c=2 d=1 e=3 f=3", "a", "b", "c", "d", "e", "f", "row1=a+b", "row2=c+d", "row3=e+f", "column1=a+c+e", "column2=b+d+f", "total=a+b+c+d+e+f");
        return (new(system, [.. system.Cells.Select((_, cell) => cell < 4 ? CellStatus.Primary : CellStatus.Published)]), new());
    }
}
