using Grpc.Core;

namespace Regional.Cli.Calls;

/// <summary>Waits longer after each break of a stream, and gives up when nothing has come through for half a minute.</summary>
/// <param name="outage">What the user hears of it, shared by all streams to one service.</param>
/// <param name="clock">The clock to wait by.</param>
internal sealed class Reconnection(Outage outage, TimeProvider clock)
{
    // Half a minute in all: a service that died is up again by then.
    private static readonly TimeSpan[] Waits = [.. new[] { 0.5, 1, 2, 4, 8, 15 }.Select(TimeSpan.FromSeconds)];

    private int _breaks;
    private int _opened;

    /// <summary>The stream is opened, or opened again.</summary>
    public void Opened() => _opened = outage.Turns;

    /// <summary>Something came through: the next break is the first again.</summary>
    public void Progressed()
    {
        _breaks = 0;
        _opened = outage.Ends(_opened);
    }

    /// <summary>Waits until it is time to try again.</summary>
    /// <exception cref="RpcException">That was the last try; the exception is the break itself.</exception>
    public async Task Wait(RpcException broken, CancellationToken cancellationToken)
    {
        if (_breaks == Waits.Length)
        {
            throw broken;
        }

        outage.Begins(_opened);
        await Task.Delay(Waits[_breaks++], clock, cancellationToken);
    }
}
