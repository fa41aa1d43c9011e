using System.Security.Cryptography;

namespace Regional.AppHost.Development.StatusPage;

/// <summary>Who may see the status page: whoever has shown a token that only the AppHost's console, or somebody inside, could tell.</summary>
/// <remarks>All of it ends with the AppHost.</remarks>
internal sealed class Visitors
{
    private const int Bytes = 16;

    // A developer has a browser or two; more tokens or sessions than this are a fault or an attack, and the oldest go.
    private const int Most = 50;

    private readonly Lock _gate = new();
    private readonly List<string> _tokens = [];
    private readonly List<string> _sessions = [];

    /// <summary>Makes a token of 128 random bits, good for one login.</summary>
    public string NewToken()
    {
        lock (_gate)
        {
            return Add(_tokens);
        }
    }

    /// <summary>Takes a token in exchange for a session; a token that is unknown or used gives none.</summary>
    /// <returns>The session's secret; null where there is none.</returns>
    public string? Enter(string? token)
    {
        lock (_gate)
        {
            return token is not null && _tokens.Remove(token) ? Add(_sessions) : null;
        }
    }

    /// <summary>Whether a session has been given that secret.</summary>
    public bool IsInside(string? session)
    {
        lock (_gate)
        {
            return session is not null && _sessions.Contains(session);
        }
    }

    private static string Add(List<string> secrets)
    {
        if (secrets.Count == Most)
        {
            secrets.RemoveAt(0);
        }

        var secret = RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true);
        secrets.Add(secret);
        return secret;
    }
}
