namespace Regional.ServiceDefaults.Caching;

/// <summary>What the instances of a service share and may lose at any moment. Nothing that is decided rests on it: a table can be made again, and what is held
/// here is granted in the database.</summary>
/// <remarks>No member fails or waits long. While what they share is away, each instance remembers for itself.</remarks>
public interface ICache
{
    /// <summary>What was kept under the key; null where nothing is.</summary>
    Task<byte[]?> Get(string key);

    /// <summary>Keeps something for a while.</summary>
    /// <param name="key">Under which it is found; of the service's own keys.</param>
    /// <param name="value">What is kept; no person number, nor what leads to one.</param>
    /// <param name="lifetime">How long, at the most.</param>
    Task Keep(string key, byte[] value, TimeSpan lifetime);

    /// <summary>Holds a thing for somebody for a while; who holds it already goes on holding it for that long.</summary>
    /// <returns>False where somebody else holds it. True promises nothing: two may hold the same thing, after a loss, so a grant needs a fence of its own.</returns>
    Task<bool> Hold(string thing, string holder, TimeSpan lifetime);

    /// <summary>Lets go of a thing, if this is its holder.</summary>
    Task Release(string thing, string holder);

    /// <summary>Counts one more.</summary>
    /// <param name="what">What is counted.</param>
    /// <param name="window">Begins with the first one; after it the count begins anew.</param>
    /// <returns>How many there have been in this window, this one among them.</returns>
    Task<long> Count(string what, TimeSpan window);
}
