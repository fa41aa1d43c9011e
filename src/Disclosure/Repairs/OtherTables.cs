using System.Runtime.InteropServices;
using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Repairs;

/// <summary>Looks near an unknown for the cheapest other table in which it has a wanted value.</summary>
/// <remarks>
/// Some unknowns may move, as a linear program that asks a price of each; all others stand still, so what is found is a table of the whole system. Chosen are those
/// that share most equations with what was chosen before, because only they can make good what a move upsets; the cheaper and nearer ones of these.
/// </remarks>
/// <param name="equations">All equations.</param>
/// <param name="point">The true table.</param>
internal sealed class OtherTables(Equations equations, double[] point)
{
    private const double Slack = 1e-6;

    // Worth more than any way to the wanted value costs.
    private const double Wish = 1e6;

    // Against one equation more that has to be made good.
    private const double WeightOfPrice = 0.1;

    // A search that takes longer seldom ends.
    private const int MostSteps = 3_000;

    private readonly List<int> _unknowns = [];
    private readonly Dictionary<int, int> _rows = [];
    private readonly Dictionary<int, (int Shared, int Distance)> _near = [];
    private readonly PriorityQueue<int, (double, int)> _queue = new();

    /// <summary>Finds it.</summary>
    /// <param name="unknown">The unknown.</param>
    /// <param name="wanted">The value that it is to have; not its true one.</param>
    /// <param name="boundsOf">Where an unknown may move to; where its bounds meet it stands still.</param>
    /// <param name="priceOf">What it costs to move an unknown by one, over 0 and small against a million.</param>
    /// <param name="most">How many unknowns may move.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The unknowns that have another value in it; null where it was not found.</returns>
    public IReadOnlyList<int>? Cheapest(int unknown, double wanted, Func<int, Bounds> boundsOf, Func<int, double> priceOf, int most, CancellationToken cancellation)
    {
        Choose(unknown, boundsOf, priceOf, most);
        var (count, matrix) = (_unknowns.Count, Columns());
        Simplex simplex = new(matrix, new double[matrix.Rows]) { MostSteps = MostSteps };
        var costs = new double[matrix.Columns + matrix.Rows];
        for (var i = 0; i < count; i++)
        {
            var (at, bounds) = (point[_unknowns[i]], boundsOf(_unknowns[i]));
            simplex.Upper[i] = bounds.Most >= Bounds.None ? double.PositiveInfinity : bounds.Most - at;
            simplex.Upper[count + i] = bounds.Least <= -Bounds.None ? double.PositiveInfinity : at - bounds.Least;
            costs[i] = costs[count + i] = -priceOf(_unknowns[i]);
        }

        var (step, way) = (Math.Abs(wanted - point[unknown]), wanted > point[unknown] ? 0 : count);
        (costs[way], costs[count - way]) = (Wish, -Wish);
        simplex.Upper[way] = Math.Min(simplex.Upper[way], step);
        return simplex.Maximize(costs, double.PositiveInfinity, cancellation) == Ending.Optimal && simplex.Point[way] >= step - Slack && IsSound(matrix, simplex)
            ? [.. Enumerable.Range(0, count).Where(i => Math.Abs(simplex.Point[i] - simplex.Point[count + i]) > Slack).Select(i => _unknowns[i])]
            : null;
    }

    private void Choose(int centre, Func<int, Bounds> boundsOf, Func<int, double> priceOf, int most)
    {
        _unknowns.Clear();
        _rows.Clear();
        _near.Clear();
        _queue.Clear();
        _near[centre] = (0, 0);
        _queue.Enqueue(centre, (0, centre));
        // Who came nearer stands in the queue again; taken is marked by a distance below zero.
        while (_unknowns.Count < most && _queue.TryDequeue(out var next, out _))
        {
            var (_, distance) = _near[next];
            if (distance < 0)
            {
                continue;
            }

            _near[next] = (0, -1);
            _unknowns.Add(next);
            foreach (var row in equations.RowsOf[next].Where(row => _rows.TryAdd(row, _rows.Count)))
            {
                foreach (var other in equations.Unknowns(row))
                {
                    Near(other, distance + 1);
                }
            }
        }

        void Near(int unknown, int distance)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_near, unknown, out var isKnown);
            if (known.Distance < 0 || boundsOf(unknown).IsFixed)
            {
                return;
            }

            known = (known.Shared + 1, isKnown ? Math.Min(known.Distance, distance) : distance);
            _queue.Enqueue(unknown, (known.Distance + equations.RowsOf[unknown].Length - known.Shared + WeightOfPrice * priceOf(unknown), unknown));
        }
    }

    // Each unknown has two columns: what it rises, and what it falls.
    private Matrix Columns()
    {
        var (starts, rows, values) = (new List<int> { 0 }, new List<int>(), new List<double>());
        foreach (var sign in new[] { 1, -1 })
        {
            foreach (var unknown in _unknowns)
            {
                foreach (var row in equations.RowsOf[unknown])
                {
                    rows.Add(_rows[row]);
                    values.Add(sign * equations.Coefficients(row)[equations.Unknowns(row).IndexOf(unknown)]);
                }

                starts.Add(rows.Count);
            }
        }

        return new(_rows.Count, [.. starts], [.. rows], [.. values]);
    }

    // Bounds and equations hold, but for rounding.
    private static bool IsSound(Matrix matrix, Simplex simplex)
    {
        var sums = new double[matrix.Rows];
        for (var column = 0; column < matrix.Columns; column++)
        {
            if (simplex.Point[column] < -Slack || simplex.Point[column] > simplex.Upper[column] + Slack)
            {
                return false;
            }

            for (var i = matrix.Starts[column]; i < matrix.Starts[column + 1]; i++)
            {
                sums[matrix.RowIndices[i]] += matrix.Values[i] * simplex.Point[column];
            }
        }

        return Array.TrueForAll(sums, sum => Math.Abs(sum) < Slack);
    }
}
