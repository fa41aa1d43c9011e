namespace Regional.ServiceDefaults.Caching;

/// <summary>Keeps callers from waiting for what does not answer: after three failures in a row nobody asks for five seconds.</summary>
internal sealed class Circuit(TimeProvider clock)
{
    private const int MostFailures = 3;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private int _failures;
    private long _lastFailure;

    /// <summary>Whether nobody should ask now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return _failures >= MostFailures && clock.GetElapsedTime(_lastFailure) < Rest;
            }
        }
    }

    /// <summary>It has answered.</summary>
    /// <returns>Whether nobody asked before.</returns>
    public bool Succeeded()
    {
        lock (_lock)
        {
            var wasOpen = _failures >= MostFailures;
            _failures = 0;
            return wasOpen;
        }
    }

    /// <summary>It has not answered.</summary>
    /// <returns>Whether nobody asks from now on.</returns>
    public bool Failed()
    {
        lock (_lock)
        {
            _lastFailure = clock.GetTimestamp();
            return ++_failures == MostFailures;
        }
    }
}
