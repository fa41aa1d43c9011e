namespace Grpc.Core;

/// <summary>How a call ended: a code, and words for the caller.</summary>
public readonly struct Status
{
    /// <summary>Success, without detail.</summary>
    public static readonly Status DefaultSuccess = new(StatusCode.OK, "");

    /// <summary>Cancelled, without detail.</summary>
    public static readonly Status DefaultCancelled = new(StatusCode.Cancelled, "");

    /// <summary>A status without an exception behind it.</summary>
    /// <param name="statusCode">How the call ended.</param>
    /// <param name="detail">Words for the caller; sent over the wire.</param>
    public Status(StatusCode statusCode, string detail)
        : this(statusCode, detail, null)
    {
    }

    /// <summary>A status with the exception that led to it on this side of the wire.</summary>
    /// <param name="statusCode">How the call ended.</param>
    /// <param name="detail">Words for the caller; sent over the wire.</param>
    /// <param name="debugException">For whoever debugs this process; never sent.</param>
    public Status(StatusCode statusCode, string detail, Exception? debugException)
    {
        StatusCode = statusCode;
        Detail = detail;
        DebugException = debugException;
    }

    /// <summary>How the call ended.</summary>
    public StatusCode StatusCode { get; }

    /// <summary>Words for the caller.</summary>
    public string Detail { get; }

    /// <summary>The exception that led to this status on this side of the wire, if there was one. Never received from the other side.</summary>
    public Exception? DebugException { get; }

    /// <summary>The code, the detail and the exception, for a log.</summary>
    public override string ToString() => DebugException is null
        ? $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")"
        : $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\", DebugException=\"{DebugException.GetType()}: {DebugException.Message}\")";
}
