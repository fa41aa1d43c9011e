using FsCheck;
using FsCheck.Fluent;

namespace Regional.Disclosure.Tests;

/// <summary>A made-up publication: schools by place and by board, two groupings that do not nest, crossed with kinds; as one table, or as linked ones without the detail.</summary>
internal sealed record RandomTable(int[] Places, int[] Boards, int Kinds, int[] Counts, bool IsLinked)
{
    /// <summary>Up to some hundred cells, half of the counts small.</summary>
    public static Gen<RandomTable> Small { get; } = OfSchools(2, 7);

    public ProtectionRules Rules { get; } = new() { Threshold = 4 };

    public CellSystem System { get; } = Build(Places, Boards, Kinds, Counts, IsLinked);

    /// <summary>Tables of so many schools.</summary>
    public static Gen<RandomTable> OfSchools(int least, int most) =>
        from schools in Gen.Choose(least, most)
        from kinds in Gen.Choose(1, 4)
        from places in Gen.ArrayOf(Gen.Choose(0, schools / 3), schools)
        from boards in Gen.ArrayOf(Gen.Choose(0, schools / 3), schools)
        from counts in Gen.ArrayOf(Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 3), Gen.Choose(1, 30)), schools * kinds)
        from isLinked in Gen.Elements(true, false)
        select new RandomTable(places, boards, kinds, counts, isLinked);

    /// <summary>One table of so many schools, the same for the same state of the generator.</summary>
    public static RandomTable Of(Random random, int schools)
    {
        var kinds = random.Next(1, 5);
        return new(Groups(), Groups(), kinds, [.. Enumerable.Range(0, schools * kinds).Select(_ => random.Next(3) switch { 0 => 0, 1 => random.Next(1, 4), _ => random.Next(1, 31) })], random.Next(2) == 0);

        int[] Groups() => [.. Enumerable.Range(0, schools).Select(_ => random.Next(0, schools / 3 + 1))];
    }

    private static CellSystem Build(int[] places, int[] boards, int kinds, int[] counts, bool isLinked)
    {
        var schools = Enumerable.Range(0, places.Length).Select(i => $"school {i}").ToList();
        Dimension school = new(
            "school", schools,
            new Grouping("place", schools.Zip(places).ToDictionary(pair => pair.First, pair => $"place {pair.Second}")),
            new Grouping("board", schools.Zip(boards).ToDictionary(pair => pair.First, pair => $"board {pair.Second}")));
        Dimension kind = new("kind", Enumerable.Range(0, kinds).Select(i => $"kind {i}"));
        // Linked: one table by place and one by board, neither with schools by kind.
        TableShape[] tables = isLinked
            ? [Shape(["Total", "place"], ["Total", "kind"]), Shape(["Total", "board"], ["Total", "kind"]), Shape(["school"], ["Total"])]
            : [TableShape.Whole([school, kind])];
        return CrossedTables.Build([school, kind], tables, [.. counts.Select(count => (long)count)]).Build();
    }

    private static TableShape Shape(string[] school, string[] kind) => new(new Dictionary<string, IReadOnlyList<string>> { ["school"] = school, ["kind"] = kind });
}
