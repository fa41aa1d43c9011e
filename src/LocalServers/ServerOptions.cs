using Regional.LocalServers.Processes;

namespace Regional.LocalServers;

/// <summary>What a server is started with; what is not given is chosen.</summary>
public sealed record ServerOptions
{
    /// <summary>Where its data lie; null for a temporary folder, which is gone when the server is disposed.</summary>
    public string? Folder { get; init; }

    /// <summary>Where it listens, on 127.0.0.1; null for any port that is free.</summary>
    public int? Port { get; init; }

    /// <summary>Whom its clients log in as; null for the server's usual name. The Redis has no names.</summary>
    public string? User { get; init; }

    /// <summary>The user's password; null for one that is made at the first start.</summary>
    public string? Password { get; init; }

    /// <summary>Who ends its processes when this program is killed; null for a reaper of its own.</summary>
    internal ReaperProcess? Reaper { get; init; }
}
