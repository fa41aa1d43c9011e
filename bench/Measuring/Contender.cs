namespace Regional.Bench.Measuring;

/// <summary>One of those that are compared.</summary>
/// <param name="name">What it is called in what is printed.</param>
/// <param name="take">One turn.</param>
internal sealed class Contender(string name, Func<Task<Turn>> take)
{
    private readonly List<Turn> _turns = [];

    public IReadOnlyList<Turn> Turns => _turns;

    /// <summary>Items per second: the median of its turns.</summary>
    public double PerSecond => Median(_turns.Select(turn => turn.PerSecond));

    /// <summary>Processor time of a turn: the median.</summary>
    public double CpuSeconds => Median(_turns.Select(turn => turn.CpuSeconds));

    /// <summary>All take turns, there and back (ours, baseline, baseline, ours), so that a machine that slows down slows all of them.</summary>
    public static async Task TakeTurns(int rounds, params IReadOnlyList<Contender> contenders)
    {
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var contender in contenders.Concat(contenders.Reverse()))
            {
                await contender.TakeTurn();
            }
        }
    }

    private async Task TakeTurn()
    {
        var turn = await take();
        _turns.Add(turn);
        Console.Error.WriteLine($"{name}: {turn.PerSecond:N0}/s, {turn.CpuSeconds:N1} s of processor time");
    }

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }
}
