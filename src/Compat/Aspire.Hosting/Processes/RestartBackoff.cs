namespace Aspire.Hosting.Processes;

/// <summary>How long to wait before a process that has ended is started again: half a second, doubling to thirty.</summary>
internal sealed class RestartBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Recovered = TimeSpan.FromMinutes(1);

    private TimeSpan _next = First;

    /// <summary>The wait after a run at whose end the process had been healthy for so long; a minute begins anew.</summary>
    public TimeSpan Next(TimeSpan healthyFor)
    {
        var wait = healthyFor >= Recovered ? First : _next;
        _next = wait * 2 < Longest ? wait * 2 : Longest;
        return wait;
    }
}
