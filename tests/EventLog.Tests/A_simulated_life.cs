using System.Globalization;
using Regional.EventLog.Tests.Simulation;

namespace Regional.EventLog.Tests;

/// <summary>The log, its follower and the bell between them, simulated: REGIONAL_SEED=123 lives the life of that seed alone, and REGIONAL_SEED=1-20000 that many.</summary>
public sealed class A_simulated_life : IAsyncLifetime
{
    private static readonly (int First, int Last) Seeds = Environment.GetEnvironmentVariable("REGIONAL_SEED") is { Length: > 0 } given
        ? (Number(given.Split('-')[0]), Number(given.Split('-')[^1]))
        : (1, 1_000);

    private Template _template = null!;

    public async ValueTask InitializeAsync() => _template = await Template.Make();

    public ValueTask DisposeAsync()
    {
        _template.Dispose();
        return default;
    }

    [Fact]
    public void keeps_every_promise_whatever_dies_and_in_whatever_order_things_happen()
    {
        var failed = new List<(int Seed, string Why)>();
        var next = Seeds.First - 1;
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(LiveSome)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.True(failed.Count == 0, string.Join("\n\n", failed.OrderBy(each => each.Seed).Take(3).Select(each => each.Why)));

        void LiveSome()
        {
            while (failed.Count < 3 && Interlocked.Increment(ref next) is var seed && seed <= Seeds.Last)
            {
                if (Live(seed).Wrong is { } why)
                {
                    lock (failed)
                    {
                        failed.Add((seed, why));
                    }
                }
            }
        }
    }

    [Fact]
    public void is_the_same_for_the_same_seed()
    {
        var (first, second) = (OnItsOwn(Seeds.First), OnItsOwn(Seeds.First));

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    private IReadOnlyList<string> OnItsOwn(int seed)
    {
        IReadOnlyList<string> story = [];
        var thread = new Thread(() => story = Live(seed).Story);
        thread.Start();
        thread.Join();
        return story;
    }

    private (IReadOnlyList<string> Story, string? Wrong) Live(int seed)
    {
        var life = new Life(seed, _template);
        try
        {
            life.Run();
            return (life.Story, null);
        }
        catch (Exception wrong)
        {
            return (life.Story, $"REGIONAL_SEED={seed} went wrong. Its end:\n{string.Join('\n', life.Story.TakeLast(40))}\n{wrong}");
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
