namespace Regional.LocalServers;

/// <summary>A local process cannot run; the first line of the message says why and what to do, the server's last lines may follow.</summary>
/// <param name="message">What is wrong, and what to do.</param>
public class LocalServerException(string message) : Exception(message);
