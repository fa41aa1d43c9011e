namespace Regional.Tests;

/// <summary>How long a test waits for what must come; generous, because the machine may be busy.</summary>
internal static class Limit
{
    /// <summary>A minute; longer in a soak, in which a log of a million events is held against what was sent.</summary>
    public static readonly TimeSpan Patience = Environment.GetEnvironmentVariable("REGIONAL_SOAK") == "1" ? TimeSpan.FromMinutes(20) : TimeSpan.FromMinutes(1);

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
