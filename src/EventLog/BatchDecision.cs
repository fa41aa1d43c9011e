using Grpc.Core;
using Regional.ServiceDefaults.Refusals;

namespace Regional.EventLog;

/// <summary>A request that was settled earlier: the digest of its content, and what was answered.</summary>
internal sealed record KnownRequest(ReadOnlyMemory<byte> Digest, ReadOnlyMemory<byte> Answer)
{
    /// <summary>The reason for refusing other content under the same request id.</summary>
    public const string IdTaken = "REQUEST_ID_TAKEN";

    /// <summary>A request of which nothing is left but that it was there.</summary>
    public static KnownRequest Erased { get; } = new(default, default);

    /// <summary>What becomes of a repeat.</summary>
    public Settled Repeat(RequestKey request) => this switch
    {
        _ when ReferenceEquals(this, Erased) => new(default, Repeated: false, RequestErased(request.RequestId)),
        _ when Digest.Span.SequenceEqual(request.Digest.Span) => new(Answer, Repeated: true, null),
        _ => new(default, Repeated: false, RequestIdTaken(request.RequestId)),
    };

    private static Refusal RequestErased(Guid id) => new(
        StatusCode.FailedPrecondition,
        "REQUEST_ERASED",
        $"What was stored under request {id} has been erased, and is not stored anew by a repeat. Send it under a new request id if it is to be stored all the same.")
    {
        Metadata = new Dictionary<string, string> { ["requestId"] = id.ToString() },
    };

    private static Refusal RequestIdTaken(Guid id) => new(
        StatusCode.AlreadyExists,
        IdTaken,
        $"Request {id} was settled before with other content; nothing was changed. Send a correction under a new request id.")
    {
        Metadata = new Dictionary<string, string> { ["requestId"] = id.ToString() },
    };
}

/// <summary>A request that this batch accepts, its answer, and the position of its first event.</summary>
internal readonly record struct AcceptedRequest(RequestKey Request, ReadOnlyMemory<byte> Answer, long Position);

/// <summary>Decides the items of a batch one by one, each on the states as those before it left them. Pure: it touches nothing but its own memory.</summary>
/// <param name="head">Position of the last event.</param>
/// <param name="loaded">The states.</param>
/// <param name="known">Requests of before.</param>
/// <param name="lastErased">How many erasures must be known to who looked a subject up.</param>
internal sealed class BatchDecision<TKey, TState>(
    long head, IReadOnlyDictionary<TKey, TState> loaded, IReadOnlyDictionary<(string Caller, Guid RequestId), KnownRequest> known, Func<byte[], long> lastErased)
    where TKey : notnull
    where TState : class
{
    private readonly Dictionary<TKey, Positioned<TState>> _changed = [];
    private readonly Dictionary<(string, Guid), KnownRequest> _accepted = [];
    private readonly List<AcceptedRequest> _requests = [];
    private readonly List<NewEvent> _events = [];
    private readonly List<Exception> _faults = [];

    /// <summary>Each changed state once, as the last item left it.</summary>
    public IReadOnlyCollection<Positioned<TState>> Changed => _changed.Values;

    /// <summary>What happened, in order: the first event takes the position after the head.</summary>
    public IReadOnlyList<NewEvent> Events => _events;

    /// <summary>The requests to remember.</summary>
    public IReadOnlyList<AcceptedRequest> Accepted => _requests;

    /// <summary>What rules threw; each item that one threw at is refused.</summary>
    public IReadOnlyList<Exception> Faults => _faults;

    /// <summary>The refusal of an item at which a rule or the store stumbled.</summary>
    public static Refusal ItemFailed { get; } = new(
        StatusCode.Internal, "ITEM_FAILED", "The service met a fault of its own with this item, and nothing of it was stored. Sending it again will not help; report it.");

    private static Refusal ErasedMeanwhile { get; } = new(
        StatusCode.Aborted, "ERASED_MEANWHILE", "The pupil was erased while this was on its way, and nothing of it was stored. Send it again if it is to be stored all the same.");

    /// <summary>Settles one item.</summary>
    public Settled Settle(Proposal<TKey, TState> proposal)
    {
        var request = (proposal.Request.Caller, proposal.Request.RequestId);
        if (known.TryGetValue(request, out var earlier) || _accepted.TryGetValue(request, out earlier))
        {
            return earlier.Repeat(proposal.Request);
        }

        Decision<TState> decision;
        try
        {
            decision = proposal.Decide(StateOf(proposal.Key));
        }
        catch (Exception fault)
        {
            // A rule that stumbles over one item stops neither the others nor the log.
            _faults.Add(fault);
            return new Settled(default, Repeated: false, ItemFailed);
        }

        if (decision.Refusal is { } refusal)
        {
            return new Settled(default, Repeated: false, refusal);
        }

        if (decision.Events.Any(e => proposal.Erasures < lastErased(e.Subject)))
        {
            return new Settled(default, Repeated: false, ErasedMeanwhile);
        }

        _requests.Add(new(proposal.Request, decision.Answer, head + _events.Count + 1));
        _events.AddRange(decision.Events);
        _changed[proposal.Key] = new(decision.State!, head + _events.Count);
        _accepted.Add(request, new(proposal.Request.Digest, decision.Answer));
        return new Settled(decision.Answer, Repeated: false, null);
    }

    private TState? StateOf(TKey key) => _changed.TryGetValue(key, out var now) ? now.State : loaded.GetValueOrDefault(key);
}
