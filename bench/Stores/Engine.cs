using System.Data.Common;

namespace Regional.Bench.Stores;

/// <summary>A database engine, as a deployment has it.</summary>
internal abstract class Engine : IAsyncDisposable
{
    /// <summary>Name and version.</summary>
    public abstract string Version { get; }

    /// <summary>Ids of its processes; none where it lives in the service's own.</summary>
    public abstract IReadOnlyList<int> Processes { get; }

    /// <summary>An empty place.</summary>
    public abstract Task<Place> NewPlace();

    /// <summary>The tables of Signalering in a place, and its pseudonyms as <c>subjects.subjects</c>.</summary>
    public abstract DbConnection Open(Place place);

    /// <summary>A copy of a place with the same tables and indexes, and nothing in them.</summary>
    public abstract Task<Place> EmptyCopy(Place place);

    /// <summary>Writes back what waits to be written, so that no turn pays for the one before.</summary>
    public abstract Task Settle();

    /// <summary>Removes what lies in a place beside its folder.</summary>
    public abstract Task Remove(Place place);

    public abstract ValueTask DisposeAsync();
}
