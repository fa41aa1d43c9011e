using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Refusals;
using Regional.Subjects;

namespace Regional.EventLog.Erasing;

/// <summary>Keeps an event out of the log whose subject was erased between the lookup of the subject and the commit: nobody could find it by its number again.</summary>
internal sealed partial class ErasureFence(ErasureList list, SubjectStore subjects, ILogger<ErasureFence> logger)
{
    private long _known;
    private volatile ErasureOrders _read = ErasureOrders.None;

    /// <summary>So many entries of the list have certainly been carried out among the pseudonyms: who looks a subject up now finds none of them.</summary>
    public long Known => Volatile.Read(ref _known);

    /// <summary>Says that so many have been carried out.</summary>
    public void Raise(long entries) => Volatile.Write(ref _known, Math.Max(Known, entries));

    /// <summary>Keeps what was read of the list, so that it need not be read while a log is locked.</summary>
    public void Keep(ErasureOrders read) => _read = read;

    /// <summary>Whether what was read holds all that a log has carried out.</summary>
    public bool Covers(CarriedOut done) => _read.BeginsWith(done);

    /// <summary>Reads the list where another process has carried out more of it than was read; not to be called under the lock of a log.</summary>
    public async Task CatchUp(CarriedOut done)
    {
        if (Covers(done))
        {
            return;
        }

        try
        {
            Keep(await list.Read());
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or StartupFaultException)
        {
            NotRead(unread, list.Place);
        }
    }

    /// <summary>For a subject, after which entry an event about it may enter a log; where the list could not be read, or is not that of the log, after all that
    /// the log has carried out.</summary>
    /// <remarks>Another process may have carried them out; then this one learns it here.</remarks>
    public async Task<Func<byte[], long>> LastErased(CarriedOut done)
    {
        Raise((await subjects.Erasures()).Entries);
        var read = _read;
        return read.BeginsWith(done) ? subject => read.LastOf(subject) : _ => done.Entries;
    }

    [LoggerMessage(LogLevel.Warning, "{List} cannot be read; what was on its way when a pupil was erased is refused, whomever it is about")]
    private partial void NotRead(Exception exception, string list);
}
