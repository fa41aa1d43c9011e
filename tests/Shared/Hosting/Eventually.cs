namespace Regional.Tests;

/// <summary>Waits for what another thread or process does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Waits until the condition holds; fails the test when it does not in half a minute.</summary>
    public static Task Holds(Func<bool> condition, Func<string> otherwise) => Holds(() => Task.FromResult(condition()), otherwise);

    /// <inheritdoc cref="Holds(Func{bool}, Func{string})"/>
    public static async Task Holds(Func<Task<bool>> condition, Func<string> otherwise)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (!await condition())
        {
            if (limit.IsCancellationRequested)
            {
                Assert.Fail(otherwise());
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The task's own end, but never later than half a minute.</summary>
    public static Task Ends(Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <inheritdoc cref="Ends(Task)"/>
    public static Task<T> Ends<T>(Task<T> task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
