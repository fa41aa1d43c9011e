using System.Data;
using System.Data.Common;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>The database of a process that may die: in the middle of a transaction, or when it is committed and before anyone learns of it.</summary>
/// <remarks>Whoever is in the dead process waits for ever; what it knew is gone with it.</remarks>
internal sealed class MortalDatabase(Database inner) : Database
{
    private readonly List<DbConnection> _readers = [];
    private int _left = int.MaxValue;
    private bool _isCommitted;

    public bool IsDead { get; private set; }

    /// <summary>How many transactions were committed.</summary>
    public int Commits { get; private set; }

    /// <summary>Is told of each.</summary>
    public Action Committed { get; set; } = () => { };

    public override string Place => inner.Place;

    internal override string Engine => inner.Engine;

    /// <summary>Lets the process die at one of its next transactions.</summary>
    /// <param name="transactions">At which.</param>
    /// <param name="isCommitted">Whether that one is still committed.</param>
    public void DieAt(int transactions, bool isCommitted) => (_left, _isCommitted) = (transactions, isCommitted);

    public void Die()
    {
        IsDead = true;
        // Nobody else closes those of whoever waits for ever.
        _readers.ForEach(reader => reader.Dispose());
        inner.Dispose();
    }

    public override async Task<DbConnection> OpenReader()
    {
        var reader = await (IsDead ? Never<DbConnection>() : inner.OpenReader());
        _readers.RemoveAll(earlier => earlier.State == ConnectionState.Closed);
        _readers.Add(reader);
        return reader;
    }

    public override async Task<T> Write<T>(Func<DbTransaction, Task<T>> write)
    {
        if (IsDead)
        {
            return await Never<T>();
        }

        var isLast = --_left == 0;
        try
        {
            var result = await inner.Write(async transaction =>
            {
                var written = await write(transaction);
                return isLast && !_isCommitted ? throw new Death() : written;
            });
            if (result is not null)
            {
                Commits++;
                Committed();
            }

            if (!isLast)
            {
                return result;
            }
        }
        catch (Death)
        {
            // All of the transaction is undone.
        }

        Die();
        return await Never<T>();
    }

    public override Task<bool> Purge() => IsDead ? Never<bool>() : inner.Purge();

    public override Task<Lease?> Lead(string task, TimeProvider clock) => IsDead ? Never<Lease?>() : inner.Lead(task, clock);

    public override Task<Lease?> Share(string task, TimeProvider clock) => IsDead ? Never<Lease?>() : inner.Share(task, clock);

    internal override Task LockSchema(DbTransaction transaction) => inner.LockSchema(transaction);

    protected override void Dispose(bool disposing)
    {
        if (!IsDead)
        {
            Die();
        }
    }

    private static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;

    private sealed class Death : Exception;
}
