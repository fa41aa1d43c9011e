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
}
