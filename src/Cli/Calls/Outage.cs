namespace Regional.Cli.Calls;

/// <summary>Tells the user once that the service cannot be reached, and once that it is back, however many streams wait for it.</summary>
/// <param name="address">Where the service should be.</param>
/// <param name="say">Tells the user.</param>
internal sealed class Outage(Func<Uri> address, Action<string> say)
{
    private readonly Lock _lock = new();
    private int _turns;

    /// <summary>How often the service went or came back so far; odd while it is away. A stream remembers this when it is opened, so that
    /// what it has to tell of an earlier turn is no news: streams that break together do not tell so together.</summary>
    public int Turns
    {
        get
        {
            lock (_lock)
            {
                return _turns;
            }
        }
    }

    /// <summary>A stream broke.</summary>
    /// <param name="opened">The turns when it was opened.</param>
    public void Begins(int opened)
    {
        lock (_lock)
        {
            if (opened == _turns && opened % 2 == 0)
            {
                _turns++;
                say($"No connection to {address().GetLeftPart(UriPartial.Authority)}; trying again for half a minute.");
            }
        }
    }

    /// <summary>Something came through.</summary>
    /// <param name="opened">The turns when the stream was opened. What comes over one from before the outage was under way when it began.</param>
    /// <returns>The turns that the stream knows of from now on.</returns>
    public int Ends(int opened)
    {
        if (opened % 2 == 0)
        {
            return opened;
        }

        lock (_lock)
        {
            if (opened == _turns)
            {
                _turns++;
                say("Connected again.");
            }
        }

        return opened + 1;
    }
}
