using System.Numerics;

namespace Regional.Disclosure.Tests;

/// <summary>Attacks that share nothing with the engine: exact fractions, and trying every table there is.</summary>
internal static class Attacker
{
    /// <summary>Whether a cell is a linear combination of the published ones.</summary>
    public static bool CanCompute(Publication publication, int cell)
    {
        var system = publication.System;
        var reduced = new List<(int Row, Fraction[] Column)>();
        foreach (var published in Enumerable.Range(0, system.Cells.Count).Where(publication.Shows))
        {
            var column = Reduce(Dense(system, published), reduced);
            var row = Array.FindIndex(column, value => !value.IsZero);
            if (row >= 0)
            {
                reduced.Add((row, column));
            }
        }

        return Reduce(Dense(system, cell), reduced).All(value => value.IsZero);
    }

    /// <summary>All values that a cell has among the tables that look the same from outside, for an attacker who knows that a hidden output is at least so much.</summary>
    public static IReadOnlyList<long> PossibleValues(Publication publication, int cell, long leastHidden) => PossibleValues(publication, [cell], leastHidden)[0];

    /// <summary>The same of several cells.</summary>
    public static IReadOnlyList<IReadOnlyList<long>> PossibleValues(Publication publication, IReadOnlyList<int> cells, long leastHidden)
    {
        var tables = TablesThatLookAlike(publication, leastHidden);
        return [.. cells.Select(cell => (IReadOnlyList<long>)[.. tables.Select(inner => Sum(publication.System, cell, inner)).Distinct().Order()])];
    }

    private static List<long[]> TablesThatLookAlike(Publication publication, long leastHidden)
    {
        var system = publication.System;
        var shown = Enumerable.Range(0, system.Cells.Count).Where(publication.Shows).ToList();
        var hidden = Enumerable.Range(0, system.Cells.Count).Where(publication.Hides).ToList();
        var found = new List<long[]>();
        Extend(new long[system.InnerCells.Count], 0);
        return found;

        void Extend(long[] inner, int next)
        {
            if (next == inner.Length)
            {
                if (shown.TrueForAll(cell => Sum(system, cell, inner) == system.Cells[cell].Value) && hidden.TrueForAll(cell => Sum(system, cell, inner) >= leastHidden))
                {
                    found.Add([.. inner]);
                }

                return;
            }

            // No more than is left of any published sum that it is part of; an inner cell that is last in a sum takes all of it.
            var containing = shown.Where(cell => system.ColumnOf(cell).Inner.Contains(next)).Select(cell => (Left: system.Cells[cell].Value - Sum(system, cell, inner), IsLast: system.ColumnOf(cell).Inner[^1] == next)).ToList();
            var most = containing.Min(sum => sum.Left);
            var least = containing.Where(sum => sum.IsLast).Select(sum => sum.Left).DefaultIfEmpty(0).Max();
            for (var value = least; value <= most; value++)
            {
                inner[next] = value;
                Extend(inner, next + 1);
            }

            inner[next] = 0;
        }
    }

    private static long Sum(CellSystem system, int cell, long[] inner)
    {
        var column = system.ColumnOf(cell);
        var sum = 0L;
        for (var i = 0; i < column.Inner.Length; i++)
        {
            sum += column.Coefficients[i] * inner[column.Inner[i]];
        }

        return sum;
    }

    private static Fraction[] Dense(CellSystem system, int cell)
    {
        var column = system.ColumnOf(cell);
        var dense = new Fraction[system.InnerCells.Count];
        Array.Fill(dense, new(0, 1));
        for (var i = 0; i < column.Inner.Length; i++)
        {
            dense[column.Inner[i]] = new(column.Coefficients[i], 1);
        }

        return dense;
    }

    private static Fraction[] Reduce(Fraction[] column, List<(int Row, Fraction[] Column)> reduced)
    {
        foreach (var (row, other) in reduced.Where(each => !column[each.Row].IsZero))
        {
            var factor = column[row] / other[row];
            column = [.. column.Zip(other, (a, b) => b.IsZero ? a : a - factor * b)];
        }

        return column;
    }

    private readonly record struct Fraction(BigInteger Above, BigInteger Below)
    {
        public bool IsZero => Above.IsZero;

        public static Fraction operator -(Fraction a, Fraction b) => Lowest(a.Above * b.Below - b.Above * a.Below, a.Below * b.Below);

        public static Fraction operator *(Fraction a, Fraction b) => Lowest(a.Above * b.Above, a.Below * b.Below);

        public static Fraction operator /(Fraction a, Fraction b) => Lowest(a.Above * b.Below, a.Below * b.Above);

        private static Fraction Lowest(BigInteger above, BigInteger below)
        {
            var divisor = BigInteger.GreatestCommonDivisor(above, below);
            return new(above / divisor, below / divisor);
        }
    }
}
