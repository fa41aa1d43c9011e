using Google.Protobuf;
using Regional.Cli.Logs;
using Regional.Cli.Signals;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Receipts.V1;
using Regional.Wire.Rpc;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Pushing;

/// <summary>A signal that was not stored.</summary>
internal sealed record RejectedLine(LineName Line, string Reason, IReadOnlyList<BadRequest.Types.FieldViolation> Violations);

/// <summary>Something to know about a signal that was stored.</summary>
internal sealed record NotedLine(LineName Line, string Reason, string Description);

/// <summary>Counts what became of the lines. Streams that run side by side count into one of these.</summary>
/// <param name="receipts">Takes the receipts that come; null to let them go.</param>
/// <param name="journal">Takes what is sent and answered; null where nobody notes it.</param>
/// <param name="progressed">Is told of every line that is settled, with its length in bytes.</param>
internal sealed class PushTally(LineFile? receipts, LineFile? journal, Action<long> progressed)
{
    private readonly Lock _lock = new();
    private readonly List<RejectedLine> _rejected = [];
    private readonly List<SignalLine.Broken> _broken = [];
    private readonly List<NotedLine> _noted = [];

    /// <summary>Lines that hold a signal.</summary>
    public int Signals { get; private set; }

    public int Accepted { get; private set; }

    public int Duplicate { get; private set; }

    /// <summary>Receipts that were written; null where none were asked for.</summary>
    public int? Receipts => receipts?.Count;

    /// <summary>Signals of which nobody knows what became of them: not sent, or not answered.</summary>
    public int Unanswered => Signals - Accepted - Duplicate - _rejected.Count;

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<RejectedLine> Rejected => [.. _rejected.OrderBy(line => (line.Line.File, line.Line.Number))];

    public IReadOnlyList<SignalLine.Broken> Broken => _broken;

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<NotedLine> Noted => [.. _noted.OrderBy(line => (line.Line.File, line.Line.Number))];

    public void Read() => Signals++;

    /// <summary>A batch is about to be sent.</summary>
    public void Sends(Batch batch)
    {
        lock (_lock)
        {
            journal?.Write([.. batch.Lines.Select(line => Journal.Sent(line.Signal))]);
        }
    }

    public void Add(SignalLine.Broken line)
    {
        _broken.Add(line);
        progressed(line.Bytes);
    }

    /// <summary>A signal that was not sent, because it could only be rejected.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reason">Why, in UPPER_SNAKE_CASE.</param>
    /// <param name="violations">What is wrong with it; at least one.</param>
    public void Reject(SignalLine.Good line, string reason, IReadOnlyList<Violation> violations)
    {
        lock (_lock)
        {
            _rejected.Add(new(
                line.Name, reason,
                [.. violations.Select(each => new BadRequest.Types.FieldViolation { Field = each.Field, Reason = each.Reason, Description = each.Description })]));
            progressed(line.Bytes);
        }
    }

    /// <summary>An answered batch: what is not named was accepted.</summary>
    /// <exception cref="CliFault">The answer names what was not sent.</exception>
    public void Add(Batch batch, PushSignalsResponse answer)
    {
        lock (_lock)
        {
            var named = new HashSet<int>();
            foreach (var result in answer.Results)
            {
                if (result.Index < 0 || result.Index >= batch.Lines.Count || !named.Add(result.Index))
                {
                    throw CliFault.NotDone("The service answered for a signal that it was not sent. It speaks another version of the contract; check --address.");
                }

                Add(batch.Lines[result.Index], result);
            }

            Accepted += batch.Lines.Count - named.Count;
            receipts?.Write([.. answer.Results.Select(result => result.Receipt).OfType<Receipt>().Select(receipt => JsonFormatter.Default.Format(receipt))]);
            journal?.Write(JournalOf(batch, answer));
            progressed(batch.Lines.Sum(line => line.Bytes));
        }
    }

    private static string[] JournalOf(Batch batch, PushSignalsResponse answer)
    {
        var outcomes = answer.Results.ToDictionary(result => result.Index, result => result.Outcome);
        return [.. batch.Lines.Select((line, index) => Journal.Answered(line.Signal.RequestId, outcomes.GetValueOrDefault(index)))];
    }

    private void Add(SignalLine.Good line, ItemResult result)
    {
        switch (result.Outcome)
        {
            case ItemResult.Types.Outcome.Duplicate:
                Duplicate++;
                break;
            case ItemResult.Types.Outcome.Rejected:
                _rejected.Add(new(line.Name, result.Reason, result.Violations));
                break;
            default:
                Accepted++;
                break;
        }

        _noted.AddRange(result.Notes.Select(note => new NotedLine(line.Name, note.Reason, note.Description)));
    }
}
