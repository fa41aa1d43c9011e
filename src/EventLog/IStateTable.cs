using System.Data.Common;
using Regional.EventLog.Erasing;

namespace Regional.EventLog;

/// <summary>The table of the states on which a log's decisions rest, read and written for a whole batch at once.</summary>
public interface IStateTable<TKey, TState> : IErasable
    where TKey : notnull
    where TState : class
{
    /// <summary>The states that exist for these keys.</summary>
    Task<IReadOnlyDictionary<TKey, TState>> Load(DbTransaction transaction, string region, IReadOnlyCollection<TKey> keys);

    /// <summary>Writes the states that changed, each once.</summary>
    Task Save(DbTransaction transaction, string region, IReadOnlyCollection<Positioned<TState>> changed);
}
