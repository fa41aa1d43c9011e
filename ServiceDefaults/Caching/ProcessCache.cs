using System.Globalization;
using System.Text;

namespace Regional.ServiceDefaults.Caching;

/// <summary>The cache of one instance alone.</summary>
internal sealed class ProcessCache(TimeProvider clock) : ICache
{
    // All may be lost: when it is full of what still lives, it begins anew.
    private const int MostEntries = 10_000;

    private readonly Dictionary<string, (byte[] Value, DateTimeOffset Until)> _entries = [];

    public Task<byte[]?> Get(string key)
    {
        lock (_entries)
        {
            return Task.FromResult(Find(key));
        }
    }

    public Task Keep(string key, byte[] value, TimeSpan lifetime)
    {
        lock (_entries)
        {
            Put(key, value, clock.GetUtcNow() + lifetime);
        }

        return Task.CompletedTask;
    }

    public Task<bool> Hold(string thing, string holder, TimeSpan lifetime)
    {
        lock (_entries)
        {
            var own = Encoding.UTF8.GetBytes(holder);
            if (Find(thing) is { } other && !other.AsSpan().SequenceEqual(own))
            {
                return Task.FromResult(false);
            }

            Put(thing, own, clock.GetUtcNow() + lifetime);
            return Task.FromResult(true);
        }
    }

    public Task Release(string thing, string holder)
    {
        lock (_entries)
        {
            if (Find(thing) is { } held && held.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(holder)))
            {
                _entries.Remove(thing);
            }
        }

        return Task.CompletedTask;
    }

    public Task<long> Count(string what, TimeSpan window)
    {
        lock (_entries)
        {
            var count = (Find(what) is { } before ? long.Parse(Encoding.ASCII.GetString(before), CultureInfo.InvariantCulture) : 0) + 1;
            Put(what, Encoding.ASCII.GetBytes(count.ToString(CultureInfo.InvariantCulture)), count == 1 ? clock.GetUtcNow() + window : _entries[what].Until);
            return Task.FromResult(count);
        }
    }

    private byte[]? Find(string key) => _entries.TryGetValue(key, out var entry) && entry.Until > clock.GetUtcNow() ? entry.Value : null;

    private void Put(string key, byte[] value, DateTimeOffset until)
    {
        if (_entries.Count >= MostEntries)
        {
            var now = clock.GetUtcNow();
            foreach (var (old, _) in _entries.Where(entry => entry.Value.Until <= now).ToList())
            {
                _entries.Remove(old);
            }

            if (_entries.Count >= MostEntries)
            {
                _entries.Clear();
            }
        }

        _entries[key] = (value, until);
    }
}
