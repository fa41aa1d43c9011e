using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Tests;

/// <summary>What is done by hand, and by many a spreadsheet: kept here so that each pitfall is seen to be one.</summary>
internal static class NaiveSuppressor
{
    /// <summary>Hides the primary cells and nothing else.</summary>
    public static Publication PrimaryOnly(CellSystem system, IReadOnlyCollection<int> primary) => TwoInEachLine(system, primary);

    /// <summary>Hides the smallest other cell of each line that has exactly one hidden cell, until no line has.</summary>
    /// <param name="system">The cells.</param>
    /// <param name="primary">Indices of the primary cells.</param>
    /// <param name="lines">The sums that somebody thought of, each as ids of a total and its parts, <c>total a b c</c>.</param>
    public static Publication TwoInEachLine(CellSystem system, IReadOnlyCollection<int> primary, params IReadOnlyList<string> lines)
    {
        var statuses = new CellStatus[system.Cells.Count];
        foreach (var cell in primary)
        {
            statuses[cell] = CellStatus.Primary;
        }

        var cells = lines.Select(line => line.Split(' ').Select(id => system.Find(id)!.Value).ToList()).ToList();
        while (cells.Find(line => line.Count(cell => statuses[cell] != CellStatus.Published) == 1) is { } open)
        {
            statuses[open.Where(cell => statuses[cell] == CellStatus.Published).MinBy(cell => system.Cells[cell].Value)] = CellStatus.Secondary;
        }

        return new(system, statuses);
    }

    /// <summary>Two tables over the same pupils, each protected as if the other were not there; and the difference of a cell of both, which neither prints.</summary>
    public static (Publication Publication, int Difference) OneByOne(CellSystem first, CellSystem second, string? difference)
    {
        var system = Together(first, second, difference);
        CellStatus[] statuses = [.. Tables.Protect(first, new()).Publication.Statuses, .. Tables.Protect(second, new()).Publication.Statuses];
        return (new(system, [.. statuses, .. Enumerable.Repeat(CellStatus.Primary, system.Cells.Count - statuses.Length)]), statuses.Length);
    }

    /// <summary>The cells of two tables over the same pupils; where a count changed since the first, its change is an inner cell too.</summary>
    public static CellSystem Together(CellSystem first, CellSystem second, string? difference = null)
    {
        var builder = new CellSystemBuilder();
        foreach (var inner in first.InnerCells)
        {
            builder.AddInner(inner);
        }

        var changes = new Dictionary<int, int>();
        for (var inner = 0; inner < first.InnerCells.Count; inner++)
        {
            if (second.InnerCells[inner].Count - first.InnerCells[inner].Count is not 0 and { } change)
            {
                changes.Add(inner, builder.AddInner(new(change, ChangeOf: inner)));
            }
        }

        for (var cell = 0; cell < first.Cells.Count; cell++)
        {
            builder.Add(first.Cells[cell] with { Id = $"before: {first.Cells[cell].Id}" }, first.ColumnOf(cell).Inner);
        }

        for (var cell = 0; cell < second.Cells.Count; cell++)
        {
            var inner = second.ColumnOf(cell).Inner.ToArray();
            builder.Add(second.Cells[cell], [.. inner, .. inner.Where(changes.ContainsKey).Select(each => changes[each])]);
        }

        if (difference is not null)
        {
            builder.Add(new($"{difference} since", 0) { Kind = CellKind.Derivable }, [.. first.ColumnOf(first.Find(difference)!.Value).Inner.ToArray().Where(changes.ContainsKey).Select(each => changes[each])]);
        }

        return builder.Build();
    }

    /// <summary>A sign of its own for primary cells, <c>&lt;5</c>, and another for those that protect them.</summary>
    public static AttackerView WithTwoSymbols(Publication publication, int threshold) => AttackerView.Of(publication, KnowledgeLevel.C, protectsZeros: false, threshold);

