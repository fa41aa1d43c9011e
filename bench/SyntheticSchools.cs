using Regional.Disclosure;

namespace Regional.Bench;

/// <summary>A made-up region: pupils of six kinds, in schools of neighbourhoods of gemeenten, four schools in each neighbourhood. The same one every time.</summary>
internal static class SyntheticSchools
{
    private const int SchoolsInNeighbourhood = 4;

    // Pupils of each kind in a school of middling size, about half of them fewer than five.
    private static readonly double[] Means = [14, 6, 4, 3, 2, 1.5];

    public static CellSystem Table(int gemeenten, int neighbourhoods, bool bySex)
    {
        var schools = (from gemeente in Enumerable.Range(0, gemeenten)
                       from neighbourhood in Enumerable.Range(0, neighbourhoods)
                       from school in Enumerable.Range(0, SchoolsInNeighbourhood)
                       select (Name: $"s{gemeente:D2}-{neighbourhood:D2}-{school}", Neighbourhood: $"n{gemeente:D2}-{neighbourhood:D2}", Gemeente: $"g{gemeente:D2}")).ToList();
        List<Dimension> dimensions =
        [
            new(
                "school", schools.Select(school => school.Name),
                new Grouping("gemeente", schools.ToDictionary(school => school.Name, school => school.Gemeente)),
                new Grouping("neighbourhood", schools.ToDictionary(school => school.Name, school => school.Neighbourhood))),
            new("kind", Means.Select((_, kind) => $"kind {kind}")),
        ];
        if (bySex)
        {
            dimensions.Add(new("sex", ["girl", "boy"]));
        }

        return CrossedTables.Build(dimensions, [TableShape.Whole(dimensions)], Counts((int)CrossedTables.Combinations(dimensions), bySex ? 2 : 1)).Build();
    }

    private static long[] Counts(int combinations, int sexes)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, combinations).Select(index => Poisson(random, Means[index / sexes % Means.Length] / sexes * (0.4 + 1.2 * random.NextDouble())))];
    }

    private static long Poisson(Random random, double mean)
    {
        var (count, product) = (0, random.NextDouble());
        for (var limit = Math.Exp(-mean); product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
