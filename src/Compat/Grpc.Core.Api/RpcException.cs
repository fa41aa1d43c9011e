namespace Grpc.Core;

/// <summary>A call that ended with another status than OK. A handler throws it to choose the status; a client catches it.</summary>
public class RpcException : Exception
{
    /// <summary>An exception without trailers, whose message is the status.</summary>
    /// <param name="status">How the call ended.</param>
    public RpcException(Status status)
        : this(status, Metadata.Empty, status.ToString())
    {
    }

    /// <summary>An exception without trailers.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="message">The exception's message on this side; not sent.</param>
    public RpcException(Status status, string message)
        : this(status, Metadata.Empty, message)
    {
    }

    /// <summary>An exception whose message is the status.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="trailers">What is sent, or was received, along with the status.</param>
    /// <exception cref="ArgumentNullException"><paramref name="trailers"/> is null.</exception>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>An exception with everything.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="trailers">What is sent, or was received, along with the status.</param>
    /// <param name="message">The exception's message on this side; not sent.</param>
    /// <exception cref="ArgumentNullException"><paramref name="trailers"/> is null.</exception>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; }

    /// <summary>The code of <see cref="Status"/>, for <c>catch … when</c>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>What came along with the status; empty where nothing did.</summary>
    public Metadata Trailers { get; }
}
