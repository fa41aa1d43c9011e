namespace Grpc.Core;

/// <summary>A way to a server, which clients share.</summary>
public abstract class ChannelBase
{
    /// <summary>Called by the transport's own channel.</summary>
    /// <param name="target">The server's address.</param>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    protected ChannelBase(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    /// <summary>The server's address.</summary>
    public string Target { get; }

    /// <summary>Makes what a client calls with.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Closes the channel; calls in progress are the transport's affair.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <inheritdoc cref="ShutdownAsync"/>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
