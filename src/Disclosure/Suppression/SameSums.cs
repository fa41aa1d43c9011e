namespace Regional.Disclosure.Suppression;

/// <summary>Finds cells that are the same sum: a gemeente with one school and that school, one cell in two linked tables.</summary>
internal static class SameSums
{
    /// <summary>For each cell the first of those in <paramref name="sequence"/> that are the same sum; a cell that is not in it stands for itself.</summary>
    public static int[] FirstOf(CellSystem system, IEnumerable<int> sequence)
    {
        var firsts = new int[system.Cells.Count];
        for (var cell = 0; cell < firsts.Length; cell++)
        {
            firsts[cell] = cell;
        }

        var known = new Dictionary<int, int>(new BySum(system));
        foreach (var cell in sequence)
        {
            firsts[cell] = known.TryGetValue(cell, out var first) ? first : cell;
            known.TryAdd(cell, cell);
        }

        return firsts;
    }

    private sealed class BySum(CellSystem system) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y)
        {
            Column a = system.ColumnOf(x), b = system.ColumnOf(y);
            return a.Inner.SequenceEqual(b.Inner) && a.Coefficients.SequenceEqual(b.Coefficients);
        }

        public int GetHashCode(int cell)
        {
            var hash = new HashCode();
            foreach (var inner in system.ColumnOf(cell).Inner)
            {
                hash.Add(inner);
            }

            return hash.ToHashCode();
        }
    }
}
