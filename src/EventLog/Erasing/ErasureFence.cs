using Regional.Subjects;

namespace Regional.EventLog.Erasing;

/// <summary>Keeps an event out of the log whose subject was erased between the lookup of the subject and the commit: nobody could find it by its number again.</summary>
internal sealed class ErasureFence(ErasureList list, SubjectStore subjects)
{
    private long _known;

    /// <summary>So many entries of the list have certainly been carried out among the pseudonyms: who looks a subject up now finds none of them.</summary>
    public long Known => Volatile.Read(ref _known);

    /// <summary>Says that so many have been carried out.</summary>
    public void Raise(long entries) => Volatile.Write(ref _known, Math.Max(Known, entries));

    /// <summary>The marks of the subjects that were erased since.</summary>
    /// <remarks>Another process may have carried them out; then this one learns it here.</remarks>
    public async Task<IReadOnlySet<Guid>> ErasedSince(long entries)
    {
        Raise(await subjects.Erasures());
        return (await list.Read()).Skip((int)entries).Select(e => e.Subject).ToHashSet();
    }
}
