using Regional.Cli;
using Regional.Cli.Csv;
using Regional.Cli.Disclosing;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

/// <summary>Systems for tests: written out, or read from the published files as the command line reads them.</summary>
internal static class Tables
{
    /// <summary>A system as a statistician would write it on a board.</summary>
    /// <param name="inner">The inner cells and their counts, <c>a=3 b=12</c>.</param>
    /// <param name="cells">The outputs: <c>a</c> is the inner cell itself, <c>total=a+b</c> a sum, <c>2a</c> twice.</param>
    public static CellSystem Of(string inner, params IReadOnlyList<string> cells) => Builder(inner, cells).Build();

    public static CellSystemBuilder Builder(string inner, params IReadOnlyList<string> cells)
    {
        var builder = new CellSystemBuilder();
        var known = inner.Split(' ').Select(text => text.Split('=')).ToDictionary(pair => pair[0], pair => (Index: builder.AddInner(new(long.Parse(pair[1]))), Count: long.Parse(pair[1])));
        foreach (var parts in cells.Select(text => text.Split('=')))
        {
            var terms = parts[^1].Replace("-", "+-").Split('+', StringSplitOptions.RemoveEmptyEntries)
                .Select(term => (Sign: term[0] == '-' ? -1 : 1, Text: term.TrimStart('-')))
                .Select(term => (Name: term.Text.TrimStart("0123456789".ToCharArray()), term.Sign, term.Text))
                .Select(term => (known[term.Name].Index, known[term.Name].Count, Coefficient: term.Sign * (term.Text.Length > term.Name.Length ? int.Parse(term.Text[..^term.Name.Length]) : 1)))
                .OrderBy(term => term.Index).ToList();
            builder.Add(new(parts[0], terms.Sum(term => term.Coefficient * term.Count)), [.. terms.Select(term => term.Index)], [.. terms.Select(term => term.Coefficient)]);
        }

        return builder;
    }

    /// <summary>A crossed table of the published test data.</summary>
    public static ProtectableTable Crossed(string file, string? count, IReadOnlyList<string> dimensions, params (string Dimension, string Column)[] groupings)
    {
        using var table = CsvTable.Open(PathOf(file), Terminal.OfProcess());
        return CountTable.Read(table, count, dimensions, [.. groupings.Select(grouping => new GroupingOption(grouping.Dimension, grouping.Column))]);
    }

    /// <summary>A system of the published test data.</summary>
    public static ProtectableTable Generic(string cells, string matrix)
    {
        using var cellFile = CsvTable.Open(PathOf(cells), Terminal.OfProcess());
        using var matrixFile = CsvTable.Open(PathOf(matrix), Terminal.OfProcess());
        return CellFiles.Read(cellFile, matrixFile);
    }

    /// <summary>The rows of a published file, by name of the column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var table = CsvTable.Open(PathOf(file), Terminal.OfProcess());
        return [.. table.Rows().Select(row => table.Columns.Zip(row.Fields).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    /// <summary>Runs the rules and the elimination in the default order.</summary>
    public static Pattern Protect(CellSystem system, ProtectionRules rules, SingletonRule singletons = SingletonRule.AnySum) =>
        Suppress(system, PrimaryCells.Of(system, rules), singletons, PrimaryCells.ProtectsZeros(system, rules));

    /// <summary>Runs the elimination in the default order.</summary>
    public static Pattern Suppress(CellSystem system, IReadOnlyCollection<int> primary, SingletonRule singletons = SingletonRule.AnySum, bool protectsZeros = false, params IReadOnlyCollection<int> forced) =>
        Elimination.Run(system, new(primary, forced, CandidateOrder.Of(system, protectsZeros, new HashSet<int>()), singletons, protectsZeros), cancellation: TestContext.Current.CancellationToken);

    /// <summary>Ids of the outputs that are not shown, in their order.</summary>
    public static IReadOnlyList<string> HiddenIn(Publication publication) =>
        [.. Enumerable.Range(0, publication.Statuses.Count).Where(publication.Hides).Select(cell => publication.System.Cells[cell].Id)];

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "data", file);
}
