using Regional.Cli.Signals;
using Regional.Wire.Rpc;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Pushing;

/// <summary>A signal that was not stored.</summary>
internal sealed record RejectedLine(LineName Line, string Reason, IReadOnlyList<BadRequest.Types.FieldViolation> Violations);

/// <summary>Counts what became of the lines. Streams that run side by side count into one of these.</summary>
/// <param name="progressed">Is told of every line that is settled, with its length in bytes.</param>
internal sealed class PushTally(Action<long> progressed)
{
    private readonly Lock _lock = new();
    private readonly List<RejectedLine> _rejected = [];
    private readonly List<SignalLine.Broken> _broken = [];
    private readonly SortedDictionary<string, int> _notes = new(StringComparer.Ordinal);

    /// <summary>Lines that hold a signal.</summary>
    public int Signals { get; private set; }

    public int Accepted { get; private set; }

    public int Duplicate { get; private set; }

    /// <summary>Signals of which nobody knows what became of them: not sent, or not answered.</summary>
    public int Unanswered => Signals - Accepted - Duplicate - _rejected.Count;

    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<RejectedLine> Rejected => [.. _rejected.OrderBy(line => (line.Line.File, line.Line.Number))];

    public IReadOnlyList<SignalLine.Broken> Broken => _broken;

    /// <summary>How many accepted signals have a note of each reason.</summary>
    public IReadOnlyDictionary<string, int> Notes => _notes;

    public void Read() => Signals++;

    public void Add(SignalLine.Broken line)
    {
        _broken.Add(line);
        progressed(line.Bytes);
    }

    /// <summary>A signal that was not sent, because it could only be rejected.</summary>
    public void Reject(SignalLine.Good line, string reason, string field, string description)
    {
        lock (_lock)
        {
            _rejected.Add(new(line.Name, reason, [new() { Field = field, Reason = reason, Description = description }]));
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
            progressed(batch.Lines.Sum(line => line.Bytes));
        }
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

        foreach (var note in result.Notes)
        {
            _notes[note.Reason] = _notes.GetValueOrDefault(note.Reason) + 1;
        }
    }
}
