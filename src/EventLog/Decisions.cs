using Regional.ServiceDefaults.Refusals;

namespace Regional.EventLog;

/// <summary>What identifies a request among all requests: who asks, under which id, with what content.</summary>
/// <param name="Caller">Identity of the caller.</param>
/// <param name="RequestId">Chosen by the caller.</param>
/// <param name="Digest">Keyed digest of the content, by <see cref="RequestDigest"/>.</param>
public readonly record struct RequestKey(string Caller, Guid RequestId, ReadOnlyMemory<byte> Digest);

/// <summary>Something that happened, to be appended to the log.</summary>
/// <param name="Type">Reverse DNS with a version, like <c>nl.regional.signalering.signaal-ontvangen.v1</c>.</param>
/// <param name="Subject">Opaque random id, 16 bytes, of whom or what it is about.</param>
/// <param name="Body">The message that <paramref name="Type"/> names, serialised.</param>
public sealed record NewEvent(string Type, byte[] Subject, ReadOnlyMemory<byte> Body)
{
    /// <summary>Opaque random id, 16 bytes, of the case or file whose key seals the body, and with which it is erased. Where nothing else is said, the subject.</summary>
    /// <remarks>A file belongs to one log, and all events of one request are of one file.</remarks>
    public byte[] File { get; init; } = Subject;
}

/// <summary>One item that waits for its decision.</summary>
/// <param name="Key">Whose state decides.</param>
/// <param name="Request">Settles a repeat.</param>
/// <param name="Decide">The rule: from the state as it is (null where there is none) to what becomes of it. It runs beside up to 499 others under one lock,
/// perhaps twice: it does no I/O, never waits, and gives the same for the same.</param>
public sealed record Proposal<TKey, TState>(TKey Key, RequestKey Request, Func<TState?, Decision<TState>> Decide)
    where TState : class
{
    /// <summary>What <see cref="Erasing.Erasures.Known"/> said before the subjects of the events were looked up; a subject that was erased since is refused.
    /// Where subjects are not looked up, nothing need be said.</summary>
    public long Erasures { get; init; } = long.MaxValue;
}

/// <summary>What a rule makes of an item: a new state with its events and the answer, or a refusal.</summary>
public sealed class Decision<TState>
    where TState : class
{
    private Decision()
    {
    }

    /// <summary>The next state; null when refused.</summary>
    public TState? State { get; private init; }

    /// <summary>What happened; at least one event when accepted.</summary>
    public IReadOnlyList<NewEvent> Events { get; private init; } = [];

    /// <summary>What the caller is told, now and at each repeat.</summary>
    public ReadOnlyMemory<byte> Answer { get; private init; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>Accepts.</summary>
    public static Decision<TState> Accept(TState state, ReadOnlyMemory<byte> answer, params IReadOnlyList<NewEvent> events) =>
        new() { State = state, Answer = answer, Events = events };

    /// <summary>Refuses; nothing is stored, and the same request id may be used again.</summary>
    public static implicit operator Decision<TState>(Refusal refusal) => new() { Refusal = refusal };
}

/// <summary>What became of an item.</summary>
/// <param name="Answer">What the caller is told; empty when refused.</param>
/// <param name="Repeated">Whether this request had been settled before, with the same content.</param>
/// <param name="Refusal">Why not; null when accepted or repeated.</param>
public readonly record struct Settled(ReadOnlyMemory<byte> Answer, bool Repeated, Refusal? Refusal);

/// <summary>A state together with the position of the last event that led to it.</summary>
public readonly record struct Positioned<TState>(TState State, long Position);
