namespace Regional.LocalServers;

/// <summary>A local process cannot run; the first line of the message says why and what to do, the server's last lines may follow.</summary>
/// <param name="message">What is wrong, and what to do.</param>
public class LocalServerException(string message) : Exception(message)
{
    /// <summary>Whether the next try may succeed, with everything as it is: the server was begun, and ended.</summary>
    public bool MayPass { get; init; }
}
