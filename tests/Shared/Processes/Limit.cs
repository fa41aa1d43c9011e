namespace Regional.Tests;

/// <summary>How long a test waits for what must come; generous, because the machine may be busy.</summary>
internal static class Limit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static CancellationToken Token
    {
        get
        {
            var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(Patience);
            return limit.Token;
        }
    }

    public static Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    public static async Task Until(Func<Task<bool>> condition)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var limit = Token;
        while (!await condition())
        {
            await look.WaitForNextTickAsync(limit);
        }
    }
}
