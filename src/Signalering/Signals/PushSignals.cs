using System.Threading.Channels;
using Grpc.Core;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Requests;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Signalering.Signals;

/// <summary>Takes batches from a stream and answers each when all of it is stored, in the order in which they came.</summary>
internal sealed class PushSignals(RecordSignals record, IHostApplicationLifetime lifetime)
{
    /// <summary>Most signals of a batch.</summary>
    public const int MostSignals = 500;

    /// <summary>Most bytes of a batch.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Most batches that wait for their answer; until one is answered the next is not read.</summary>
    public const int MostUnanswered = 8;

    /// <summary>Runs until the sender ends the stream or goes away, or the service stops. What was committed by then stays; a resend is settled by the
    /// request ids.</summary>
    public async Task Run(
        IAsyncStreamReader<PushSignalsRequest> batches, IServerStreamWriter<PushSignalsResponse> answers, Caller caller, MunicipalityCode own, CancellationToken gone)
    {
        using var room = new SemaphoreSlim(MostUnanswered);
        using var noMore = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        var unanswered = Channel.CreateUnbounded<Task<PushSignalsResponse>>(new() { SingleReader = true, SingleWriter = true });
        var answering = Answer(unanswered.Reader, answers, room, noMore, gone);
        try
        {
            for (var expected = 1L; await Next(batches, room, noMore.Token); expected++)
            {
                var batch = batches.Current;
                Check(batch, expected);
                var prepared = await record.Prepare(batch.Signals, caller, own);
                unanswered.Writer.TryWrite(Store(batch.Batch, prepared));
            }

            // A read that is cut short can look like the end of the stream.
            noMore.Token.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            throw new RefusedException(Refused.Stopping);
        }
        finally
        {
            unanswered.Writer.Complete();
            await answering;
        }
    }

    private static async Task<bool> Next(IAsyncStreamReader<PushSignalsRequest> batches, SemaphoreSlim room, CancellationToken noMore)
    {
        await room.WaitAsync(noMore);
        return await batches.MoveNext(noMore);
    }

    private static void Check(PushSignalsRequest batch, long expected)
    {
        if (batch.Batch != expected)
        {
            throw new RefusedException(Refused.BatchOutOfOrder(expected, batch.Batch));
        }

        if (batch.Signals.Count > MostSignals || batch.CalculateSize() > MostBytes)
        {
            throw new RefusedException(Refused.BatchTooLarge(batch.Signals.Count, batch.CalculateSize()));
        }

        if (MessageRules.CheckWithoutItems(batch) is { Count: > 0 } violations)
        {
            throw new RefusedException(Refusal.InvalidFields(violations));
        }
    }

    private async Task<PushSignalsResponse> Store(long batch, IReadOnlyList<Prepared> prepared)
    {
        var recorded = await record.Store(prepared);
        return new PushSignalsResponse { Batch = batch, Results = { recorded.Select(Result).OfType<ItemResult>() } };
    }

    private static async Task Answer(
        ChannelReader<Task<PushSignalsResponse>> unanswered, IServerStreamWriter<PushSignalsResponse> answers, SemaphoreSlim room, CancellationTokenSource noMore, CancellationToken gone)
    {
        try
        {
            await foreach (var stored in unanswered.ReadAllAsync(CancellationToken.None))
            {
                // Waited for also when the sender has gone: a commit that runs ends before its call does.
                var answer = await stored;
                if (!gone.IsCancellationRequested)
                {
                    await answers.WriteAsync(answer, gone);
                }

                room.Release();
            }
        }
        catch
        {
            // What cannot be stored or answered ends the stream; the reader must not wait for room that never comes.
            await noMore.CancelAsync();
            throw;
        }
    }

    private static ItemResult? Result(Recorded recorded, int index) => recorded switch
    {
        { Refusal: { } refusal } => new()
        {
            Index = index,
            Outcome = Outcome.Rejected,
            Reason = refusal.Reason,
            Violations = { refusal.Violations.Select(v => v.ToProto()) },
        },
        { Settled.Repeated: true } => new() { Index = index, Outcome = Outcome.Duplicate, Receipt = recorded.Receipt },
        { Notes.Count: > 0 } or { Receipt: not null } => new() { Index = index, Outcome = Outcome.Accepted, Notes = { recorded.Notes }, Receipt = recorded.Receipt },
        _ => null,
    };
}
