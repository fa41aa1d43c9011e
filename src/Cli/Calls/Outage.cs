namespace Regional.Cli.Calls;

/// <summary>Tells the user once that the service cannot be reached, and once that it is back, however many streams wait for it.</summary>
/// <param name="address">Where the service should be.</param>
/// <param name="say">Tells the user.</param>
internal sealed class Outage(Uri address, Action<string> say)
{
    private bool _isOut;

    /// <summary>A stream broke.</summary>
    public void Begins()
    {
        if (!Interlocked.Exchange(ref _isOut, true))
        {
            say($"No connection to {address.GetLeftPart(UriPartial.Authority)}; trying again for half a minute.");
        }
    }

    /// <summary>Something came through.</summary>
    public void Ends()
    {
        if (Interlocked.Exchange(ref _isOut, false))
        {
            say("Connected again.");
        }
    }
}
