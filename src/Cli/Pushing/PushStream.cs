using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Regional.Cli.Calls;
using Regional.Cli.Signals;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Pushing;

/// <summary>Sends batches over one stream, and over a new one when it breaks: what was not answered is sent again, and the request ids settle what was stored.</summary>
/// <param name="connect">Gives a client for each stream.</param>
/// <param name="tally">Counts.</param>
/// <param name="reconnection">Waits after a break.</param>
internal sealed class PushStream(Func<SignaleringService.SignaleringServiceClient> connect, PushTally tally, Reconnection reconnection)
{
    /// <summary>As the service has it: how many batches may wait for their answers.</summary>
    public const int MostUnanswered = 8;

    // A few are ready while others are under way; then the reading of the file waits.
    private readonly Channel<Batch> _ready = Channel.CreateBounded<Batch>(4);
    private readonly ConcurrentQueue<Batch> _unanswered = [];
    private Batch _filling = new();

    /// <summary>Adds a signal; waits while too much is under way.</summary>
    public async ValueTask Add(SignalLine.Good line, CancellationToken cancellationToken)
    {
        if (!_filling.TryAdd(line))
        {
            await Hand(cancellationToken);
            _filling = new();
            _filling.TryAdd(line);
        }
    }

    /// <summary>Nothing more will be added.</summary>
    public async ValueTask Complete(CancellationToken cancellationToken)
    {
        if (_filling.Lines.Count > 0)
        {
            await Hand(cancellationToken);
        }

        _ready.Writer.Complete();
    }

    /// <summary>Sends until all is answered.</summary>
    /// <param name="stop">Sends nothing new from then on, and waits for the answers to what was sent.</param>
    /// <param name="abort">Waits for no more answers either.</param>
    /// <exception cref="RpcException">The service refused the stream, or could not be reached often enough.</exception>
    public async Task Run(CancellationToken stop, CancellationToken abort)
    {
        while (true)
        {
            try
            {
                await RunOnce(stop, abort);
                return;
            }
            catch (RpcException broken) when (Connection.IsBroken(broken) && !stop.IsCancellationRequested)
            {
                await reconnection.Wait(broken, stop);
            }
        }
    }

    private ValueTask Hand(CancellationToken cancellationToken)
    {
        tally.Sends(_filling);
        return _ready.Writer.WriteAsync(_filling, cancellationToken);
    }

    private async Task RunOnce(CancellationToken stop, CancellationToken abort)
    {
        reconnection.Opened();
        using var call = connect().PushSignals(cancellationToken: abort);
        using var window = new SemaphoreSlim(MostUnanswered - _unanswered.Count);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var sending = Send(call.RequestStream, window, ended.Token, abort);
        try
        {
            await Receive(call.ResponseStream, window, abort);
        }
        finally
        {
            await ended.CancelAsync();
            await sending;
        }

        if (!_unanswered.IsEmpty || !(_ready.Reader.Completion.IsCompleted || stop.IsCancellationRequested))
        {
            throw new RpcException(new(StatusCode.Unavailable, "The service ended the stream before it had answered all."));
        }
    }

    private async Task Send(IClientStreamWriter<PushSignalsRequest> requests, SemaphoreSlim window, CancellationToken ended, CancellationToken abort)
    {
        var number = 0L;
        try
        {
            foreach (var batch in _unanswered.ToArray())
            {
                await requests.WriteAsync(batch.ToProto(++number), abort);
            }

            while (await CanSend(window, ended) && _ready.Reader.TryRead(out var batch))
            {
                _unanswered.Enqueue(batch);
                await requests.WriteAsync(batch.ToProto(++number), abort);
            }

            await requests.CompleteAsync();
        }
        catch (Exception over) when (over is RpcException or InvalidOperationException or IOException or OperationCanceledException)
        {
            // The stream is over. Whoever receives sees why.
        }
    }

    private async Task<bool> CanSend(SemaphoreSlim window, CancellationToken ended)
    {
        try
        {
            await window.WaitAsync(ended);
            return await _ready.Reader.WaitToReadAsync(ended);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Receive(IAsyncStreamReader<PushSignalsResponse> answers, SemaphoreSlim window, CancellationToken abort)
    {
        var number = 0L;
        while (await answers.MoveNext(abort))
        {
            if (answers.Current.Batch != ++number || !_unanswered.TryPeek(out var batch))
            {
                throw CliFault.NotDone("The service answered a batch that was not next. It speaks another version of the contract; check --address.");
            }

            tally.Add(batch, answers.Current);
            _unanswered.TryDequeue(out _);
            reconnection.Progressed();
            window.Release();
        }
    }
}
