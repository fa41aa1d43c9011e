using Regional.EventLog;
using Regional.EventLog.Erasing;
using Regional.EventLog.Receipts;
using Regional.ServiceDefaults;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Requests;
using Regional.Signalering.Domain;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Receipts.V1;
using Regional.Wire.Signalering.V1;
using Phase = Regional.Territory.Phase;
using Route = Regional.Territory.Route;

namespace Regional.Signalering.Signals;

/// <summary>Records signals, one or a batch of them: read, check, replace the number by a random id, find the region, store.</summary>
/// <remarks>In two steps, so that the next batch is read and checked while the one before is being stored.</remarks>
internal sealed partial class RecordSignals(
    SubjectStore subjects,
    RegionLog<SignalId, Signal> log,
    RequestDigest digest,
    Erasures erasures,
    ReceiptIssuer receipts,
    Regions regions,
    Vestigingen vestigingen,
    Today today,
    IHostEnvironment environment,
    ILogger<RecordSignals> logger)
{
    /// <summary>Reads and checks a signal that came by itself, and gives its pupil a subject id. Nothing of it is stored yet.</summary>
    public async Task<Prepared> Prepare(CreateSignalRequest item, Caller caller, MunicipalityCode own) => (await Prepare([Read(item, own)], caller))[0];

    /// <summary>As for one signal, for a batch; its items have not been held to the rules for messages on their way in.</summary>
    public Task<IReadOnlyList<Prepared>> Prepare(IReadOnlyList<CreateSignalRequest> batch, Caller caller, MunicipalityCode own) => Prepare(
        [.. batch.Select(item => MessageRules.Check(item) is { Count: > 0 } violations ? new(item, Refusal.InvalidFields(violations)) : Read(item, own))], caller);

    /// <summary>Stores what was prepared and gives what became of each item, in order.</summary>
    public async Task<IReadOnlyList<Recorded>> Store(IReadOnlyList<Prepared> items)
    {
        var recorded = items.Select(item => new Recorded(default, item.Refusal, item.Notes)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, items.Count).Where(i => items[i].Proposal is not null).GroupBy(i => items[i].Log).Select(StoreIn));
        await AddReceipts(items, recorded);
        return recorded;

        async Task StoreIn(IGrouping<string, int> indexes)
        {
            var settled = await log.Decide(indexes.Key, [.. indexes.Select(i => items[i].Proposal!)]);
            foreach (var (index, outcome) in indexes.Zip(settled))
            {
                recorded[index] = new(outcome, outcome.Refusal, outcome.Refusal is null ? items[index].Notes : []);
            }
        }
    }

    // When all is stored: nobody waits for a signature while a log is locked.
    private async Task AddReceipts(IReadOnlyList<Prepared> items, Recorded[] recorded)
    {
        var wanted = Enumerable.Range(0, items.Count).Where(i => items[i].WithReceipt && recorded[i].Refusal is null).ToList();
        if (wanted.Count > 0)
        {
            var issued = await receipts.Issue(items[wanted[0]].Proposal!.Request.Caller, [.. wanted.Select(i => items[i].Proposal!.Request.RequestId).Distinct()]);
            wanted.ForEach(i => recorded[i] = recorded[i] with { Receipt = issued[items[i].Proposal!.Request.RequestId] });
        }
    }

    private async Task<IReadOnlyList<Prepared>> Prepare(Item[] read, Caller caller)
    {
        var drafts = read.Where(r => r.Draft is not null).ToArray();
        var known = erasures.Known;
        var ids = await subjects.GetOrCreate(SubjectStore.Leerplicht, [.. drafts.Select(r => r.Draft!.Person)]);
        for (var i = 0; i < drafts.Length; i++)
        {
            drafts[i].Prepared = Propose(drafts[i], ids[i], known, caller);
        }

        var foreign = read.Count(r => r.Prepared.Refusal is { Reason: "FOREIGN_MUNICIPALITY" });
        if (foreign > 0)
        {
            ServiceMeter.ForeignItems.Add(foreign);
            Foreign(caller.Identity, foreign);
        }

        return [.. read.Select(r => r.Prepared)];
    }

    private Item Read(CreateSignalRequest sent, MunicipalityCode own)
    {
        IReadOnlyList<Violation> violations = [];
        if (!Guid.TryParseExact(sent.RequestId, "D", out var requestId) || requestId == Guid.Empty)
        {
            violations = [new("request_id", "UUID", "must be a UUID like 123e4567-e89b-42d3-a456-426614174000, not all zero")];
        }

        var draft = SignalDraft.Read(sent.Signal, today.Value, environment.IsDevelopment(), out var broken);
        // The id is kept, and named in logs.
        if (draft?.Person.IsIn(sent.RequestId) == true)
        {
            violations = [new("request_id", "PERSON_NUMBER", "holds the person number; draw the id at random")];
        }

        return (violations.Count + broken.Count, draft) switch
        {
            ( > 0, _) => new(sent, Refusal.InvalidFields([.. violations, .. broken])),
            _ when draft!.Municipality != own => new(sent, Refused.ForeignMunicipality(own)),
            _ => new(sent, null) { Draft = draft, RequestId = requestId },
        };
    }

    private Prepared Propose(Item item, SubjectId subject, long known, Caller caller)
    {
        var draft = item.Draft!;
        var age = draft.Birth.AgeOn(draft.Start);
        var phase = Harmless.PhaseOf(draft.Establishment is { } code ? regions.Find(code)?.Kind : null, age);
        var route = regions.Routing.Of(draft.Municipality, draft.Postcode, draft.Establishment, Domain(phase), draft.Start);
        var signal = new Signal
        {
            Id = SignalId.New(),
            Log = route.IsElders ? Signal.Elders : route.Hosted[0].ToString(),
            Subject = subject,
            Municipality = draft.Municipality,
            CaseNumber = draft.CaseNumber,
            DuoReportNumber = draft.DuoReportNumber,
            Kind = draft.Kind,
            Start = draft.Start,
            End = draft.End,
            MissedHours = draft.MissedHours,
            AllLessonsMissed = draft.AllLessonsMissed,
            ActionRequested = draft.ActionRequested,
            Establishment = draft.Establishment,
            DutyEnding = draft.DutyEnding,
            RegionsBySchool = Codes(route.BySchool),
            RegionsByResidence = Codes(route.ByResidence),
            Phase = phase,
            LeerplichtStart = draft.Birth.LeerplichtStart,
            LeerplichtEnd = draft.Birth.LeerplichtEnd,
            AdultMonth = draft.Birth.AdultMonth,
            DroppedFields = draft.DroppedFields,
            Recorded = today.Now,
        };
        var received = signal.Received(age, vestigingen.PupilsOf(draft.Establishment));
        var accepted = Decision<Signal>.Accept(signal, Google.Protobuf.MessageExtensions.ToByteArray(signal.ToProto()), received);
        var request = new RequestKey(caller.Identity, item.RequestId, digest.Of(item.Content));
        var proposal = new Proposal<SignalId, Signal>(signal.Id, request, _ => accepted) { Erasures = known };
        return new(signal.Log, proposal, null, Notes(draft, route)) { WithReceipt = item.Sent.WithReceipt };
    }

    private static List<Note> Notes(SignalDraft draft, Route route)
    {
        var notes = new List<Note>();
        if (draft.DroppedFields.Count > 0)
        {
            notes.Add(new() { Reason = "DROPPED_FIELDS", Description = $"Accepted and dropped unread: {string.Join(", ", draft.DroppedFields)}." });
        }

        if (route.IsElders)
        {
            notes.Add(new() { Reason = "ELSEWHERE", Description = "The territory is not hosted here; the signal is parked under regions/elders, where you can list it." });
        }

        if (route.ByResidence.Basis is RouteBasis.Municipality or RouteBasis.LargestPart or RouteBasis.Unknown)
        {
            notes.Add(new() { Reason = "RESIDENCE_BY_MUNICIPALITY", Description = "The postcode is absent, unknown or foreign; the municipality decided on the samenwerkingsverband of residence." });
        }

        if (route.BySchool.Basis == RouteBasis.Unknown)
        {
            notes.Add(new() { Reason = "ESTABLISHMENT_UNKNOWN", Description = "No region that is hosted here knows the vestiging; the residence decided on the samenwerkingsverband." });
        }

        return notes;
    }

    private static List<RegionCode> Codes(Destination destination) => [.. Enumerable.Range(0, destination.Codes.Count).Select(i => destination.Codes[i])];

    private static Phase Domain(Wire.Signalering.V1.Phase phase) => phase switch
    {
        Wire.Signalering.V1.Phase.Po => Phase.Po,
        Wire.Signalering.V1.Phase.Vo => Phase.Vo,
        _ => Phase.Unknown,
    };

    [LoggerMessage(LogLevel.Warning, "{Caller} sent {Count} signals of another municipality; they were rejected")]
    private partial void Foreign(string caller, int count);

    private sealed class Item(CreateSignalRequest sent, Refusal? refusal)
    {
        public CreateSignalRequest Sent { get; } = sent;

        /// <summary>What a repeat has to have in common with it: whether a receipt is wanted is no part of that.</summary>
        public CreateSignalRequest Content => Sent.WithReceipt ? new(Sent) { WithReceipt = false } : Sent;

        public SignalDraft? Draft { get; init; }

        public Guid RequestId { get; init; }

        public Prepared Prepared { get; set; } = new("", null, refusal, []);
    }
}

/// <summary>An item that has been read: what is proposed to which log, or why it is refused.</summary>
internal sealed record Prepared(string Log, Proposal<SignalId, Signal>? Proposal, Refusal? Refusal, IReadOnlyList<Note> Notes)
{
    public bool WithReceipt { get; init; }
}

/// <summary>What became of an item, and what its sender should know about it.</summary>
internal sealed record Recorded(Settled Settled, Refusal? Refusal, IReadOnlyList<Note> Notes)
{
    /// <summary>Proves that it is stored; null where it is not, or none was asked for.</summary>
    public Receipt? Receipt { get; init; }
}
