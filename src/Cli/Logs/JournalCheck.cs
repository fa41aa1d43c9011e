using Google.Protobuf;
using Regional.EventLog.Chain;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Logs;

/// <summary>A place where journals and logs contradict each other.</summary>
internal sealed record Contradiction(string? RequestId, string? Region, long? Position, string Fault, string Problem);

/// <summary>Holds journals against the logs: what was acknowledged is there once, as it was sent, and nothing is there that nobody sent.</summary>
internal sealed class JournalCheck(Journal journal)
{
    private readonly List<Contradiction> _contradictions = [.. journal.Broken.Select(line =>
        new Contradiction(null, null, null, "MALFORMED", $"{line.File}:{line.Line} is no line of a journal; take a file that push --journal wrote"))];

    /// <summary>Signals that were sent.</summary>
    public int Sent => journal.Entries.Count;

    /// <summary>Of these, how many were acknowledged.</summary>
    public int Acknowledged => journal.Entries.Values.Count(entry => entry.IsAcknowledged);

    /// <summary>How many the logs hold.</summary>
    public int Stored => journal.Entries.Values.Count(entry => entry.IsStored);

    public IReadOnlyList<Contradiction> Contradictions => _contradictions;

    /// <summary>Compares all.</summary>
    public async Task Run(SettledRequests settled, CancellationToken cancellation)
    {
        await foreach (var request in settled.Read(cancellation))
        {
            if (Check(request) is { } found)
            {
                _contradictions.Add(new(request.Id.ToString(), request.Region, request.Position, found.Fault, found.Problem));
            }
        }

        foreach (var (region, position) in await settled.OtherEvents())
        {
            _contradictions.Add(new(null, region, position, "NOBODYS", "the event came of no request"));
        }

        foreach (var (id, _) in journal.Entries.Where(entry => entry.Value is { IsAcknowledged: true, IsStored: false }))
        {
            _contradictions.Add(new(id.ToString(), null, null, "NOT_IN_LOG", "it was acknowledged, and no log holds it"));
        }
    }

    private (string Fault, string Problem)? Check(SettledRequest request)
    {
        if (!journal.Entries.TryGetValue(request.Id, out var entry))
        {
            return ("NOT_SENT", "the log holds it, and in no journal was it sent");
        }

        if (entry.IsStored)
        {
            return ("TWICE", "the log holds it more than once");
        }

        entry.IsStored = true;
        if (request.IsErased)
        {
            return null;
        }

        if (!entry.Sent.Any(request.Holds))
        {
            return ("OTHER_CONTENT", "the log holds it with other content than it was sent with");
        }

        if (entry is { IsRejected: true, IsAcknowledged: false })
        {
            return ("REJECTED", "the log holds it, and its sender was told that it was rejected");
        }

        return request.Body is { } body && Tells(body, request.Answer) ? null : ("OTHER_EVENT", "the event at its position is not the one that its answer tells of");
    }

    // Answer and event name the same signal: regions/VO2201/signals/f4d2….
    private static bool Tells(ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> answer)
    {
        try
        {
            return Signal.Parser.ParseFrom(answer.Span).Name.EndsWith($"/{SignaalOntvangen.Parser.ParseFrom(body.Span).Signal}", StringComparison.Ordinal);
        }
        catch (InvalidProtocolBufferException)
        {
            return false;
        }
    }
}
