using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Regional.Wire.Signalering.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Cli.Tests;

/// <summary>A Signalering that stores what it gets by request id, and does in between what the test asks.</summary>
internal sealed class FakeSignalering : SignaleringService.SignaleringServiceBase
{
    private int _unanswered;

    public ConcurrentDictionary<string, Signal> Stored { get; } = new();

    public ConcurrentQueue<PushSignalsRequest> Batches { get; } = new();

    /// <summary>The <c>authorization</c> header of each call; empty for a call without one.</summary>
    public ConcurrentQueue<string> Tokens { get; } = new();

    /// <summary>The most batches of one stream that waited for an answer at once.</summary>
    public int MostUnanswered { get; private set; }

    /// <summary>What to say of a signal instead of storing it; null to store it.</summary>
    public Func<CreateSignalRequest, ItemResult?> Judge { get; set; } = _ => null;

    /// <summary>Runs when a batch is stored and before it is answered, with how many batches were stored so far.</summary>
    public Func<int, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many batches must wait before one is answered; the last ones are answered all the same.</summary>
    public int AnswersAt { get; set; } = 1;

    /// <summary>Sends what a watch gets.</summary>
    public Func<WatchSignalsRequest, IServerStreamWriter<WatchSignalsResponse>, ServerCallContext, Task> Watch { get; set; } = (_, _, _) => Task.CompletedTask;

    public override async Task PushSignals(IAsyncStreamReader<PushSignalsRequest> requestStream, IServerStreamWriter<PushSignalsResponse> responseStream, ServerCallContext context)
    {
        Tokens.Enqueue(context.RequestHeaders.GetValue("authorization") ?? "");
        var waiting = Channel.CreateUnbounded<PushSignalsResponse>();
        var answering = Answer(waiting.Reader, responseStream);
        await foreach (var batch in requestStream.ReadAllAsync(context.CancellationToken))
        {
            Batches.Enqueue(batch);
            var answer = new PushSignalsResponse { Batch = batch.Batch, Results = { batch.Signals.Select(Store).OfType<ItemResult>() } };
            await BeforeAnswer(Batches.Count);
            MostUnanswered = Math.Max(MostUnanswered, Interlocked.Increment(ref _unanswered));
            waiting.Writer.TryWrite(answer);
        }

        waiting.Writer.Complete();
        await answering;
    }

    public override Task WatchSignals(WatchSignalsRequest request, IServerStreamWriter<WatchSignalsResponse> responseStream, ServerCallContext context)
    {
        Tokens.Enqueue(context.RequestHeaders.GetValue("authorization") ?? "");
        return Watch(request, responseStream, context);
    }

    public override Task<EraseSubjectResponse> EraseSubject(EraseSubjectRequest request, ServerCallContext context)
    {
        Tokens.Enqueue(context.RequestHeaders.GetValue("authorization") ?? "");
        var erased = Stored.Where(signal => signal.Value.PersonNumber == request.PersonNumber).Count(signal => Stored.TryRemove(signal));
        return Task.FromResult(new EraseSubjectResponse { ErasedSignals = erased });
    }

    private ItemResult? Store(CreateSignalRequest request, int index)
    {
        var result = Judge(request) ?? (Stored.TryAdd(request.RequestId, request.Signal) ? null : new() { Outcome = Outcome.Duplicate });
        if (request.WithReceipt && result?.Outcome != Outcome.Rejected)
        {
            result ??= new() { Outcome = Outcome.Accepted };
            result.Receipt = new() { RequestId = request.RequestId };
        }

        if (result is not null)
        {
            result.Index = index;
        }

        return result;
    }

    private async Task Answer(ChannelReader<PushSignalsResponse> waiting, IServerStreamWriter<PushSignalsResponse> answers)
    {
        Queue<PushSignalsResponse> held = [];
        await foreach (var answer in waiting.ReadAllAsync())
        {
            held.Enqueue(answer);
            if (held.Count >= AnswersAt)
            {
                await Send(held.Dequeue());
            }
        }

        while (held.TryDequeue(out var last))
        {
            await Send(last);
        }

        async Task Send(PushSignalsResponse answer)
        {
            Interlocked.Decrement(ref _unanswered);
            await answers.WriteAsync(answer);
        }
    }
}