    /// <summary>The cells from large to small, with an x for what is hidden.</summary>
    public static IEnumerable<string> Ranked(Publication publication) =>
        Enumerable.Range(0, publication.Statuses.Count).OrderByDescending(cell => publication.System.Cells[cell].Value).ThenBy(cell => cell).Select(cell => publication.Shows(cell) ? $"{publication.System.Cells[cell].Id}={publication.System.Cells[cell].Value}" : $"{publication.System.Cells[cell].Id}=x");

    /// <summary>Elimination in machine integers, which overflow without a word. True when it finds that publishing the candidate after the others tells nothing.</summary>
    public static bool FindsSafeInMachineIntegers(IReadOnlyList<long[]> published, long[] candidate, long[] primary)
    {
        var (a, b) = (candidate.ToArray(), primary.ToArray());
        foreach (var column in published)
        {
            // Every pivot is 1 here, so that no fraction can be blamed.
            var row = Array.IndexOf(column, 1);
            var (inA, inB) = (a[row], b[row]);
            for (var i = 0; i < column.Length; i++)
            {
                (a[i], b[i]) = (unchecked(a[i] - inA * column[i]), unchecked(b[i] - inB * column[i]));
            }
        }

        return !Array.Exists(b, value => value != 0) || a.Where((value, i) => value != 0 != (b[i] != 0)).Any();
    }

    /// <summary>Every cell rounded to the nearest multiple of a base, as a reader sees it: what is shown is the cell with something added or taken off, and that is bounded.</summary>
    public static AttackerView Rounded(CellSystem system, int @base)
    {
        var builder = new CellSystemBuilder();
        var views = new List<CellView>();
        foreach (var inner in system.InnerCells)
        {
            builder.AddInner(inner);
        }

        for (var cell = 0; cell < system.Cells.Count; cell++)
        {
            builder.Add(system.Cells[cell], system.ColumnOf(cell).Inner);
            views.Add(new(Visibility.Hidden, system.Cells[cell].Value, IsProtected: true));
        }

        for (var cell = 0; cell < system.Cells.Count; cell++)
        {
            var (value, around) = (system.Cells[cell].Value, (@base - 1) / 2);
            var shown = (value + around) / @base * @base;
            Bound(cell, "at least", Math.Max(0, shown - around), -1);
            Bound(cell, "at most", shown + around, 1);
        }

        return new(builder.Build(), views, [.. builder.Build().InnerCells.Select(inner => inner.Count)], KnowledgeLevel.A, ShowsZeros: true);

        void Bound(int cell, string what, long bound, int sign)
        {
            var slack = builder.AddInner(new(sign * (bound - system.Cells[cell].Value)));
            builder.Add(new($"{system.Cells[cell].Id} {what}", bound), [.. system.ColumnOf(cell).Inner, slack], [.. system.ColumnOf(cell).Coefficients, sign]);
            views.Add(new(Visibility.Shown, bound));
        }
    }

    /// <summary>The counts that a rate in tenths of a percent leaves, for whoever knows of how many.</summary>
    public static IEnumerable<long> CountsThatFit(int tenths, int denominator) =>
        Enumerable.Range(0, denominator + 1).Where(count => Math.Round(1000.0 * count / denominator) == tenths).Select(count => (long)count);

    /// <summary>The sizes of two groups that their means leave, where the sizes are shown with noise.</summary>
    public static IEnumerable<(int, int)> SizesThatFit(IReadOnlyList<(int Shown, double Mean)> groups, double meanOfAll, int noise)
    {
        var sizes = groups.Select(group => Enumerable.Range(group.Shown - noise, 2 * noise + 1).Where(size => Math.Abs(size * group.Mean - Math.Round(size * group.Mean)) < size * 0.00005 + 1e-9).ToList()).ToList();
        return from first in sizes[0]
               from second in sizes[1]
               let sum = Math.Round(first * groups[0].Mean) + Math.Round(second * groups[1].Mean)
               where Math.Abs(sum / (first + second) - meanOfAll) < 0.00005
               select (first, second);
    }
}
