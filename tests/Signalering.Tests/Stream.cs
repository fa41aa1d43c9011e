using Grpc.Core;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Tests;

/// <summary>A push stream of Assen.</summary>
internal sealed class Stream(SignaleringFixture service, CancellationToken cancellation = default) : IDisposable
{
    public AsyncDuplexStreamingCall<PushSignalsRequest, PushSignalsResponse> Call { get; } =
        service.Assen.PushSignals(deadline: SignaleringFixture.Deadline, cancellationToken: cancellation);

    public Task Write(PushSignalsRequest batch) => Call.RequestStream.WriteAsync(batch, TestContext.Current.CancellationToken);

    public async Task<PushSignalsResponse> Read() =>
        await Call.ResponseStream.MoveNext(TestContext.Current.CancellationToken) ? Call.ResponseStream.Current : throw new EndOfStreamException("No answer came.");

    public async Task<PushSignalsResponse> Send(PushSignalsRequest batch)
    {
        await Write(batch);
        return await Read();
    }

    public void Dispose() => Call.Dispose();
}
