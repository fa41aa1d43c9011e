namespace Regional.Disclosure;

/// <summary>A table of a publication: which levels it shows of which dimensions. A dimension that is not named is summed over.</summary>
/// <param name="Levels">
/// By name of the dimension: <see cref="Dimension.Total"/>, names of groupings, the dimension's own name for its members.
/// </param>
public sealed record TableShape(IReadOnlyDictionary<string, IReadOnlyList<string>> Levels)
{
    /// <summary>Every level of every dimension, crossed with all others.</summary>
    public static TableShape Whole(IEnumerable<Dimension> dimensions) =>
        new(dimensions.ToDictionary(dimension => dimension.Name, dimension => (IReadOnlyList<string>)[.. dimension.Categories.SelectMany(category => category.Levels).Distinct()]));

    internal IEnumerable<Category> CategoriesOf(Dimension dimension) =>
        dimension.Categories.Where(category => category.Levels.Any(Levels.GetValueOrDefault(dimension.Name, [Dimension.Total]).Contains));
}

/// <summary>The tables of a publication, linked by the cells that they share, as one system.</summary>
public static class CrossedTables
{
    /// <summary>How many combinations of members there are: the number of inner cells.</summary>
    public static long Combinations(IEnumerable<Dimension> dimensions) => dimensions.Aggregate(1L, (product, dimension) => checked(product * dimension.Members.Count));

    /// <summary>The place of a combination of members among the inner cells.</summary>
    /// <param name="dimensions">All dimensions.</param>
    /// <param name="members">Index of the member in each of them.</param>
    public static int InnerIndex(IReadOnlyList<Dimension> dimensions, IReadOnlyList<int> members)
    {
        var index = 0;
        for (var i = 0; i < dimensions.Count; i++)
        {
            index = checked(index * dimensions[i].Members.Count + members[i]);
        }

        return index;
    }

    /// <summary>Builds the system of some tables over the same pupils.</summary>
    /// <remarks>A cell that two tables share is there once. Empty combinations are inner cells like any other: that they are empty is not known outside.</remarks>
    /// <param name="dimensions">Every attribute that any of the tables uses.</param>
    /// <param name="tables">What is published.</param>
    /// <param name="counts">The count of each combination of members, by <see cref="InnerIndex"/>.</param>
    /// <param name="judge">What is known of a cell beside its count; null when there is nothing.</param>
    public static CellSystemBuilder Build(
        IReadOnlyList<Dimension> dimensions, IReadOnlyList<TableShape> tables, IReadOnlyList<long> counts, Func<Cell, Cell>? judge = null)
    {
        var builder = new CellSystemBuilder([.. dimensions.Select(dimension => dimension.Name)]);
        foreach (var count in counts)
        {
            builder.AddInner(new(count));
        }

        foreach (var (id, categories) in tables.SelectMany(table => Cells(dimensions, table)).DistinctBy(cell => cell.Id).ToList())
        {
            var inner = InnerCells(dimensions, categories);
            var cell = new Cell(id, inner.Sum(index => counts[index])) { Labels = [.. categories.Select(category => category.Label)] };
            builder.Add(judge is null ? cell : judge(cell), inner);
        }

        return builder;
    }

    /// <summary>The id of the cell at some labels, one in each dimension.</summary>
    public static string IdOf(IEnumerable<Dimension> dimensions, IEnumerable<string> labels) =>
        string.Join(", ", dimensions.Zip(labels, (dimension, label) => $"{dimension.Name}={label}"));

    private static IEnumerable<(string Id, IReadOnlyList<Category> Categories)> Cells(IReadOnlyList<Dimension> dimensions, TableShape table)
    {
        IEnumerable<IReadOnlyList<Category>> cells = [[]];
        foreach (var dimension in dimensions)
        {
            var categories = table.CategoriesOf(dimension).ToList();
            cells = cells.SelectMany(cell => categories, (cell, category) => (IReadOnlyList<Category>)[.. cell, category]);
        }

        return cells.Select(cell => (IdOf(dimensions, cell.Select(category => category.Label)), cell));
    }

    // Ascending, because members are and each step keeps it so.
    private static int[] InnerCells(IReadOnlyList<Dimension> dimensions, IReadOnlyList<Category> categories)
    {
        int[] inner = [0];
        for (var i = 0; i < dimensions.Count; i++)
        {
            var size = dimensions[i].Members.Count;
            inner = [.. inner.SelectMany(index => categories[i].Members, (index, member) => index * size + member)];
        }

        return inner;
    }
}
