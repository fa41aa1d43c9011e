namespace Regional.Subjects.Tests;

public sealed class Work_that_is_shared
{
    private readonly List<int> _sizes = [];
    private readonly TaskCompletionSource _began = new();
    private readonly TaskCompletionSource _gate = new();

    [Fact]
    public async Task is_done_once_for_all_who_came_while_it_was_being_done()
    {
        var work = Doubling();
        var first = work.Ask([1]);
        await _began.Task;
        var others = Enumerable.Range(2, 5).Select(n => work.Ask([n, 10 * n])).ToList();
        _gate.SetResult();

        Assert.Equal([2], await first);
        Assert.Equal([[4, 40], [6, 60], [8, 80], [10, 100], [12, 120]], await Task.WhenAll(others));
        Assert.Equal([1, 6, 4], _sizes);
    }

    [Fact]
    public async Task fails_for_all_who_shared_it_and_for_nobody_after_them()
    {
        var work = Doubling();
        var first = work.Ask([1]);
        await _began.Task;
        var shared = new[] { work.Ask([-1]), work.Ask([2]) };
        _gate.SetResult();

        Assert.Equal([2], await first);
        foreach (var asked in shared)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => asked);
        }

        Assert.Equal([6], await work.Ask([3]));
    }

    private SharedWork<int, int> Doubling() => new(6, async numbers =>
    {
        _began.TrySetResult();
        await _gate.Task;
        _sizes.Add(numbers.Count);
        return numbers.Contains(-1) ? throw new InvalidOperationException("As asked.") : [.. numbers.Select(n => 2 * n)];
    });
}
