namespace Grpc.Core;

/// <summary>Writes a stream of messages, one at a time: the next only after the task of the last has ended.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the next messages are written; null means as the call is.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message. The task ends once the transport has taken it, so waiting for it is the back-pressure.</summary>
    /// <param name="message">The message.</param>
    Task WriteAsync(T message);

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the writing, and with it the call.</param>
    /// <exception cref="NotSupportedException">The token can be cancelled and this writer cannot stop a write.</exception>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException("This writer cannot cancel a write. Cancel the call instead.")
        : WriteAsync(message);
}

/// <summary>Writes the requests of a call.</summary>
/// <typeparam name="T">The type of a request.</typeparam>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Says that no request follows.</summary>
    Task CompleteAsync();
}

/// <summary>Writes the responses of a call; they end when the handler returns.</summary>
/// <typeparam name="T">The type of a response.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}
