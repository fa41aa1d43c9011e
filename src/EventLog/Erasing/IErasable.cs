using System.Data.Common;

namespace Regional.EventLog.Erasing;

/// <summary>What a service keeps of its events beside the log.</summary>
public interface IErasable
{
    /// <summary>Removes the states whose last event is one of these.</summary>
    /// <param name="transaction">Holds the lock of the log.</param>
    /// <param name="region">The log.</param>
    /// <param name="positions">All events of the files that are erased.</param>
    Task Erase(DbTransaction transaction, string region, IReadOnlyCollection<long> positions);
}
