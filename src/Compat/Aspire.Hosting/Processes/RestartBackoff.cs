namespace Aspire.Hosting.Processes;

/// <summary>How long to wait before a process that has ended is started again: half a second, doubling to thirty.</summary>
internal sealed class RestartBackoff
{
    /// <summary>So many ends at the start, one after the other, and the process is given up.</summary>
    public const int Attempts = 10;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Recovered = TimeSpan.FromMinutes(1);

    private TimeSpan _next = First;
    private int _failedStarts;

    /// <summary>The wait after a run at whose end the process had been healthy for so long; a minute begins anew.</summary>
    /// <returns>The wait; null after the tenth run in a row in which it was never healthy.</returns>
    public TimeSpan? Next(TimeSpan healthyFor)
    {
        _failedStarts = healthyFor > TimeSpan.Zero ? 0 : _failedStarts + 1;
        var wait = healthyFor >= Recovered ? First : _next;
        _next = wait * 2 < Longest ? wait * 2 : Longest;
        return _failedStarts < Attempts ? wait : null;
    }
}
