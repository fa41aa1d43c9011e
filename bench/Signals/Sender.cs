using Grpc.Core;
using Regional.Bench.Services;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Bench.Signals;

/// <summary>Sends signals as a municipality does, and fails where one is not simply accepted.</summary>
internal static class Sender
{
    private const int MostUnanswered = 8;

    /// <summary>The first batches compile the hot path: on a service that runs for months that is nothing, in a short run it is not.</summary>
    public static Task WarmUp(ServiceProcess service, CancellationToken cancellation) =>
        Push(service, SignalSource.WarmUp, SignalSource.Batches(SignalSource.WarmUp).Take(80), cancellation);

    /// <summary>Makes all streams' batches, so that making them is no part of what is measured.</summary>
    public static IReadOnlyList<IReadOnlyList<PushSignalsRequest>> Prepare(int signals) =>
        [.. Enumerable.Range(0, SignalSource.Streams).Select(stream => SignalSource.Batches(stream).Take(signals / SignalSource.Streams / SignalSource.BatchSize).ToList())];

    /// <summary>Pushes all streams at once.</summary>
    public static Task PushAll(ServiceProcess service, IReadOnlyList<IEnumerable<PushSignalsRequest>> streams, CancellationToken cancellation) =>
        Task.WhenAll(streams.Select((batches, stream) => Push(service, stream, batches, cancellation)));

    /// <summary>Who sends a stream.</summary>
    public static Caller CallerOf(int stream) =>
        new(WrittenValues.Parse<Oin>($"0000009900010{SignalSource.MunicipalityOf(stream)}000"), new(Role.Municipality), "leerplicht", "bench");

    /// <summary>Pushes batches over one stream, at most eight unanswered.</summary>
    private static async Task Push(ServiceProcess service, int stream, IEnumerable<PushSignalsRequest> batches, CancellationToken cancellation)
    {
        using var call = new SignaleringService.SignaleringServiceClient(service.As(CallerOf(stream))).PushSignals(cancellationToken: cancellation);
        using var room = new SemaphoreSlim(MostUnanswered);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => ReadAnswers(call.ResponseStream, room, failed), cancellation);
        try
        {
            foreach (var batch in batches)
            {
                await room.WaitAsync(failed.Token);
                await call.RequestStream.WriteAsync(batch, failed.Token);
            }

            await call.RequestStream.CompleteAsync();
        }
        finally
        {
            await reading;
        }
    }

    private static async Task ReadAnswers(IAsyncStreamReader<PushSignalsResponse> answers, SemaphoreSlim room, CancellationTokenSource failed)
    {
        try
        {
            await foreach (var answer in answers.ReadAllAsync(failed.Token))
            {
                room.Release();
                if (answer.Results.Count > 0)
                {
                    throw new InvalidOperationException($"Batch {answer.Batch}: {answer.Results[0]}");
                }
            }
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }
}
