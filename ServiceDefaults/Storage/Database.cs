using System.Data.Common;
using Regional.ServiceDefaults.Refusals;

namespace Regional.ServiceDefaults.Storage;

/// <summary>The database of a service: PostgreSQL in a deployment, one SQLite file where nothing is configured. What is written here runs on both.</summary>
public abstract class Database : IDisposable
{
    static Database() => CalendarDays.Register();

    /// <summary>Where it is, for people: a file, or server and name. No password.</summary>
    public abstract string Place { get; }

    /// <summary>What the numbered migrations of this engine are called: <c>sqlite</c> or <c>postgres</c>.</summary>
    internal abstract string Engine { get; }

    /// <summary>A connection for reading; dispose it to give it back to the pool.</summary>
    /// <remarks>It sees what was committed when its statement began, and never waits for a writer.</remarks>
    public abstract Task<DbConnection> OpenReader();

    /// <summary>Runs one write transaction: commits when <paramref name="write"/> gives a result, undoes all of it when it gives null or throws.</summary>
    /// <param name="write">Runs again from the beginning where the database asks for it (a deadlock), so it changes nothing but the database.</param>
    /// <remarks>Takes no cancellation: between the first write and COMMIT the outcome would be unknown to the caller.</remarks>
    public abstract Task<T> Write<T>(Func<DbTransaction, Task<T>> write);

    /// <summary>Runs one write transaction of something that gives no result.</summary>
    public Task Write(Func<DbTransaction, Task> write) => Write(async transaction =>
    {
        await write(transaction);
        return true;
    });

    /// <summary>Sees to it that what was deleted or overwritten can be read in no file of the database any more, as far as the engine lets us.</summary>
    /// <remarks>On PostgreSQL that is the affair of VACUUM and of the term of WAL and backups: see <c>docs/operations.md</c>.</remarks>
    /// <returns>False where a reader kept old pages in the write-ahead log; the next call, or the next start, removes them.</returns>
    public abstract Task<bool> Purge();

    /// <summary>Takes a task that one process at a time does, of all those on this database; null while another has it.</summary>
    /// <param name="task">Which task, within the schema of the service.</param>
    /// <param name="clock">By which it shows that it is alive.</param>
    public abstract Task<Lease?> Lead(string task, TimeProvider clock);

    /// <summary>Keeps every process from leading a task, together with any number of others; null while one leads it.</summary>
    /// <inheritdoc cref="Lead"/>
    public abstract Task<Lease?> Share(string task, TimeProvider clock);

    /// <summary>Looks at the start whether the database is there.</summary>
    /// <exception cref="StartupFaultException">It is not.</exception>
    internal virtual Task Reach() => Task.CompletedTask;

    /// <summary>Lets one process at a time bring the schema up to date, until the transaction ends.</summary>
    internal abstract Task LockSchema(DbTransaction transaction);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what is open.</summary>
    protected abstract void Dispose(bool disposing);
}
