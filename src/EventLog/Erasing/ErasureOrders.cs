using Regional.Subjects;

namespace Regional.EventLog.Erasing;

/// <summary>The list of erasures as it was read.</summary>
/// <param name="Entries">Every order, in order.</param>
/// <param name="Hashes">Of each entry, over it and all before it.</param>
internal sealed record ErasureOrders(IReadOnlyList<Erasure> Entries, IReadOnlyList<string> Hashes)
{
    private readonly Lazy<Dictionary<Guid, long>> _last = new(() =>
    {
        var last = new Dictionary<Guid, long>();
        for (var i = 0; i < Entries.Count; i++)
        {
            last[Entries[i].Subject] = i + 1;
        }

        return last;
    });

    /// <summary>An empty list.</summary>
    public static ErasureOrders None { get; } = new([], []);

    /// <summary>What a database says that has carried out all of it.</summary>
    public CarriedOut All => Entries.Count == 0 ? default : new(Entries.Count, Hashes[^1]);

    /// <summary>Whether the list begins with what has been carried out somewhere. Where only a number is known of that, it is taken for the list's.</summary>
    public bool BeginsWith(CarriedOut done) =>
        done.Entries <= Entries.Count && (done.Entries == 0 || done.Hash is null || done.Hash == Hashes[(int)done.Entries - 1]);

    /// <summary>What is still to be carried out there.</summary>
    public IEnumerable<Erasure> After(CarriedOut done) => Entries.Skip((int)done.Entries);

    /// <summary>Number of the last entry that is about a subject, from 1; 0 where there is none.</summary>
    public long LastOf(ReadOnlySpan<byte> subject) => _last.Value.GetValueOrDefault(Erasure.MarkOf(subject));
}
